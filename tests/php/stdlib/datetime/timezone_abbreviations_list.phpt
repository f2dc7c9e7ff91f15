--TEST--
timezone_abbreviations_list(): zones that use an abbreviation
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
$list = timezone_abbreviations_list(); var_dump($list['cest'][0], $list['a']);
--EXPECT--
array(3) {
  ["dst"]=>
  bool(true)
  ["offset"]=>
  int(7200)
  ["timezone_id"]=>
  string(13) "Europe/Berlin"
}
array(1) {
  [0]=>
  array(3) {
    ["dst"]=>
    bool(false)
    ["offset"]=>
    int(3600)
    ["timezone_id"]=>
    NULL
  }
}
