--TEST--
gmdate(): in UTC
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(gmdate('c r e T I Z', 1711846800), gmdate(DATE_RFC7231, 0), gmdate(DATE_COOKIE, 1e9));
--EXPECT--
string(69) "2024-03-31T01:00:00+00:00 Sun, 31 Mar 2024 01:00:00 +0000 UTC GMT 0 0"
string(29) "Thu, 01 Jan 1970 00:00:00 GMT"
string(32) "Sunday, 09-Sep-2001 01:46:40 GMT"
