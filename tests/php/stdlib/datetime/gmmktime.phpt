--TEST--
gmmktime(): in UTC
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(gmmktime(12, 0, 0, 2, 30, 2024), gmmktime(-1, 0, 0, 1, 1, 2024), gmmktime(0, 0, 0, 1, 1, -4000));
--EXPECT--
int(1709294400)
int(1704063600)
int(-188395027200)
