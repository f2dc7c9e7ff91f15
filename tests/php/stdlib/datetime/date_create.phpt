--TEST--
date_create(): a DateTime or false
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(date_create('2024-01-31 12:00', new DateTimeZone('Asia/Tokyo')), date_create('foo'));
try { new DateTime('foo'); } catch (DateMalformedStringException $e) { echo $e->getMessage(), "\n"; }
--EXPECTF--
object(DateTime)#%d (3) {
  ["date"]=>
  string(26) "2024-01-31 12:00:00.000000"
  ["timezone_type"]=>
  int(3)
  ["timezone"]=>
  string(10) "Asia/Tokyo"
}
bool(false)
Failed to parse time string (foo) at position 0 (f): The timezone could not be found in the database
