--TEST--
timezone_name_from_abbr(): a guess
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(timezone_name_from_abbr('CET'), timezone_name_from_abbr('', 3600, 0), timezone_name_from_abbr('EST', -18000), timezone_name_from_abbr('foo'), timezone_name_from_abbr('', 1234, 0));
--EXPECT--
string(13) "Europe/Berlin"
string(12) "Europe/Paris"
string(16) "America/New_York"
bool(false)
bool(false)
