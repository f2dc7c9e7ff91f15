--TEST--
timezone_open(): names, abbreviations and offsets
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(timezone_open('europe/paris'), timezone_open('EDT'), timezone_open('-05:30'), timezone_open('nope'));
try { new DateTimeZone('nope'); } catch (DateInvalidTimeZoneException $e) { echo $e->getMessage(), "\n"; }
--EXPECTF--

Warning: timezone_open(): Unknown or bad timezone (nope) in %s on line 3
object(DateTimeZone)#%d (2) {
  ["timezone_type"]=>
  int(3)
  ["timezone"]=>
  string(12) "europe/paris"
}
object(DateTimeZone)#%d (2) {
  ["timezone_type"]=>
  int(2)
  ["timezone"]=>
  string(3) "EDT"
}
object(DateTimeZone)#%d (2) {
  ["timezone_type"]=>
  int(1)
  ["timezone"]=>
  string(6) "-05:30"
}
bool(false)
DateTimeZone::__construct(): Unknown or bad timezone (nope)
