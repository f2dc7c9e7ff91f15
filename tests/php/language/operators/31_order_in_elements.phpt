--TEST--
Numeric string keys, the order in compound assignments, static members of traits
--FILE--
<?php
trait T { public static $p = 1; static function s() { return [__CLASS__, self::class, static::class]; } static function __callStatic($n, $a) { return $n; } } T::$p = 2; echo T::$p; print_r(T::s()); echo T::dyn(); class U { use T; } echo U::$p; print_r(U::s());
$a = ["1" => 'x', 'k' => ["0" => 'y']]; echo $a["1"], $a['k']["0"], isset($a["1"]) ? 1 : 0, $a["01"] ?? 'none'; $a["5"] = 1; unset($a["1"]); print_r($a); ["5" => $v] = $a; echo $v; $i = 3; $vals = [0,1,2,3,4,5,6]; function f($a, $b) { return $a * 10 + $b; } $vals[$i] *= f($i, ++$i); echo implode(' ', $vals), $i; $l = ['a' => 1]; $l['a'] += $l['a'] = 5; echo $l['a'];
--EXPECTF--
Deprecated: Accessing static trait property T::$p is deprecated, it should only be accessed on a class using the trait in %s31_order_in_elements.php on line 2

Deprecated: Accessing static trait property T::$p is deprecated, it should only be accessed on a class using the trait in %s31_order_in_elements.php on line 2
2
Deprecated: Calling static trait method T::s is deprecated, it should only be called on a class using the trait in %s31_order_in_elements.php on line 2
Array
(
    [0] => T
    [1] => T
    [2] => T
)

Deprecated: Calling static trait method T::dyn is deprecated, it should only be called on a class using the trait in %s31_order_in_elements.php on line 2
dyn1Array
(
    [0] => U
    [1] => U
    [2] => U
)
xy1noneArray
(
    [k] => Array
        (
            [0] => y
        )

    [5] => 1
)
10 1 2 3 136 5 6410
