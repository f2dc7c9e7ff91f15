--TEST--
date_isodate_set(): by week
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
$d = date_create('2024-01-01 10:00'); echo date_isodate_set($d, 2020, 53, 7)->format('c'), ' ', $d->setISODate(2021, 1)->format('c'), "\n";
--EXPECT--
2021-01-03T10:00:00+01:00 2021-01-04T10:00:00+01:00
