--TEST--
mbstring on arrays: those that hold themselves, references kept, what is checked after what is invalid
--FILE--
<?php
$a = [1, 'x' => 'y'];
$a[] = &$a;
var_dump(mb_check_encoding($a));
$b = ['k' => ["\xff"]];
$b['s'] = ['t' => &$b];
var_dump(mb_check_encoding($b));
$c = ["\xe9" => 'x'];
$c['s'] = ['t' => &$c];
var_dump(mb_check_encoding($c));
var_dump(mb_check_encoding([['a'], "b" => ["\xe9"]]), mb_check_encoding([1, 1.5, null, true]), mb_check_encoding([new stdClass]),
    mb_check_encoding([['x' => fopen('php://memory', 'r')]]));
$d = [];
$d[] = &$d;
var_dump(mb_convert_variables('UTF-8', 'UTF-8', $d));
$e = ['z'];
$f = [$e, $e, &$e, &$e];
var_dump(mb_check_encoding($f), mb_convert_encoding($f, 'UTF-16BE', 'UTF-8') == [["\0z"], ["\0z"], ["\0z"], ["\0z"]]);
$text = "\xe9";
$inner = ["\xe8"];
$copied = ["\xe7"];
$object = new class { public $p = "\xe6"; public $q = ["\xe5"]; };
$g = [&$text, &$inner, $copied, $object, 5];
var_dump(mb_convert_variables('UTF-8', 'ISO-8859-1', $g));
var_dump($g, $text, $inner, bin2hex($copied[0]));
// What cannot be read is -1 where there are entities.
foreach (['none', 'long', 'entity', 0x3042] as $mode) {
    mb_substitute_character($mode);
    var_dump(@mb_convert_encoding("a\xff\u{e9}\u{1F600}", 'HTML-ENTITIES', 'UTF-8'));
}
foreach (['UTF-8', 'UTF-16', 'UTF-16LE', 'UCS-2', 'UCS-4LE', 'UTF-32', 'SJIS', 'ISO-2022-JP-2004'] as $encoding) {
    try {
        var_dump(bin2hex((string) mb_chr(0xD800, $encoding)));
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
--EXPECTF--
Warning: mb_check_encoding(): Cannot not handle circular references in %sarrays_within_themselves.php on line 4
bool(false)

Warning: mb_check_encoding(): Cannot not handle circular references in %sarrays_within_themselves.php on line 7
bool(false)
bool(false)
bool(false)
bool(true)
bool(false)
bool(false)

Warning: mb_convert_variables(): Cannot handle recursive references in %sarrays_within_themselves.php on line 15
bool(false)
bool(true)
bool(true)
string(10) "ISO-8859-1"
array(5) {
  [0]=>
  string(2) "é"
  [1]=>
  &array(1) {
    [0]=>
    string(2) "è"
  }
  [2]=>
  array(1) {
    [0]=>
    string(2) "ç"
  }
  [3]=>
  object(class@anonymous)#1 (2) {
    ["p"]=>
    string(2) "æ"
    ["q"]=>
    array(1) {
      [0]=>
      string(2) "å"
    }
  }
  [4]=>
  int(5)
}
string(1) "�"
array(1) {
  [0]=>
  string(2) "è"
}
string(2) "e7"
string(31) "a&#4294967295;&eacute;&#128512;"
string(31) "a&#4294967295;&eacute;&#128512;"
string(31) "a&#4294967295;&eacute;&#128512;"
string(31) "a&#4294967295;&eacute;&#128512;"
string(0) ""
string(4) "d800"
string(4) "00d8"
string(4) "d800"
string(8) "00d80000"
string(8) "0000d800"
string(0) ""
mb_chr() does not support the "ISO-2022-JP-2004" encoding
