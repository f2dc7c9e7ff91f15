--TEST--
microtime(): as text and as float
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(preg_match('/^0\.\d{8} \d+$/', microtime()), microtime(true) > 1.6e9);
--EXPECT--
int(1)
bool(true)
