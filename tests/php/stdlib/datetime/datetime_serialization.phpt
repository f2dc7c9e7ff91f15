--TEST--
DateTime, DateTimeZone, DateInterval and DatePeriod: serialize(), var_export(), json_encode()
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
foreach ([new DateTime('2024-01-01 10:00'), new DateTimeImmutable('2024-01-01 EST'), new DateTimeZone('+02:00'), new DateInterval('P1D'), DateInterval::createFromDateString('1 day')] as $object) {
    echo serialize($object), "\n", json_encode($object), "\n"; var_export($object); echo "\n";
    $copy = unserialize(serialize($object)); echo get_class($copy), ' ', serialize($copy) === serialize($object) ? 'same' : 'other', "\n";
}
try { unserialize('O:8:"DateTime":0:{}'); } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
O:8:"DateTime":3:{s:4:"date";s:26:"2024-01-01 10:00:00.000000";s:13:"timezone_type";i:3;s:8:"timezone";s:13:"Europe/Berlin";}
{"date":"2024-01-01 10:00:00.000000","timezone_type":3,"timezone":"Europe\/Berlin"}
\DateTime::__set_state(array(
   'date' => '2024-01-01 10:00:00.000000',
   'timezone_type' => 3,
   'timezone' => 'Europe/Berlin',
))
DateTime same
O:17:"DateTimeImmutable":3:{s:4:"date";s:26:"2024-01-01 00:00:00.000000";s:13:"timezone_type";i:2;s:8:"timezone";s:3:"EST";}
{"date":"2024-01-01 00:00:00.000000","timezone_type":2,"timezone":"EST"}
\DateTimeImmutable::__set_state(array(
   'date' => '2024-01-01 00:00:00.000000',
   'timezone_type' => 2,
   'timezone' => 'EST',
))
DateTimeImmutable same
O:12:"DateTimeZone":2:{s:13:"timezone_type";i:1;s:8:"timezone";s:6:"+02:00";}
{"timezone_type":1,"timezone":"+02:00"}
\DateTimeZone::__set_state(array(
   'timezone_type' => 1,
   'timezone' => '+02:00',
))
DateTimeZone same
O:12:"DateInterval":10:{s:1:"y";i:0;s:1:"m";i:0;s:1:"d";i:1;s:1:"h";i:0;s:1:"i";i:0;s:1:"s";i:0;s:1:"f";d:0;s:6:"invert";i:0;s:4:"days";b:0;s:11:"from_string";b:0;}
{"y":0,"m":0,"d":1,"h":0,"i":0,"s":0,"f":0,"invert":0,"days":false,"from_string":false}
\DateInterval::__set_state(array(
   'y' => 0,
   'm' => 0,
   'd' => 1,
   'h' => 0,
   'i' => 0,
   's' => 0,
   'f' => 0.0,
   'invert' => 0,
   'days' => false,
   'from_string' => false,
))
DateInterval same
O:12:"DateInterval":2:{s:11:"from_string";b:1;s:11:"date_string";s:5:"1 day";}
{"from_string":true,"date_string":"1 day"}
\DateInterval::__set_state(array(
   'from_string' => true,
   'date_string' => '1 day',
))
DateInterval same
Invalid serialization data for DateTime object
