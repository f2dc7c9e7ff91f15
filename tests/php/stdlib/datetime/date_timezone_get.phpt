--TEST--
date_timezone_get(): the zone of a date
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(date_timezone_get(date_create('2024-01-01')), date_create('2024-01-01 +02:00')->getTimezone());
--EXPECTF--
object(DateTimeZone)#%d (2) {
  ["timezone_type"]=>
  int(3)
  ["timezone"]=>
  string(13) "Europe/Berlin"
}
object(DateTimeZone)#%d (2) {
  ["timezone_type"]=>
  int(1)
  ["timezone"]=>
  string(6) "+02:00"
}
