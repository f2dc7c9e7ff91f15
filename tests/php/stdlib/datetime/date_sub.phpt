--TEST--
date_sub(): intervals
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
echo date_sub(date_create('2024-03-31 12:00'), new DateInterval('P1M2DT3H'))->format('c'), "\n";
date_sub(date_create('2024-01-01'), DateInterval::createFromDateString('next weekday'));
try { (new DateTimeImmutable)->sub(DateInterval::createFromDateString('next weekday')); } catch (DateInvalidOperationException $e) { echo $e->getMessage(), "\n"; }
--EXPECTF--
2024-02-29T09:00:00+01:00

Warning: date_sub(): Only non-special relative time specifications are supported for subtraction in %s on line 4
DateTimeImmutable::sub(): Only non-special relative time specifications are supported for subtraction
