--TEST--
date_interval_create_from_date_string(): relative texts
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(date_interval_create_from_date_string('3 days ago')->d, date_interval_create_from_date_string('foo'), date_interval_create_from_date_string('2024-01-01'));
try { DateInterval::createFromDateString('foo'); } catch (DateMalformedIntervalStringException $e) { echo $e->getMessage(), "\n"; }
--EXPECTF--

Warning: date_interval_create_from_date_string(): Unknown or bad format (foo) at position 0 (f): The timezone could not be found in the database in %s on line 3

Warning: date_interval_create_from_date_string(): String '2024-01-01' contains non-relative elements in %s on line 3
int(-3)
bool(false)
bool(false)
Unknown or bad format (foo) at position 0 (f): The timezone could not be found in the database
