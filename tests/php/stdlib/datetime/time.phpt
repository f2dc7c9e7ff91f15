--TEST--
time(): now, in seconds
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(abs(time() - $_SERVER['REQUEST_TIME']) < 100);
--EXPECT--
bool(true)
