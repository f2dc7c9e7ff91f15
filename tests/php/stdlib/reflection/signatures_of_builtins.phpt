--TEST--
Signatures of builtins: extensions, defaults as PHP writes them, constants by name; defaults that are skipped by name
--FILE--
<?php
foreach (['strlen', 'strcmp', 'gc_enable', 'func_get_args', 'get_resource_type', 'constant', 'error_get_last', 'exit', 'trim', 'chunk_split', 'ucwords', 'compact',
    'parse_str', 'setlocale', 'extract', 'stream_socket_server', 'htmlspecialchars', 'json_encode', 'str_getcsv', 'fgetcsv', 'array_unique', 'round', 'sort',
    'stream_select', 'phpinfo', 'get_meta_tags', 'count', 'str_pad', 'array_udiff', 'strtr', 'file_get_contents'] as $name) {
    $function = new ReflectionFunction($name);
    echo $name, ': ', $function->getExtensionName(), ' ', preg_replace('/\s+/', ' ', (string) $function), "\n";
    foreach ($function->getParameters() as $parameter) {
        if (!$parameter->isDefaultValueAvailable()) continue;
        echo '  ', $parameter->getName(), ' = ', is_object($value = $parameter->getDefaultValue()) ? $value::class : json_encode($value), ' ',
            $parameter->isDefaultValueConstant() ? $parameter->getDefaultValueConstantName() : '-', "\n";
    }
}
foreach (['Attribute', 'ErrorException', 'Fiber'] as $class) {
    echo $class, ' ', (new ReflectionClass($class))->getExtensionName(), ' ', preg_replace('/\s+/', ' ', (string) (new ReflectionClass($class))->getConstructor()), "\n";
}
set_error_handler(function ($level, $message) { echo "[$level] $message\n"; return true; });
$stream = fopen('php://memory', 'w+');
var_dump(fputcsv($stream, ['a b', 'c'], eol: "\r\n"), fputcsv($stream, ['a'], eol: '|', escape: ''));
rewind($stream);
var_dump(stream_get_contents($stream), str_getcsv('a;b', separator: ';', escape: ''));
--EXPECT--
strlen: Core Function [ <internal:Core> function strlen ] { - Parameters [1] { Parameter #0 [ <required> string $string ] } - Return [ int ] } 
strcmp: Core Function [ <internal:Core> function strcmp ] { - Parameters [2] { Parameter #0 [ <required> string $string1 ] Parameter #1 [ <required> string $string2 ] } - Return [ int ] } 
gc_enable: Core Function [ <internal:Core> function gc_enable ] { - Parameters [0] { } - Return [ void ] } 
func_get_args: Core Function [ <internal:Core> function func_get_args ] { - Parameters [0] { } - Return [ array ] } 
get_resource_type: Core Function [ <internal:Core> function get_resource_type ] { - Parameters [1] { Parameter #0 [ <required> $resource ] } - Return [ string ] } 
constant: standard Function [ <internal:standard> function constant ] { - Parameters [1] { Parameter #0 [ <required> string $name ] } - Return [ mixed ] } 
error_get_last: standard Function [ <internal:standard> function error_get_last ] { - Parameters [0] { } - Return [ ?array ] } 
exit: Core Function [ <internal:Core> function exit ] { - Parameters [1] { Parameter #0 [ <optional> string|int $status = 0 ] } - Return [ never ] } 
  status = 0 -
trim: standard Function [ <internal:standard> function trim ] { - Parameters [2] { Parameter #0 [ <required> string $string ] Parameter #1 [ <optional> string $characters = " \n\r\t\v\x00" ] } - Return [ string ] } 
  characters = " \n\r\t\u000b\u0000" -
chunk_split: standard Function [ <internal:standard> function chunk_split ] { - Parameters [3] { Parameter #0 [ <required> string $string ] Parameter #1 [ <optional> int $length = 76 ] Parameter #2 [ <optional> string $separator = "\r\n" ] } - Return [ string ] } 
  length = 76 -
  separator = "\r\n" -
ucwords: standard Function [ <internal:standard> function ucwords ] { - Parameters [2] { Parameter #0 [ <required> string $string ] Parameter #1 [ <optional> string $separators = " \t\r\n\f\v" ] } - Return [ string ] } 
  separators = " \t\r\n\f\u000b" -
compact: standard Function [ <internal:standard> function compact ] { - Parameters [2] { Parameter #0 [ <required> $var_name ] Parameter #1 [ <optional> ...$var_names ] } - Return [ array ] } 
parse_str: standard Function [ <internal:standard> function parse_str ] { - Parameters [2] { Parameter #0 [ <required> string $string ] Parameter #1 [ <required> &$result ] } - Return [ void ] } 
setlocale: standard Function [ <internal:standard> function setlocale ] { - Parameters [3] { Parameter #0 [ <required> int $category ] Parameter #1 [ <required> $locales ] Parameter #2 [ <optional> ...$rest ] } - Return [ string|false ] } 
extract: standard Function [ <internal:standard> function extract ] { - Parameters [3] { Parameter #0 [ <required> array &$array ] Parameter #1 [ <optional> int $flags = EXTR_OVERWRITE ] Parameter #2 [ <optional> string $prefix = "" ] } - Return [ int ] } 
  flags = 0 EXTR_OVERWRITE
  prefix = "" -
stream_socket_server: standard Function [ <internal:standard> function stream_socket_server ] { - Parameters [5] { Parameter #0 [ <required> string $address ] Parameter #1 [ <optional> &$error_code = null ] Parameter #2 [ <optional> &$error_message = null ] Parameter #3 [ <optional> int $flags = STREAM_SERVER_BIND | STREAM_SERVER_LISTEN ] Parameter #4 [ <optional> $context = null ] } } 
  error_code = null -
  error_message = null -
  flags = 12 -
  context = null -
htmlspecialchars: standard Function [ <internal:standard> function htmlspecialchars ] { - Parameters [4] { Parameter #0 [ <required> string $string ] Parameter #1 [ <optional> int $flags = ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML401 ] Parameter #2 [ <optional> ?string $encoding = null ] Parameter #3 [ <optional> bool $double_encode = true ] } - Return [ string ] } 
  flags = 11 -
  encoding = null -
  double_encode = true -
json_encode: json Function [ <internal:json> function json_encode ] { - Parameters [3] { Parameter #0 [ <required> mixed $value ] Parameter #1 [ <optional> int $flags = 0 ] Parameter #2 [ <optional> int $depth = 512 ] } - Return [ string|false ] } 
  flags = 0 -
  depth = 512 -
str_getcsv: standard Function [ <internal:standard> function str_getcsv ] { - Parameters [4] { Parameter #0 [ <required> string $string ] Parameter #1 [ <optional> string $separator = "," ] Parameter #2 [ <optional> string $enclosure = "\"" ] Parameter #3 [ <optional> string $escape = "\\" ] } - Return [ array ] } 
  separator = "," -
  enclosure = "\"" -
  escape = "\\" -
fgetcsv: standard Function [ <internal:standard> function fgetcsv ] { - Parameters [5] { Parameter #0 [ <required> $stream ] Parameter #1 [ <optional> ?int $length = null ] Parameter #2 [ <optional> string $separator = "," ] Parameter #3 [ <optional> string $enclosure = "\"" ] Parameter #4 [ <optional> string $escape = "\\" ] } - Return [ array|false ] } 
  length = null -
  separator = "," -
  enclosure = "\"" -
  escape = "\\" -
array_unique: standard Function [ <internal:standard> function array_unique ] { - Parameters [2] { Parameter #0 [ <required> array $array ] Parameter #1 [ <optional> int $flags = SORT_STRING ] } - Return [ array ] } 
  flags = 2 SORT_STRING
round: standard Function [ <internal:standard> function round ] { - Parameters [3] { Parameter #0 [ <required> int|float $num ] Parameter #1 [ <optional> int $precision = 0 ] Parameter #2 [ <optional> RoundingMode|int $mode = RoundingMode::HalfAwayFromZero ] } - Return [ float ] } 
  precision = 0 -
  mode = RoundingMode RoundingMode::HalfAwayFromZero
sort: standard Function [ <internal:standard> function sort ] { - Parameters [2] { Parameter #0 [ <required> array &$array ] Parameter #1 [ <optional> int $flags = SORT_REGULAR ] } - Return [ true ] } 
  flags = 0 SORT_REGULAR
stream_select: standard Function [ <internal:standard> function stream_select ] { - Parameters [5] { Parameter #0 [ <required> ?array &$read ] Parameter #1 [ <required> ?array &$write ] Parameter #2 [ <required> ?array &$except ] Parameter #3 [ <required> ?int $seconds ] Parameter #4 [ <optional> ?int $microseconds = null ] } - Return [ int|false ] } 
  microseconds = null -
phpinfo: standard Function [ <internal:standard> function phpinfo ] { - Parameters [1] { Parameter #0 [ <optional> int $flags = INFO_ALL ] } - Return [ true ] } 
  flags = 4294967295 INFO_ALL
get_meta_tags: standard Function [ <internal:standard> function get_meta_tags ] { - Parameters [2] { Parameter #0 [ <required> string $filename ] Parameter #1 [ <optional> bool $use_include_path = false ] } - Return [ array|false ] } 
  use_include_path = false -
count: standard Function [ <internal:standard> function count ] { - Parameters [2] { Parameter #0 [ <required> Countable|array $value ] Parameter #1 [ <optional> int $mode = COUNT_NORMAL ] } - Return [ int ] } 
  mode = 0 COUNT_NORMAL
str_pad: standard Function [ <internal:standard> function str_pad ] { - Parameters [4] { Parameter #0 [ <required> string $string ] Parameter #1 [ <required> int $length ] Parameter #2 [ <optional> string $pad_string = " " ] Parameter #3 [ <optional> int $pad_type = STR_PAD_RIGHT ] } - Return [ string ] } 
  pad_string = " " -
  pad_type = 1 STR_PAD_RIGHT
array_udiff: standard Function [ <internal:standard> function array_udiff ] { - Parameters [2] { Parameter #0 [ <required> array $array ] Parameter #1 [ <optional> ...$rest ] } - Return [ array ] } 
strtr: standard Function [ <internal:standard> function strtr ] { - Parameters [3] { Parameter #0 [ <required> string $string ] Parameter #1 [ <required> array|string $from ] Parameter #2 [ <optional> ?string $to = null ] } - Return [ string ] } 
  to = null -
file_get_contents: standard Function [ <internal:standard> function file_get_contents ] { - Parameters [5] { Parameter #0 [ <required> string $filename ] Parameter #1 [ <optional> bool $use_include_path = false ] Parameter #2 [ <optional> $context = null ] Parameter #3 [ <optional> int $offset = 0 ] Parameter #4 [ <optional> ?int $length = null ] } - Return [ string|false ] } 
  use_include_path = false -
  context = null -
  offset = 0 -
  length = null -
Attribute Core Method [ <internal:Core, ctor> public method __construct ] { - Parameters [1] { Parameter #0 [ <optional> int $flags = Attribute::TARGET_ALL ] } } 
ErrorException Core Method [ <internal:Core, overwrites Exception, ctor> public method __construct ] { - Parameters [6] { Parameter #0 [ <optional> string $message = "" ] Parameter #1 [ <optional> int $code = 0 ] Parameter #2 [ <optional> int $severity = E_ERROR ] Parameter #3 [ <optional> ?string $filename = null ] Parameter #4 [ <optional> ?int $line = null ] Parameter #5 [ <optional> ?Throwable $previous = null ] } } 
Fiber Core Method [ <internal:Core, ctor> public method __construct ] { - Parameters [1] { Parameter #0 [ <required> callable $callback ] } } 
int(9)
int(2)
string(11) ""a b",c
a|"
array(2) {
  [0]=>
  string(1) "a"
  [1]=>
  string(1) "b"
}
