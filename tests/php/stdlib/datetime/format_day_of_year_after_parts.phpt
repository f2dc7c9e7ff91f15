--TEST--
A day of the year is carried into a date whatever parts of the time were read before
--FILE--
<?php
foreach (['Y v z' => '2024 123 45', 'Y i z' => '2024 12 366', 'Y u s z' => '2024 5 9 59', 'Y G z' => '2024 7 60'] as $format => $text) {
    $read = date_parse_from_format($format, $text);
    unset($read['errors'], $read['warnings']);
    echo json_encode($read), "\n";
}
--EXPECT--
{"year":2024,"month":2,"day":15,"hour":0,"minute":0,"second":0,"fraction":0.123,"warning_count":0,"error_count":0,"is_localtime":false}
{"year":2025,"month":1,"day":1,"hour":0,"minute":12,"second":0,"fraction":0,"warning_count":0,"error_count":0,"is_localtime":false}
{"year":2024,"month":2,"day":29,"hour":0,"minute":0,"second":0,"fraction":0.5,"warning_count":0,"error_count":1,"is_localtime":false}
{"year":2024,"month":3,"day":1,"hour":7,"minute":0,"second":0,"fraction":0,"warning_count":0,"error_count":0,"is_localtime":false}
