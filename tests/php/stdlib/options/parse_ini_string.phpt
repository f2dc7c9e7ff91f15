--TEST--
parse_ini_string()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
print_r(parse_ini_string("a = 1\nb = \"q \\\" x\"\n; comment\nc = yes\nd = null\nlist[] = x\nlist[] = y\nmap[k] = v\n[sec]\ne = E_ALL & ~E_NOTICE\nf = 'raw'\n", true)); var_dump(parse_ini_string("a=1\nb=1.5\nc=on\nd=null\ne=\"1\"\nf=abc", false, INI_SCANNER_TYPED)); var_dump(parse_ini_string("a = x y ; c\nb = \"q;\"", false, INI_SCANNER_RAW)); attempt(fn() => parse_ini_string('a=1', false, 9));
--EXPECT--
Array
(
    [a] => 1
    [b] => q " x
    [c] => 1
    [d] => 
    [list] => Array
        (
            [0] => x
            [1] => y
        )

    [map] => Array
        (
            [k] => v
        )

    [sec] => Array
        (
            [e] => 30711
            [f] => raw
        )

)
array(6) {
  ["a"]=>
  int(1)
  ["b"]=>
  float(1.5)
  ["c"]=>
  bool(true)
  ["d"]=>
  NULL
  ["e"]=>
  string(1) "1"
  ["f"]=>
  string(3) "abc"
}
array(2) {
  ["a"]=>
  string(3) "x y"
  ["b"]=>
  string(2) "q;"
}
[Invalid scanner mode]
bool(false)
