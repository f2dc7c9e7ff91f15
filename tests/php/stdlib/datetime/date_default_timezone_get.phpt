--TEST--
date_default_timezone_get(): what was set
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(date_default_timezone_get()); date_default_timezone_set('UTC'); var_dump(date_default_timezone_get());
--EXPECT--
string(13) "Europe/Berlin"
string(3) "UTC"
