--TEST--
date_create_immutable_from_format(): by a format
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(date_create_immutable_from_format('!Y-m-d H:i', '2024-02-29 10:20'), date_create_immutable_from_format('Y', 'x'));
--EXPECTF--
object(DateTimeImmutable)#%d (3) {
  ["date"]=>
  string(26) "2024-02-29 10:20:00.000000"
  ["timezone_type"]=>
  int(3)
  ["timezone"]=>
  string(13) "Europe/Berlin"
}
bool(false)
