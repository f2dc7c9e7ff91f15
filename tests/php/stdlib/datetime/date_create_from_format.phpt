--TEST--
date_create_from_format(): by a format
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
foreach ([['Y-m-d|', '2024-02-29'], ['!d/m/Y', '15/08/2023'], ['D, d M y H:i', 'Mon, 05 Feb 24 10:20'], ['U', '1234567890'], ['Y-z H', '2024-059 7'], ['Y-m-d H:i:s.u T', '2024-01-01 01:02:03.5 EST'], ['i', '1'], ['Y-m-d ??', '2024-01-01 ab']] as [$format, $text]) {
    $date = date_create_from_format($format, $text);
    echo $date ? preg_replace('/(?<=:)\d\d\.\d+/', 'S', $date->format('Y-m-d')) . ' ' . $date->format('e') : 'false', "\n";
}
--EXPECT--
2024-02-29 Europe/Berlin
2023-08-15 Europe/Berlin
2024-02-05 Europe/Berlin
2009-02-13 +00:00
2024-02-29 Europe/Berlin
2024-01-01 EST
false
2024-01-01 Europe/Berlin
