--TEST--
date_create_immutable(): a DateTimeImmutable or false
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(date_create_immutable('@1700000000.25'), date_create_immutable('foo'));
--EXPECTF--
object(DateTimeImmutable)#%d (3) {
  ["date"]=>
  string(26) "2023-11-14 22:13:20.250000"
  ["timezone_type"]=>
  int(1)
  ["timezone"]=>
  string(6) "+00:00"
}
bool(false)
