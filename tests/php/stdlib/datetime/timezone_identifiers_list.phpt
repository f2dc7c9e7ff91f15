--TEST--
timezone_identifiers_list(): by group and country
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(in_array('Europe/Berlin', timezone_identifiers_list()), timezone_identifiers_list(DateTimeZone::ARCTIC), timezone_identifiers_list(DateTimeZone::PER_COUNTRY, 'DE'));
try { timezone_identifiers_list(DateTimeZone::PER_COUNTRY); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
bool(true)
array(1) {
  [0]=>
  string(19) "Arctic/Longyearbyen"
}
array(2) {
  [0]=>
  string(13) "Europe/Berlin"
  [1]=>
  string(15) "Europe/Busingen"
}
timezone_identifiers_list(): Argument #2 ($countryCode) must be a two-letter ISO 3166-1 compatible country code when argument #1 ($timezoneGroup) is DateTimeZone::PER_COUNTRY
