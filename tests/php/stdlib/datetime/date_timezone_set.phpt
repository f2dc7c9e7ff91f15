--TEST--
date_timezone_set(): the same moment elsewhere
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
$d = date_create('2024-07-01 12:00'); echo date_timezone_set($d, new DateTimeZone('America/New_York'))->format('c e'), $d->setTimezone(new DateTimeZone('-03:30'))->format(' c e'), "\n";
--EXPECT--
2024-07-01T06:00:00-04:00 America/New_York 2024-07-01T06:30:00-03:30 -03:30
