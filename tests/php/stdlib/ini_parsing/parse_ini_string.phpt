--TEST--
parse_ini_string
--FILE--
<?php
$ini = "; comment\na = 1\nb = on\nc = off\nd = null\ne = \"x; \\\"y\\\"\" ; c\nf = 'q\$z'\ng = E_ALL & ~8\nh[] = 1\nh[k] = 2.5\ni = a b c\nj = \${nope:-def}\n[sec]\nk = 1|2\nl =\n";
foreach ([INI_SCANNER_NORMAL, INI_SCANNER_RAW, INI_SCANNER_TYPED] as $m) { var_dump(parse_ini_string($ini, true, $m)); }
var_dump(parse_ini_string("a = b = c"), parse_ini_string("[x"), parse_ini_string("a = (1"), parse_ini_string("a=1", false, 9));
?>
--EXPECTF--
array(11) {
  ["a"]=>
  string(1) "1"
  ["b"]=>
  string(1) "1"
  ["c"]=>
  string(0) ""
  ["d"]=>
  string(0) ""
  ["e"]=>
  string(6) "x; "y""
  ["f"]=>
  string(3) "q$z"
  ["g"]=>
  string(5) "30711"
  ["h"]=>
  array(2) {
    [0]=>
    string(1) "1"
    ["k"]=>
    string(3) "2.5"
  }
  ["i"]=>
  string(5) "a b c"
  ["j"]=>
  string(3) "def"
  ["sec"]=>
  array(2) {
    ["k"]=>
    string(1) "3"
    ["l"]=>
    string(0) ""
  }
}
array(11) {
  ["a"]=>
  string(1) "1"
  ["b"]=>
  string(2) "on"
  ["c"]=>
  string(3) "off"
  ["d"]=>
  string(4) "null"
  ["e"]=>
  string(8) "x; \"y\""
  ["f"]=>
  string(5) "'q$z'"
  ["g"]=>
  string(10) "E_ALL & ~8"
  ["h"]=>
  array(2) {
    [0]=>
    string(1) "1"
    ["k"]=>
    string(3) "2.5"
  }
  ["i"]=>
  string(5) "a b c"
  ["j"]=>
  string(12) "${nope:-def}"
  ["sec"]=>
  array(2) {
    ["k"]=>
    string(3) "1|2"
    ["l"]=>
    string(0) ""
  }
}
array(11) {
  ["a"]=>
  int(1)
  ["b"]=>
  bool(true)
  ["c"]=>
  bool(false)
  ["d"]=>
  NULL
  ["e"]=>
  string(6) "x; "y""
  ["f"]=>
  string(3) "q$z"
  ["g"]=>
  int(30711)
  ["h"]=>
  array(2) {
    [0]=>
    int(1)
    ["k"]=>
    float(2.5)
  }
  ["i"]=>
  string(5) "a b c"
  ["j"]=>
  string(3) "def"
  ["sec"]=>
  array(2) {
    ["k"]=>
    int(3)
    ["l"]=>
    string(0) ""
  }
}

Warning: syntax error, unexpected '=' in Unknown on line 1
 in %s on line 4

Warning: syntax error, unexpected end of file, expecting ']' in Unknown on line 1
 in %s on line 4

Warning: syntax error, unexpected END_OF_LINE, expecting '^' or '|' or '&' or ')' in Unknown on line 1
 in %s on line 4

Warning: Invalid scanner mode in %s on line 4
bool(false)
bool(false)
bool(false)
bool(false)
