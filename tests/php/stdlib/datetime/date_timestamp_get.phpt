--TEST--
date_timestamp_get(): the moment
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(date_timestamp_get(date_create('2024-01-01')), DateTime::createFromTimestamp(-1.5)->format('U.u'), date_create('2024-01-01 1:2:3.25')->getMicrosecond());
--EXPECT--
int(1704063600)
string(9) "-2.500000"
int(250000)
