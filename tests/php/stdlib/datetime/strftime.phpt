--TEST--
strftime(): deprecated, in the C locale
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
echo @strftime('%a %A %d %e %j %u %w %U %V %G %W %b %B %m %C %y %Y %H %I %l %M %p %r %R %S %T %z %Z %c %D %F %x', 1711846800), "\n";
strftime('%Y', 0);
--EXPECTF--
Sun Sunday 31 31 091 7 0 13 13 2024 13 Mar March 03 20 24 2024 03 03  3 00 AM 03:00:00 AM 03:00 00 03:00:00 +0200 CEST Sun Mar 31 03:00:00 2024 03/31/24 2024-03-31 03/31/24

Deprecated: Function strftime() is deprecated since 8.1, use IntlDateFormatter::format() instead in %s on line 4
