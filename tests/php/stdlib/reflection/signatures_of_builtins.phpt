--TEST--
What reflection says of PHP's own functions, classes and methods: types, defaults, required parameters, attributes, order
--FILE--
<?php
function shown(ReflectionFunctionAbstract $function): string {
    $parameters = [];
    foreach ($function->getParameters() as $p) {
        $default = '';
        if ($p->isDefaultValueAvailable()) {
            $default = ' = ' . ($p->isDefaultValueConstant() ? $p->getDefaultValueConstantName() : json_encode($p->getDefaultValue()));
        }
        $parameters[] = "{$p->getType()} \${$p->getName()}" . ($p->isOptional() ? '?' : '') . $default;
    }
    $type = $function->getReturnType() ?? "tentative {$function->getTentativeReturnType()}";
    return "{$function->getName()}(" . implode(', ', $parameters) . "): $type {$function->getNumberOfRequiredParameters()}\n";
}
$functions = ['get_parent_class', 'set_error_handler', 'spl_autoload_register', 'spl_autoload_extensions', 'hash', 'hash_equals',
    'hash_pbkdf2', 'timezone_identifiers_list', 'date_sunrise', 'fputcsv', 'number_format', 'iterator_count', 'mb_parse_str',
    'mb_detect_encoding', 'mb_str_pad'];
foreach ($functions as $name) {
    echo shown(new ReflectionFunction($name));
}
$methods = ['Closure::fromCallable', 'Generator::__debugInfo', 'FiberError::__construct', 'DatePeriod::__construct',
    'Random\Engine\Mt19937::__construct', 'ReflectionMethod::__construct', 'ReflectionMethod::invoke', 'ReflectionMethod::invokeArgs',
    'ReflectionProperty::setValue', 'RecursiveIteratorIterator::__construct', 'RecursiveIteratorIterator::beginIteration',
    'CachingIterator::__construct', 'RecursiveCachingIterator::__construct', 'RegexIterator::__construct',
    'RecursiveTreeIterator::__construct', 'ArrayObject::asort', 'DirectoryIterator::getBasename', 'SplFileObject::fseek',
    'SplFileObject::getChildren', 'SplObjectStorage::count', 'SplObjectStorage::offsetSet'];
foreach ($methods as $name) {
    [$class, $method] = explode('::', $name);
    $reflected = new ReflectionMethod($class, $method);
    echo "$reflected->class::", shown($reflected);
}
foreach (['ArrayObject', 'ArrayIterator', 'SplMinHeap', 'SplPriorityQueue', 'SplFileObject', 'Fiber', 'InflateContext'] as $class) {
    echo $class, ': ', implode(' ', get_class_methods($class)), "\n";
}
foreach (['RecursiveCachingIterator', 'CachingIterator', 'PropertyHookType', 'SplFileObject'] as $class) {
    echo $class, ': ', implode(' ', (new ReflectionClass($class))->getInterfaceNames()), "\n";
}
foreach (['JsonException', 'JsonSerializable', 'AssertionError', 'InternalIterator', '__PHP_Incomplete_Class'] as $class) {
    echo $class, ': ', (new ReflectionClass($class))->getExtensionName(), "\n";
}
var_dump((new ReflectionClass('BcMath\Number'))->isReadOnly(), (new ReflectionConstant('FILE_TEXT'))->isDeprecated());

echo "--- attributes\n";
foreach ([new ReflectionFunction('strftime'), new ReflectionFunction('mhash'), new ReflectionMethod('SplFixedArray', '__wakeup'),
    new ReflectionFunction('strlen'), new ReflectionClass('Override'), new ReflectionClass('stdClass')] as $subject) {
    foreach ($subject->getAttributes() as $attribute) {
        echo $attribute, json_encode($attribute->getArguments()), ' ', json_encode($attribute->newInstance()), "\n";
    }
}
echo count((new ReflectionFunction('mhash'))->getAttributes('Nothing')), "\n";

echo "--- calls\n";
class Holder {
    public static $s;
    public static function f($x = 1) { return $x; }
}
$f = new ReflectionMethod('Holder', 'f');
$s = new ReflectionProperty('Holder', 's');
foreach ([fn() => $f->invoke(), fn() => $f->invokeArgs(null), fn() => $s->setValue(), fn() => $s->setValue(1, 2, 3),
    fn() => new DatePeriod, fn() => new FiberError, fn() => new InflateContext, fn() => new DeflateContext,
    fn() => (new SplObjectStorage)->offsetSet(), fn() => spl_autoload_extensions('.x'), fn() => iterator_count(1),
    fn() => fputcsv(fopen('php://memory', 'w'), ['a'], escape: '', eol: null), fn() => (new SplFileObject('php://memory'))->getChildren(),
    fn() => (function () { yield 1; })()->__debugInfo(1), fn() => (new SensitiveParameterValue(1))->__construct(2),
    fn() => new ReflectionMethod('Closure', '__invoke')] as $call) {
    try {
        var_dump($call());
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
$kept = new SensitiveParameterValue(5);
var_dump((array) $kept, get_object_vars($kept), print_r($kept, true), $kept == new SensitiveParameterValue(5), $kept == new SensitiveParameterValue(6));
var_export($kept);
echo "\n", (new ReflectionProperty($kept, 'value'))->getValue($kept), $kept->getValue(), "\n";
class Walk extends RecursiveIteratorIterator {
    function beginIteration() { echo "begin\n"; }
}
foreach (new Walk(new RecursiveArrayIterator([1])) as $x) {
    echo $x, "\n";
}
--EXPECTF--
Deprecated: Return type of Walk::beginIteration() should either be compatible with RecursiveIteratorIterator::beginIteration(): void, or the #[\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice in %ssignatures_of_builtins.php on line 75
get_parent_class(object|string $object_or_class?): string|false 0
set_error_handler(?callable $callback, int $error_levels? = E_ALL): tentative  1
spl_autoload_register(?callable $callback? = null, bool $throw? = true, bool $prepend? = false): bool 0
spl_autoload_extensions(?string $file_extensions? = null): string 0
hash(string $algo, string $data, bool $binary? = false, array $options? = []): string 2
hash_equals(string $known_string, string $user_string): bool 2
hash_pbkdf2(string $algo, string $password, string $salt, int $iterations, int $length? = 0, bool $binary? = false, array $options? = []): string 4
timezone_identifiers_list(int $timezoneGroup? = DateTimeZone::ALL, ?string $countryCode? = null): array 0
date_sunrise(int $timestamp, int $returnFormat? = SUNFUNCS_RET_STRING, ?float $latitude? = null, ?float $longitude? = null, ?float $zenith? = null, ?float $utcOffset? = null): string|int|float|false 1
fputcsv( $stream, array $fields, string $separator? = ",", string $enclosure? = "\"", string $escape? = "\\", string $eol? = "\n"): int|false 2
number_format(float $num, int $decimals? = 0, ?string $decimal_separator? = ".", ?string $thousands_separator? = ","): string 1
iterator_count(Traversable|array $iterator): int 1
mb_parse_str(string $string,  $result): bool 2
mb_detect_encoding(string $string, array|string|null $encodings? = null, bool $strict? = false): string|false 1
mb_str_pad(string $string, int $length, string $pad_string? = " ", int $pad_type? = STR_PAD_RIGHT, ?string $encoding? = null): string 2
Closure::fromCallable(callable $callback): Closure 1
Generator::__debugInfo(): array 0
FiberError::__construct(): tentative  0
DatePeriod::__construct( $start,  $interval?,  $end?,  $options?): tentative  1
Random\Engine\Mt19937::__construct(?int $seed? = null, int $mode? = MT_RAND_MT19937): tentative  0
ReflectionMethod::__construct(object|string $objectOrMethod, ?string $method? = null): tentative  1
ReflectionMethod::invoke(?object $object, mixed $args?): tentative mixed 1
ReflectionMethod::invokeArgs(?object $object, array $args): tentative mixed 2
ReflectionProperty::setValue(mixed $objectOrValue, mixed $value?): tentative void 1
RecursiveIteratorIterator::__construct(Traversable $iterator, int $mode? = RecursiveIteratorIterator::LEAVES_ONLY, int $flags? = 0): tentative  1
RecursiveIteratorIterator::beginIteration(): tentative void 0
CachingIterator::__construct(Iterator $iterator, int $flags? = CachingIterator::CALL_TOSTRING): tentative  1
RecursiveCachingIterator::__construct(Iterator $iterator, int $flags? = RecursiveCachingIterator::CALL_TOSTRING): tentative  1
RegexIterator::__construct(Iterator $iterator, string $pattern, int $mode? = RegexIterator::MATCH, int $flags? = 0, int $pregFlags? = 0): tentative  2
RecursiveTreeIterator::__construct( $iterator, int $flags? = RecursiveTreeIterator::BYPASS_KEY, int $cachingIteratorFlags? = CachingIterator::CATCH_GET_CHILD, int $mode? = RecursiveTreeIterator::SELF_FIRST): tentative  1
ArrayObject::asort(int $flags? = SORT_REGULAR): tentative true 0
DirectoryIterator::getBasename(string $suffix? = ""): tentative string 0
SplFileObject::fseek(int $offset, int $whence? = SEEK_SET): tentative int 1
SplFileObject::getChildren(): tentative null 0
SplObjectStorage::count(int $mode? = COUNT_NORMAL): tentative int 0
SplObjectStorage::offsetSet( $object, mixed $info? = null): tentative void 1
ArrayObject: __construct offsetExists offsetGet offsetSet offsetUnset append getArrayCopy count getFlags setFlags asort ksort uasort uksort natsort natcasesort unserialize serialize __serialize __unserialize getIterator exchangeArray setIteratorClass getIteratorClass __debugInfo
ArrayIterator: __construct offsetExists offsetGet offsetSet offsetUnset append getArrayCopy count getFlags setFlags asort ksort uasort uksort natsort natcasesort unserialize serialize __serialize __unserialize rewind current key next valid seek __debugInfo
SplMinHeap: extract insert top count isEmpty rewind current key next valid recoverFromCorruption isCorrupted __debugInfo
SplPriorityQueue: compare insert setExtractFlags top extract count isEmpty rewind current key next valid recoverFromCorruption isCorrupted getExtractFlags __debugInfo
SplFileObject: __construct rewind eof valid fgets fread fgetcsv fputcsv setCsvControl getCsvControl flock fflush ftell fseek fgetc fpassthru fscanf fwrite fstat ftruncate current key next setFlags getFlags setMaxLineLen getMaxLineLen hasChildren getChildren seek getCurrentLine __toString getPath getFilename getExtension getBasename getPathname getPerms getInode getSize getOwner getGroup getATime getMTime getCTime getType isWritable isReadable isExecutable isFile isDir isLink getLinkTarget getRealPath getFileInfo getPathInfo openFile setFileClass setInfoClass __debugInfo _bad_state_ex
Fiber: __construct start resume throw isStarted isSuspended isRunning isTerminated getReturn getCurrent suspend
InflateContext: 
RecursiveCachingIterator: Countable ArrayAccess OuterIterator Traversable Iterator Stringable RecursiveIterator
CachingIterator: Stringable Iterator Traversable OuterIterator ArrayAccess Countable
PropertyHookType: BackedEnum UnitEnum
SplFileObject: Stringable RecursiveIterator Traversable Iterator SeekableIterator
JsonException: json
JsonSerializable: json
AssertionError: standard
InternalIterator: Core
__PHP_Incomplete_Class: standard
bool(true)
bool(true)
--- attributes
Attribute [ Deprecated ] {
  - Arguments [2] {
    Argument #0 [ since = '8.1' ]
    Argument #1 [ message = 'use IntlDateFormatter::format() instead' ]
  }
}
{"since":"8.1","message":"use IntlDateFormatter::format() instead"} {"message":"use IntlDateFormatter::format() instead","since":"8.1"}
Attribute [ Deprecated ] {
  - Arguments [1] {
    Argument #0 [ since = '8.1' ]
  }
}
{"since":"8.1"} {"message":null,"since":"8.1"}
Attribute [ Deprecated ] {
  - Arguments [2] {
    Argument #0 [ since = '8.4' ]
    Argument #1 [ message = 'this method is obsolete, as serialization hooks are provided by __unserialize() and __serialize()' ]
  }
}
{"since":"8.4","message":"this method is obsolete, as serialization hooks are provided by __unserialize() and __serialize()"} {"message":"this method is obsolete, as serialization hooks are provided by __unserialize() and __serialize()","since":"8.4"}
Attribute [ Attribute ] {
  - Arguments [1] {
    Argument #0 [ 4 ]
  }
}
[4] {"flags":4}
Attribute [ AllowDynamicProperties ]
[] {}
0
--- calls
ArgumentCountError: ReflectionMethod::invoke() expects at least 1 argument, 0 given
ArgumentCountError: ReflectionMethod::invokeArgs() expects exactly 2 arguments, 1 given
ArgumentCountError: ReflectionProperty::setValue() expects exactly 2 arguments, 0 given
ArgumentCountError: ReflectionProperty::setValue() expects exactly 2 arguments, 3 given
TypeError: DatePeriod::__construct() accepts (DateTimeInterface, DateInterval, int [, int]), or (DateTimeInterface, DateInterval, DateTime [, int]), or (string [, int]) as arguments
Error: The "FiberError" class is reserved for internal use and cannot be manually instantiated
Error: Cannot directly construct InflateContext, use inflate_init() instead
Error: Cannot directly construct DeflateContext, use deflate_init() instead
ArgumentCountError: SplObjectStorage::offsetSet() expects at least 1 argument, 0 given
string(2) ".x"
TypeError: iterator_count(): Argument #1 ($iterator) must be of type Traversable|array, int given
int(2)
NULL
ArgumentCountError: Generator::__debugInfo() expects exactly 0 arguments, 1 given
Error: Cannot modify readonly property SensitiveParameterValue::$value
ReflectionException: Method Closure::__invoke() does not exist
array(0) {
}
array(0) {
}
string(35) "SensitiveParameterValue Object
(
)
"
bool(true)
bool(false)
\SensitiveParameterValue::__set_state(array(
))
55
begin
1
