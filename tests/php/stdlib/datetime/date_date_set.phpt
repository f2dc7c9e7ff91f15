--TEST--
date_date_set(): the day
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
echo date_date_set(date_create('2024-01-01 10:00'), 2023, 14, 35)->format('c'), "\n";
--EXPECT--
2024-03-06T10:00:00+01:00
