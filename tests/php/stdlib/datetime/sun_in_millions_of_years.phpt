--TEST--
The sun where its approximation has no answer; a period made of nothing
--FILE--
<?php
foreach ([PHP_INT_MAX, PHP_INT_MIN, 1 << 62, 1 << 40, 100000000000000] as $moment) {
    echo $moment, ' ';
    var_dump(@date_sunrise($moment), @date_sunset($moment, SUNFUNCS_RET_TIMESTAMP));
    echo json_encode(date_sun_info($moment, 10, 10)), "\n", json_encode(date_sun_info($moment, $moment, $moment)), "\n";
}
try {
    new DatePeriod();
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
--EXPECT--
9223372036854775807 bool(false)
int(-9223372036854775808)
{"sunrise":-9223372036854775808,"sunset":-9223372036854775808,"transit":-9223372036854775808,"civil_twilight_begin":-9223372036854775808,"civil_twilight_end":-9223372036854775808,"nautical_twilight_begin":-9223372036854775808,"nautical_twilight_end":-9223372036854775808,"astronomical_twilight_begin":-9223372036854775808,"astronomical_twilight_end":-9223372036854775808}
{"sunrise":-9223372036854775808,"sunset":-9223372036854775808,"transit":-9223372036854775808,"civil_twilight_begin":-9223372036854775808,"civil_twilight_end":-9223372036854775808,"nautical_twilight_begin":-9223372036854775808,"nautical_twilight_end":-9223372036854775808,"astronomical_twilight_begin":-9223372036854775808,"astronomical_twilight_end":-9223372036854775808}
-9223372036854775808 bool(false)
int(-9223372036854775808)
{"sunrise":-9223372036854775808,"sunset":-9223372036854775808,"transit":-9223372036854775808,"civil_twilight_begin":-9223372036854775808,"civil_twilight_end":-9223372036854775808,"nautical_twilight_begin":-9223372036854775808,"nautical_twilight_end":-9223372036854775808,"astronomical_twilight_begin":-9223372036854775808,"astronomical_twilight_end":-9223372036854775808}
{"sunrise":-9223372036854775808,"sunset":-9223372036854775808,"transit":-9223372036854775808,"civil_twilight_begin":-9223372036854775808,"civil_twilight_end":-9223372036854775808,"nautical_twilight_begin":-9223372036854775808,"nautical_twilight_end":-9223372036854775808,"astronomical_twilight_begin":-9223372036854775808,"astronomical_twilight_end":-9223372036854775808}
4611686018427387904 bool(false)
int(-9223372036854775808)
{"sunrise":-9223372036854775808,"sunset":-9223372036854775808,"transit":-9223372036854775808,"civil_twilight_begin":-9223372036854775808,"civil_twilight_end":-9223372036854775808,"nautical_twilight_begin":-9223372036854775808,"nautical_twilight_end":-9223372036854775808,"astronomical_twilight_begin":-9223372036854775808,"astronomical_twilight_end":-9223372036854775808}
{"sunrise":-9223372036854775808,"sunset":-9223372036854775808,"transit":-9223372036854775808,"civil_twilight_begin":-9223372036854775808,"civil_twilight_end":-9223372036854775808,"nautical_twilight_begin":-9223372036854775808,"nautical_twilight_end":-9223372036854775808,"astronomical_twilight_begin":-9223372036854775808,"astronomical_twilight_end":-9223372036854775808}
1099511627776 string(5) "03:53"
int(1099511681558)
{"sunrise":1099511645095,"sunset":1099511688180,"transit":1099511666637,"civil_twilight_begin":1099511643833,"civil_twilight_end":1099511689441,"nautical_twilight_begin":1099511642366,"nautical_twilight_end":1099511690909,"astronomical_twilight_begin":1099511640900,"astronomical_twilight_end":1099511692374}
{"sunrise":-9223372036854775808,"sunset":-9223372036854775808,"transit":-9223372036854775808,"civil_twilight_begin":-9223372036854775808,"civil_twilight_end":-9223372036854775808,"nautical_twilight_begin":-9223372036854775808,"nautical_twilight_end":-9223372036854775808,"astronomical_twilight_begin":-9223372036854775808,"astronomical_twilight_end":-9223372036854775808}
100000000000000 bool(false)
int(-9223372036854775808)
{"sunrise":-9223372036854775808,"sunset":-9223372036854775808,"transit":-9223372036854775808,"civil_twilight_begin":-9223372036854775808,"civil_twilight_end":-9223372036854775808,"nautical_twilight_begin":-9223372036854775808,"nautical_twilight_end":-9223372036854775808,"astronomical_twilight_begin":-9223372036854775808,"astronomical_twilight_end":-9223372036854775808}
{"sunrise":-9223372036854775808,"sunset":-9223372036854775808,"transit":-9223372036854775808,"civil_twilight_begin":-9223372036854775808,"civil_twilight_end":-9223372036854775808,"nautical_twilight_begin":-9223372036854775808,"nautical_twilight_end":-9223372036854775808,"astronomical_twilight_begin":-9223372036854775808,"astronomical_twilight_end":-9223372036854775808}
DatePeriod::__construct() accepts (DateTimeInterface, DateInterval, int [, int]), or (DateTimeInterface, DateInterval, DateTime [, int]), or (string [, int]) as arguments
