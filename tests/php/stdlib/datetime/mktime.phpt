--TEST--
mktime(): fields out of range carry
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(mktime(12, 0, 0, 2, 30, 2024), mktime(25, 61, 61, 13, 32, 2023), mktime(0, 0, 0, 1, 1, 69), mktime(0, 0, 0, 1, 1, 70), mktime(0, 0, 0, 0, 0, 2000), mktime(2, 30, 0, 3, 31, 2024), mktime(2, 30, 0, 10, 27, 2024));
--EXPECT--
int(1709290800)
int(1706835721)
int(3124220400)
int(-3600)
int(943916400)
int(1711848600)
int(1729992600)
