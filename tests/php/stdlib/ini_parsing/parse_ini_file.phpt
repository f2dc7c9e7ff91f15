--TEST--
parse_ini_file
--FILE--
<?php
file_put_contents("/tmp/howdah_settings.ini", "a = 1\n[s]\nb = yes\n");
var_dump(parse_ini_file("/tmp/howdah_settings.ini"), parse_ini_file("/tmp/howdah_settings.ini", true, INI_SCANNER_TYPED)); unlink("/tmp/howdah_settings.ini");
try { parse_ini_file(""); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
var_dump(@parse_ini_file("/tmp/howdah_nothing.ini"));
?>
--EXPECT--
array(2) {
  ["a"]=>
  string(1) "1"
  ["b"]=>
  string(1) "1"
}
array(2) {
  ["a"]=>
  int(1)
  ["s"]=>
  array(1) {
    ["b"]=>
    bool(true)
  }
}
parse_ini_file(): Argument #1 ($filename) must not be empty
bool(false)
