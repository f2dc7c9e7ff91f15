--TEST--
hrtime(): never goes back
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
$a = hrtime(true); $b = hrtime(true); var_dump($b >= $a, count(hrtime()));
--EXPECT--
bool(true)
int(2)
