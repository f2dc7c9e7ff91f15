--TEST--
Methods that cannot be invoked say so before their arguments are counted
--FILE--
<?php
abstract class A { abstract function f(); function g() { return 1; } static function h() { return 2; } }
foreach (['f', 'g', 'h'] as $name) {
    foreach ([[true], [], [null], [new stdClass], [null, []], [new class extends A { function f() {} }, []]] as $arguments) {
        try {
            var_dump((new ReflectionMethod('A', $name))->invokeArgs(...$arguments));
        } catch (Throwable $error) {
            echo get_class($error), ': ', $error->getMessage(), "\n";
        }
    }
}
--EXPECT--
ReflectionException: Trying to invoke abstract method A::f()
ReflectionException: Trying to invoke abstract method A::f()
ReflectionException: Trying to invoke abstract method A::f()
ReflectionException: Trying to invoke abstract method A::f()
ReflectionException: Trying to invoke abstract method A::f()
ReflectionException: Trying to invoke abstract method A::f()
ArgumentCountError: ReflectionMethod::invokeArgs() expects exactly 2 arguments, 1 given
ArgumentCountError: ReflectionMethod::invokeArgs() expects exactly 2 arguments, 0 given
ArgumentCountError: ReflectionMethod::invokeArgs() expects exactly 2 arguments, 1 given
ArgumentCountError: ReflectionMethod::invokeArgs() expects exactly 2 arguments, 1 given
ReflectionException: Trying to invoke non static method A::g() without an object
int(1)
ArgumentCountError: ReflectionMethod::invokeArgs() expects exactly 2 arguments, 1 given
ArgumentCountError: ReflectionMethod::invokeArgs() expects exactly 2 arguments, 0 given
ArgumentCountError: ReflectionMethod::invokeArgs() expects exactly 2 arguments, 1 given
ArgumentCountError: ReflectionMethod::invokeArgs() expects exactly 2 arguments, 1 given
int(2)
int(2)
