--TEST--
Overloaded strtr(), callbacks by reference of filters, classes that are no ancestors, tick functions that are running
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$level] $message\n"; return true; });
function attempt(callable $call): void {
    try {
        var_dump($call());
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
foreach ([[], ['a'], ['a', 'b'], ['abc', ['a' => 'x']], ['abc', null], ['abc', 1.5], ['abc', new stdClass], ['abc', 'a', 'b'], ['abc', 'a', null], ['abc', [], 'b'],
    ['a', 'b', 'c', 'd']] as $arguments) attempt(fn() => strtr(...$arguments));

attempt(fn() => filter_var('text', FILTER_CALLBACK, ['options' => function (&$value) { return strtoupper($value); }]));

class Root { static function name() { return static::class; } }
class Child extends Root {}
class Other extends Root {}
foreach (['Child', 'Other', 'Root', 'parent', 'self', 'Missing'] as $class) attempt(fn() => call_user_func([new Child, "$class::name"]));
attempt(fn() => is_callable([new Child, 'Other::name']));

function leaves() {
    static $calls = 0;
    if (++$calls > 1) return;
    attempt(fn() => unregister_tick_function('leaves'));
}
declare(ticks=1) {
    register_tick_function('leaves');
    $x = 1;
}
unregister_tick_function('leaves');

foreach ([PHP_INT_MIN, (float) PHP_INT_MIN, (float) PHP_INT_MAX, -9.2e18, 9.2e18] as $number) {
    foreach ([5, -1, -5, -18, -19, -20, PHP_INT_MIN] as $decimals) echo number_format($number, $decimals), ' ';
    echo "\n";
}
--EXPECTF--
ArgumentCountError: strtr() expects exactly 2 arguments, 0 given
ArgumentCountError: strtr() expects exactly 2 arguments, 1 given
TypeError: strtr(): Argument #2 ($from) must be of type array, string given
string(3) "xbc"
TypeError: strtr(): Argument #2 ($from) must be of type array, null given
TypeError: strtr(): Argument #2 ($from) must be of type array, float given
TypeError: strtr(): Argument #2 ($from) must be of type array, stdClass given
string(3) "bbc"
[8192] strtr(): Passing null to parameter #3 ($to) of type ?string is deprecated
string(3) "abc"
TypeError: strtr(): Argument #2 ($from) must be of type string, array given
ArgumentCountError: strtr() expects exactly 3 arguments, 4 given
[2] {closure:{closure:%srefused_calls.php:13}:13}(): Argument #1 ($value) must be passed by reference, value given
string(4) "TEXT"
[8192] Callables of the form ["Child", "Child::name"] are deprecated
string(5) "Child"
TypeError: call_user_func(): Argument #1 ($callback) must be a valid callback, class Child is not a subclass of Other
[8192] Callables of the form ["Child", "Root::name"] are deprecated
string(5) "Child"
[8192] Callables of the form ["Child", "parent::name"] are deprecated
string(5) "Child"
[8192] Callables of the form ["Child", "self::name"] are deprecated
string(5) "Child"
TypeError: call_user_func(): Argument #1 ($callback) must be a valid callback, class "Missing" not found
bool(false)
Error: Registered tick function cannot be unregistered while it is being executed
-9,223,372,036,854,775,808.00000 -9,223,372,036,854,775,810 -9,223,372,036,854,800,000 -9,000,000,000,000,000,000 -10,000,000,000,000,000,000 0 0 
-9,223,372,036,854,775,808.00000 -9,223,372,036,854,775,810 -9,223,372,036,854,800,000 -9,000,000,000,000,000,000 -10,000,000,000,000,000,000 0 0 
9,223,372,036,854,775,808.00000 9,223,372,036,854,775,808 9,223,372,036,854,800,384 9,000,000,000,000,000,000 10,000,000,000,000,000,000 0 0 
-9,200,000,000,000,000,000.00000 -9,200,000,000,000,000,000 -9,200,000,000,000,000,000 -9,000,000,000,000,000,000 -10,000,000,000,000,000,000 0 0 
9,200,000,000,000,000,000.00000 9,200,000,000,000,000,000 9,200,000,000,000,000,000 9,000,000,000,000,000,000 10,000,000,000,000,000,000 0 0
