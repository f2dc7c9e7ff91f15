--TEST--
filter_var
--FILE--
<?php
foreach (["1", " -5 ", "07", "0x1F", "1.5", "", "9223372036854775808"] as $n) var_dump(filter_var($n, FILTER_VALIDATE_INT), filter_var($n, FILTER_VALIDATE_INT, FILTER_FLAG_ALLOW_OCTAL | FILTER_FLAG_ALLOW_HEX));
foreach (["1e3", "1,000.5", "1'000", ".5", "abc"] as $n) var_dump(filter_var($n, FILTER_VALIDATE_FLOAT), filter_var($n, FILTER_VALIDATE_FLOAT, FILTER_FLAG_ALLOW_THOUSAND));
foreach (["yes", "off", "", "maybe"] as $n) var_dump(filter_var($n, FILTER_VALIDATE_BOOL, FILTER_NULL_ON_FAILURE));
var_dump(filter_var("5", FILTER_VALIDATE_INT, ["options" => ["min_range" => 6, "default" => 6]]), filter_var("a", FILTER_CALLBACK, ["options" => "strtoupper"]));
var_dump(filter_var([1, ["x", "2"]], FILTER_VALIDATE_INT, FILTER_REQUIRE_ARRAY), filter_var(1, 12345));
?>
--EXPECTF--
int(1)
int(1)
int(-5)
int(-5)
bool(false)
int(7)
bool(false)
int(31)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
float(1000)
float(1000)
bool(false)
float(1000.5)
bool(false)
float(1000)
float(0.5)
float(0.5)
bool(false)
bool(false)
bool(true)
bool(false)
bool(false)
NULL
int(6)
string(1) "A"

Warning: filter_var(): Unknown filter with ID 12345 in %s on line 6
array(2) {
  [0]=>
  int(1)
  [1]=>
  array(2) {
    [0]=>
    bool(false)
    [1]=>
    int(2)
  }
}
bool(false)
