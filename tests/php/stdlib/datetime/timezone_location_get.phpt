--TEST--
timezone_location_get(): where a zone is
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
$where = timezone_location_get(new DateTimeZone('Europe/Prague')); var_dump($where['country_code'], round($where['latitude']), timezone_location_get(new DateTimeZone('CET')));
--EXPECT--
string(2) "CZ"
float(50)
bool(false)
