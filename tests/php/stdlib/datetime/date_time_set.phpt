--TEST--
date_time_set(): of the day
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
$d = date_create('2024-03-31'); echo date_time_set($d, 2, 30)->format('c'), ' ', $d->setTime(25, 61, 61, 5)->format('c u'), "\n";
--EXPECT--
2024-03-31T03:30:00+02:00 2024-04-01T02:02:01+02:00 000005
