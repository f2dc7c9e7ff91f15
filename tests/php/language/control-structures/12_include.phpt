--TEST--
include, require and their values
--FILE--
<?php
$v = 'outer'; $r = include __DIR__ . '/12_include.inc'; var_dump($r, $v, $made);
var_dump(include_once __DIR__ . '/12_include.inc', function_exists('from_include'));
function scoped() { $v = 'inner'; include __DIR__ . '/12_include_plain.inc'; return $v; }
echo scoped(), ' ', $v, "\n";
var_dump(require_once __DIR__ . '/12_include_plain.inc');
var_dump(@include 'missing.inc');
var_dump((include __DIR__ . '/12_include_plain.inc') + 1);
echo count(get_included_files()), "\n";
include 'no_such_file.inc';
--EXPECTF--
array(1) {
  ["returned"]=>
  string(14) "12_include.inc"
}
string(14) "outer+included"
int(3)
bool(true)
bool(true)
inner+plain outer+included
bool(true)
bool(false)
int(2)
3

Warning: include(no_such_file.inc): Failed to open stream: No such file or directory in %s12_include.php on line 10

Warning: include(): Failed opening 'no_such_file.inc' for inclusion (include_path='.:/usr/share/php') in %s12_include.php on line 10
