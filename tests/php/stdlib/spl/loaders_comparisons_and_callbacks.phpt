--TEST--
Loaders registered while loading, comparing MultipleIterators, callbacks by reference, uninitialised dates, CSV arguments before advice
--FILE--
<?php
function attempt($what) {
    try {
        var_dump($what());
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
spl_autoload_register(function ($name) {
    echo "first $name\n";
    if ($name === 'Later') {
        spl_autoload_register(function ($name) { echo "second $name\n"; eval("class $name {}"); });
    }
});
attempt(fn() => get_class(new Later));
attempt(fn() => get_class(new Other));
$one = new MultipleIterator;
attempt(fn() => [$one == $one, $one == clone $one, $one <=> new MultipleIterator]);
class Bare extends MultipleIterator { function __construct() {} }
attempt(fn() => (new Bare)->getFlags());
attempt(fn() => filter_var('data', FILTER_CALLBACK, ['options' => function (&$value) { return strtoupper($value); }]));
class Unmade extends DateTime { function __construct() {} }
attempt(fn() => new DatePeriod(new Unmade, new DateInterval('P1D'), 2));
attempt(fn() => new DatePeriod(new DateTime('2020-01-01'), new DateInterval('P1D'), new Unmade));
attempt(fn() => (new Unmade)->format('c'));
attempt(fn() => (new SplTempFileObject)->fgetcsv('ab'));
attempt(fn() => (new SplTempFileObject)->fputcsv([1], ',', 'ab'));
attempt(fn() => (new SplTempFileObject)->fputcsv([1]));
attempt(fn() => implode(' ', Reflection::getModifierNames(-1)));
$count = new ReflectionMethod('ArrayObject', 'count');
attempt(fn() => $count->invokeArgs(new ArrayObject([1, 2]), []));
attempt(fn() => $count->invokeArgs(new ArrayObject));
attempt(fn() => $count->invokeArgs());
--EXPECTF--
first Later
second Later
string(5) "Later"
first Other
second Other
string(5) "Other"
array(3) {
  [0]=>
  bool(true)
  [1]=>
  bool(false)
  [2]=>
  int(1)
}
int(0)
[{closure:{closure:%sloaders_comparisons_and_callbacks.php:22}:22}(): Argument #1 ($value) must be passed by reference, value given]
string(4) "DATA"
DateObjectError: Object of type DateTimeInterface has not been correctly initialized by calling parent::__construct() in its constructor
DateObjectError: Object of type DateTimeInterface has not been correctly initialized by calling parent::__construct() in its constructor
DateObjectError: Object of type Unmade (inheriting DateTime) has not been correctly initialized by calling parent::__construct() in its constructor
ValueError: SplFileObject::fgetcsv(): Argument #1 ($separator) must be a single character
ValueError: SplFileObject::fputcsv(): Argument #3 ($enclosure) must be a single character
[SplFileObject::fputcsv(): the $escape parameter must be provided, as its default value will change, either explicitly or via SplFileObject::setCsvControl()]
int(2)
string(38) "abstract final virtual static readonly"
int(2)
ArgumentCountError: ReflectionMethod::invokeArgs() expects exactly 2 arguments, 1 given
ArgumentCountError: ReflectionMethod::invokeArgs() expects exactly 2 arguments, 0 given
