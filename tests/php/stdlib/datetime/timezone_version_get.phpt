--TEST--
timezone_version_get(): a text
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(is_string(timezone_version_get()));
--EXPECT--
bool(true)
