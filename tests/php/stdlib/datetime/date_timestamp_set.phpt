--TEST--
date_timestamp_set(): the moment
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
echo date_timestamp_set(date_create('2024-01-01 10:00:00.5'), 1711846800)->format('c u'), "\n";
--EXPECT--
2024-03-31T03:00:00+02:00 000000
