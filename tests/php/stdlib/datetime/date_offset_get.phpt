--TEST--
date_offset_get(): east of UTC
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(date_offset_get(date_create('2024-07-01')), date_create('2024-01-01 EST')->getOffset());
--EXPECT--
int(7200)
int(-18000)
