--TEST--
gmstrftime(): deprecated, in UTC
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
echo @gmstrftime('%Y-%m-%d %H:%M:%S %Z', 1711846800), "\n";
gmstrftime('%Y', 0);
--EXPECTF--
2024-03-31 01:00:00 GMT

Deprecated: Function gmstrftime() is deprecated since 8.1, use IntlDateFormatter::format() instead in %s on line 4
