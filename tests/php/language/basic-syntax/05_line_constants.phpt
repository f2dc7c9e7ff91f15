--TEST--
Magic constants for place: __LINE__, __FILE__, __DIR__, __FUNCTION__
--FILE--
<?php
echo __LINE__, "\n";
function where() {
    return __FUNCTION__ . ':' . __LINE__;
}
echo where(), "\n";
var_dump(basename(__FILE__) === basename($_SERVER['SCRIPT_NAME']));
var_dump(__DIR__ === dirname(__FILE__));
class A { function m() { return [__CLASS__, __METHOD__, __FUNCTION__, (fn() => __FUNCTION__)()]; } }
print_r((new A)->m());
var_dump(__NAMESPACE__, __CLASS__);
echo __line__
    + 0, "\n";
--EXPECT--
2
where:4
bool(true)
bool(true)
Array
(
    [0] => A
    [1] => A::m
    [2] => m
    [3] => {closure:A::m():9}
)
string(0) ""
string(0) ""
12
