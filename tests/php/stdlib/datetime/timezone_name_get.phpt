--TEST--
timezone_name_get(): of any kind of zone
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(timezone_name_get(new DateTimeZone('Asia/Tokyo')), (new DateTimeZone('CET'))->getName(), (new DateTimeZone('+3'))->getName());
--EXPECT--
string(10) "Asia/Tokyo"
string(3) "CET"
string(6) "+03:00"
