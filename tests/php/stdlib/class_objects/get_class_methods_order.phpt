--TEST--
Methods are listed as declared: a class's own, inherited ones, its traits', its interfaces'
--FILE--
<?php
interface I { function i1(); function i2(); }
trait T { function t1(){} function p1(){} function z(){} private function tp(){} }
trait U { function u1(){} function t1u(){} }
abstract class P implements I { function p1(){} function p2(){} private function pp(){} function i2(){} abstract function ab(); }
class C extends P implements Countable { use T, U { t1 as aliased; } function c1(){} function p2(){} function i1(){} function count(): int {return 0;} function c2(){} function ab(){} }
class D extends C { function d(){} function c2(){} }
abstract class E implements I { use T; function i2(){} }
print_r(get_class_methods('C')); foreach((new ReflectionClass('C'))->getMethods() as $m) echo $m->class,' ',$m->name,"\n";
print_r(get_class_methods('D')); foreach((new ReflectionClass('D'))->getMethods() as $m) echo $m->class,' ',$m->name,"\n";
print_r(get_class_methods('E')); foreach((new ReflectionClass('E'))->getMethods() as $m) echo $m->class,' ',$m->name,"\n";
enum S: string { case A='a'; const B=self::A; function f(){} }
print_r(get_class_methods('S')); foreach((new ReflectionClass('S'))->getMethods() as $m) echo $m->class,' ',$m->name,"\n";
class G extends Exception { function g() {} function __construct() {} }
print_r(get_class_methods('G')); foreach((new ReflectionClass('G'))->getMethods() as $m) echo $m->class,' ',$m->name,"\n";
--EXPECT--
Array
(
    [0] => c1
    [1] => p2
    [2] => i1
    [3] => count
    [4] => c2
    [5] => ab
    [6] => p1
    [7] => i2
    [8] => aliased
    [9] => t1
    [10] => z
    [11] => u1
    [12] => t1u
)
C c1
C p2
C i1
C count
C c2
C ab
C p1
P i2
C aliased
C t1
C z
C tp
C u1
C t1u
Array
(
    [0] => d
    [1] => c2
    [2] => c1
    [3] => p2
    [4] => i1
    [5] => count
    [6] => ab
    [7] => p1
    [8] => i2
    [9] => aliased
    [10] => t1
    [11] => z
    [12] => u1
    [13] => t1u
)
D d
D c2
C c1
C p2
C i1
C count
C ab
C p1
P i2
C aliased
C t1
C z
C u1
C t1u
Array
(
    [0] => i2
    [1] => t1
    [2] => p1
    [3] => z
    [4] => i1
)
E i2
E t1
E p1
E z
E tp
I i1
Array
(
    [0] => f
    [1] => cases
    [2] => from
    [3] => tryFrom
)
S f
S cases
S from
S tryFrom
Array
(
    [0] => g
    [1] => __construct
    [2] => __wakeup
    [3] => getMessage
    [4] => getCode
    [5] => getFile
    [6] => getLine
    [7] => getTrace
    [8] => getPrevious
    [9] => getTraceAsString
    [10] => __toString
)
G g
G __construct
Exception __wakeup
Exception getMessage
Exception getCode
Exception getFile
Exception getLine
Exception getTrace
Exception getPrevious
Exception getTraceAsString
Exception __toString
