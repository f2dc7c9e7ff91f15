--TEST--
What functions say of odd arguments: names with zero bytes, names of classes, counts before conversions, C's integers
--FILE--
<?php
set_error_handler(function ($level, $message) {
    echo "[$level] ", addcslashes($message, "\0"), "\n";
    return true;
});
function attempt(callable ...$calls) {
    foreach ($calls as $call) {
        try {
            var_dump($call());
        } catch (Throwable $error) {
            echo get_class($error), ': ', addcslashes($error->getMessage(), "\0"), "\n";
        }
    }
}
class Text {
    function __construct(private string $text) {}
    function __toString(): string { return $this->text; }
}
$name = "a\0b";
$array = [];
$object = new stdClass;
echo "--- names with zero bytes\n";
attempt(
    fn() => $array[$name], fn() => $object->$name, fn() => $$name, fn() => constant($name), fn() => constant("stdClass::$name"),
    fn() => new $name, fn() => $name(), fn() => $object->$name(), fn() => stdClass::$name(), fn() => stdClass::$$name,
    fn() => (new ArrayObject([]))[$name], fn() => new ArrayObject([], 0, $name), fn() => class_implements($name),
    fn() => define($name, 1), fn() => define($name, 1), fn() => class_alias($name, 'x'), fn() => class_alias('Text', 'Other'),
    fn() => htmlentities('x', 0, $name), fn() => date_default_timezone_set($name), fn() => stream_wrapper_restore($name),
    fn() => stream_wrapper_unregister($name), fn() => stream_filter_append(fopen('php://memory', 'r'), $name),
    fn() => unserialize("E:3:\"$name\";"), fn() => assert(false, "x\0y"), fn() => new ReflectionClass($name),
    fn() => trigger_error($name), fn() => throw new Exception($name),
);
echo "--- names of classes\n";
foreach ([null, [], 1.5, new Text('ArrayIterator'), new Text('none'), $name] as $class) {
    attempt(
        fn() => count(get_class_vars($class)), fn() => stream_wrapper_register('x' . mt_rand(), $class),
        fn() => get_class(new ArrayObject([], 0, $class)), fn() => (new ArrayObject)->setIteratorClass($class),
        fn() => (new SplFileInfo('x'))->setInfoClass($class), fn() => (new SplFileInfo('x'))->setFileClass($class),
        fn() => (new SplFileInfo('x'))->getFileInfo($class) == true, fn() => (new SplFileInfo('a/x'))->getPathInfo($class) == true,
    );
}
attempt(fn() => get_class_vars(new stdClass), fn() => get_class_methods(fn() => 1));
echo "--- counts before conversions\n";
attempt(
    fn() => sprintf('%s %d', new stdClass), fn() => printf('%d %s', fn() => 1), fn() => vsprintf('%s %s', [new stdClass]),
    fn() => sprintf('%s %d', new Text('shown')), fn() => sprintf('%s', new stdClass),
    fn() => call_user_func_array('strlen', ['a' => 1, 5 => null]), fn() => call_user_func_array('strlen', ['string' => 'a', 5 => 1]),
    fn() => call_user_func_array(fn($a) => 1, ['b' => 1, 5 => null]), fn() => call_user_func_array(fn($a) => 1, ['a' => 1, 5 => 1]),
);
echo "--- others\n";
attempt(
    fn() => fseek(fopen('php://memory', 'r'), 0, PHP_INT_MIN), fn() => getprotobynumber(PHP_INT_MIN), fn() => parse_ini_string('a=1', true, PHP_INT_MIN),
    fn() => unixtojd(PHP_INT_MAX), fn() => number_format(null), fn() => strtr('abc', ['a' => 'b'], null),
    fn() => strtr('abc', 'ab', null), fn() => strtr('abc', from: ['a' => 'x']), fn() => strtr('abc', 'ab'),
    fn() => setcookie('a', 'b', [], ''), fn() => setcookie('a', 'b', [], secure: false), fn() => setrawcookie('', ' '), fn() => setrawcookie('a', ' '),
    fn() => stream_context_set_option(null, []), fn() => iptcembed('a', ''), fn() => stream_wrapper_register('', 'Text'),
    fn() => stream_wrapper_register('', 'Text'), fn() => pclose(fopen('php://memory', 'r')),
    fn() => array_slice(fstat(fopen('php://memory', 'r')), 13), fn() => stream_resolve_include_path('') === getcwd(),
);
$closed = fopen('php://memory', 'r');
fclose($closed);
attempt(fn() => pclose($closed), fn() => stream_context_set_option(stream_context_create(), ['http' => ['method' => 'GET']]));
--EXPECT--
--- names with zero bytes
[2] Undefined array key "a"
NULL
[2] Undefined property: stdClass::$a
NULL
[2] Undefined variable $a\000b
NULL
Error: Undefined constant "a"
Error: Undefined constant stdClass::a
Error: Class "a" not found
Error: Call to undefined function a()
Error: Call to undefined method stdClass::a()
Error: Call to undefined method stdClass::a()
Error: Access to undeclared static property stdClass::$a
[2] Undefined array key "a"
NULL
TypeError: ArrayObject::__construct(): Argument #3 ($iteratorClass) must be a class name derived from ArrayIterator, a given
[2] class_implements(): Class a does not exist and could not be loaded
bool(false)
bool(true)
[2] Constant a already defined
bool(false)
[2] Class "a" not found
bool(false)
bool(true)
[2] htmlentities(): Charset "a" is not supported, assuming UTF-8
string(1) "x"
[8] date_default_timezone_set(): Timezone ID 'a' is invalid
bool(false)
[2] stream_wrapper_restore(): a:// never existed, nothing to restore
bool(false)
[2] stream_wrapper_unregister(): Unable to unregister protocol a://
bool(false)
[2] stream_filter_append(): Unable to locate filter "a"
bool(false)
[2] unserialize(): Invalid enum name 'a' (missing colon)
[2] unserialize(): Error at offset 0 of 10 bytes
bool(false)
AssertionError: x
ReflectionException: Class "a\000b" does not exist
[1024] a\000b
bool(true)
Exception: a\000b
--- names of classes
TypeError: get_class_vars(): Argument #1 ($class) must be a valid class name,  given
TypeError: stream_wrapper_register(): Argument #2 ($class) must be a valid class name,  given
TypeError: ArrayObject::__construct(): Argument #3 ($iteratorClass) must be a class name derived from ArrayIterator,  given
TypeError: ArrayObject::setIteratorClass(): Argument #1 ($iteratorClass) must be a class name derived from ArrayIterator,  given
TypeError: SplFileInfo::setInfoClass(): Argument #1 ($class) must be a class name derived from SplFileInfo,  given
TypeError: SplFileInfo::setFileClass(): Argument #1 ($class) must be a class name derived from SplFileObject,  given
bool(true)
bool(true)
[2] Array to string conversion
TypeError: get_class_vars(): Argument #1 ($class) must be a valid class name, Array given
[2] Array to string conversion
TypeError: stream_wrapper_register(): Argument #2 ($class) must be a valid class name, Array given
[2] Array to string conversion
TypeError: ArrayObject::__construct(): Argument #3 ($iteratorClass) must be a class name derived from ArrayIterator, Array given
[2] Array to string conversion
TypeError: ArrayObject::setIteratorClass(): Argument #1 ($iteratorClass) must be a class name derived from ArrayIterator, Array given
[2] Array to string conversion
TypeError: SplFileInfo::setInfoClass(): Argument #1 ($class) must be a class name derived from SplFileInfo, Array given
[2] Array to string conversion
TypeError: SplFileInfo::setFileClass(): Argument #1 ($class) must be a class name derived from SplFileObject, Array given
[2] Array to string conversion
TypeError: SplFileInfo::getFileInfo(): Argument #1 ($class) must be a class name derived from SplFileInfo or null, Array given
[2] Array to string conversion
TypeError: SplFileInfo::getPathInfo(): Argument #1 ($class) must be a valid class name or null, Array given
TypeError: get_class_vars(): Argument #1 ($class) must be a valid class name, 1.5 given
TypeError: stream_wrapper_register(): Argument #2 ($class) must be a valid class name, 1.5 given
TypeError: ArrayObject::__construct(): Argument #3 ($iteratorClass) must be a class name derived from ArrayIterator, 1.5 given
TypeError: ArrayObject::setIteratorClass(): Argument #1 ($iteratorClass) must be a class name derived from ArrayIterator, 1.5 given
TypeError: SplFileInfo::setInfoClass(): Argument #1 ($class) must be a class name derived from SplFileInfo, 1.5 given
TypeError: SplFileInfo::setFileClass(): Argument #1 ($class) must be a class name derived from SplFileObject, 1.5 given
TypeError: SplFileInfo::getFileInfo(): Argument #1 ($class) must be a class name derived from SplFileInfo or null, 1.5 given
TypeError: SplFileInfo::getPathInfo(): Argument #1 ($class) must be a valid class name or null, 1.5 given
int(0)
bool(true)
string(11) "ArrayObject"
NULL
TypeError: SplFileInfo::setInfoClass(): Argument #1 ($class) must be a class name derived from SplFileInfo, ArrayIterator given
TypeError: SplFileInfo::setFileClass(): Argument #1 ($class) must be a class name derived from SplFileObject, ArrayIterator given
TypeError: SplFileInfo::getFileInfo(): Argument #1 ($class) must be a class name derived from SplFileInfo or null, ArrayIterator given
TypeError: SplFileInfo::getPathInfo(): Argument #1 ($class) must be a class name derived from SplFileInfo or null, ArrayIterator given
TypeError: get_class_vars(): Argument #1 ($class) must be a valid class name, none given
TypeError: stream_wrapper_register(): Argument #2 ($class) must be a valid class name, none given
TypeError: ArrayObject::__construct(): Argument #3 ($iteratorClass) must be a class name derived from ArrayIterator, none given
TypeError: ArrayObject::setIteratorClass(): Argument #1 ($iteratorClass) must be a class name derived from ArrayIterator, none given
TypeError: SplFileInfo::setInfoClass(): Argument #1 ($class) must be a class name derived from SplFileInfo, none given
TypeError: SplFileInfo::setFileClass(): Argument #1 ($class) must be a class name derived from SplFileObject, none given
TypeError: SplFileInfo::getFileInfo(): Argument #1 ($class) must be a class name derived from SplFileInfo or null, none given
TypeError: SplFileInfo::getPathInfo(): Argument #1 ($class) must be a valid class name or null, none given
TypeError: get_class_vars(): Argument #1 ($class) must be a valid class name, a given
TypeError: stream_wrapper_register(): Argument #2 ($class) must be a valid class name, a given
TypeError: ArrayObject::__construct(): Argument #3 ($iteratorClass) must be a class name derived from ArrayIterator, a given
TypeError: ArrayObject::setIteratorClass(): Argument #1 ($iteratorClass) must be a class name derived from ArrayIterator, a given
TypeError: SplFileInfo::setInfoClass(): Argument #1 ($class) must be a class name derived from SplFileInfo, a given
TypeError: SplFileInfo::setFileClass(): Argument #1 ($class) must be a class name derived from SplFileObject, a given
TypeError: SplFileInfo::getFileInfo(): Argument #1 ($class) must be a class name derived from SplFileInfo or null, a given
TypeError: SplFileInfo::getPathInfo(): Argument #1 ($class) must be a valid class name or null, a given
Error: Object of class stdClass could not be converted to string
array(4) {
  [0]=>
  string(4) "bind"
  [1]=>
  string(6) "bindTo"
  [2]=>
  string(4) "call"
  [3]=>
  string(12) "fromCallable"
}
--- counts before conversions
ArgumentCountError: 3 arguments are required, 2 given
[2] Object of class Closure could not be converted to int
ArgumentCountError: 3 arguments are required, 2 given
ValueError: The arguments array must contain 2 items, 1 given
ArgumentCountError: 3 arguments are required, 2 given
Error: Object of class stdClass could not be converted to string
Error: Unknown named parameter $a
Error: Cannot use positional argument after named argument
Error: Unknown named parameter $b
Error: Cannot use positional argument after named argument
--- others
int(0)
string(2) "ip"
array(1) {
  ["a"]=>
  string(1) "1"
}
bool(false)
[8192] number_format(): Passing null to parameter #1 ($num) of type float is deprecated
string(1) "0"
TypeError: strtr(): Argument #2 ($from) must be of type string, array given
[8192] strtr(): Passing null to parameter #3 ($to) of type ?string is deprecated
string(3) "abc"
string(3) "xbc"
TypeError: strtr(): Argument #2 ($from) must be of type array, string given
ArgumentCountError: setcookie(): Expects exactly 3 arguments when argument #3 ($expires_or_options) is an array
ArgumentCountError: setcookie(): Expects exactly 3 arguments when argument #3 ($expires_or_options) is an array
ValueError: setrawcookie(): Argument #1 ($name) must not be empty
ValueError: setrawcookie(): Argument #2 ($value) cannot contain ",", ";", " ", "\t", "\r", "\n", "\013", or "\014"
[8192] Calling stream_context_set_option() with 2 arguments is deprecated, use stream_context_set_options() instead
TypeError: stream_context_set_option(): Argument #1 ($context) must be of type resource, null given
[2] iptcembed(): Unable to open 
bool(false)
bool(true)
[2] stream_wrapper_register(): Protocol :// is already defined.
bool(false)
int(0)
array(13) {
  ["dev"]=>
  int(12)
  ["ino"]=>
  int(0)
  ["mode"]=>
  int(33060)
  ["nlink"]=>
  int(1)
  ["uid"]=>
  int(0)
  ["gid"]=>
  int(0)
  ["rdev"]=>
  int(-1)
  ["size"]=>
  int(0)
  ["atime"]=>
  int(0)
  ["mtime"]=>
  int(0)
  ["ctime"]=>
  int(0)
  ["blksize"]=>
  int(-1)
  ["blocks"]=>
  int(-1)
}
bool(true)
TypeError: pclose(): supplied resource is not a valid stream resource
[8192] Calling stream_context_set_option() with 2 arguments is deprecated, use stream_context_set_options() instead
bool(true)
