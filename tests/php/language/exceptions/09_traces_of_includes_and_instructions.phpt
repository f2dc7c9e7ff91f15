--TEST--
A trace names an included file unless nothing else runs in it, and shows no call of what PHP compiles to an instruction
--FILE--
<?php
$path = tempnam('/tmp', 'inc');
file_put_contents($path, '<?php
try { throw new Exception("a"); } catch (Exception $e) { echo $e->getTraceAsString(), "\n"; }
try { strlen(); } catch (Error $e) { echo $e->getTraceAsString(), "\n"; }
try { missing(); } catch (Error $e) { echo $e->getTraceAsString(), "\n", array_key_exists("args", $e->getTrace()[0]), "\n"; }
debug_print_backtrace();
(function () { debug_print_backtrace(); })();
try { eval("throw new Exception(1);"); } catch (Exception $e) { echo $e->getTraceAsString(), "\n"; }
function inner() { throw new Exception("z"); }
try { inner(); } catch (Exception $e) { echo $e->getTraceAsString(), "\n"; }
echo (new class extends Exception { function __construct() { parent::__construct("q"); debug_print_backtrace(); } })->getTraceAsString(), "\n";
');
ob_start();
include $path;
echo preg_replace(['/class@anonymous[^-]*/', "/include\\('[^']*'\\)/"], ['class@anonymous', "include('FILE')"], str_replace($path, 'FILE', ob_get_clean()));
unlink($path);
function shown(array $trace) { return implode(' < ', array_map(fn ($call) => preg_replace('/\{closure.*/', 'closure', $call['function']), $trace)); }
function length($of) { return strlen($of); }
$calls = [
    fn () => length([]), fn () => array_map('count', [3]), fn () => call_user_func('count', 3), fn () => count(3), fn () => sizeof(3),
    fn () => array_key_exists(1, 3), fn () => get_class(3), fn () => strlen(1, 2), fn () => chr([]), function () { $f = 'count'; return $f(3); },
    fn () => clone new Exception, fn () => clone new class extends Error {},
];
foreach ($calls as $call) {
    try { $call(); } catch (Error $e) {
        echo preg_replace('/@anonymous.*/', '', $e->getMessage()), ' ', shown($e->getTrace()), "\n";
    }
}
set_error_handler(function () { echo shown(debug_backtrace()), "\n"; return true; });
length(null);
set_error_handler(function (int $level, string $message) { echo $message, "\n"; return true; });
register_shutdown_function(function () { echo "the end\n"; });
exit(null);
--EXPECTF--
#0 %s09_traces_of_includes_and_instructions.php(15): include()
#1 {main}
#0 FILE(3): strlen()
#1 %s09_traces_of_includes_and_instructions.php(15): include('FILE')
#2 {main}
#0 %s09_traces_of_includes_and_instructions.php(15): include()
#1 {main}

#0 %s09_traces_of_includes_and_instructions.php(15): include()
#0 FILE(6): {closure:FILE:6}()
#1 %s09_traces_of_includes_and_instructions.php(15): include('FILE')
#0 FILE(7): eval()
#1 %s09_traces_of_includes_and_instructions.php(15): include('FILE')
#2 {main}
#0 FILE(9): inner()
#1 %s09_traces_of_includes_and_instructions.php(15): include('FILE')
#2 {main}
#0 FILE(10): Exception@anonymous->__construct()
#1 %s09_traces_of_includes_and_instructions.php(15): include('FILE')
#0 %s09_traces_of_includes_and_instructions.php(15): include()
#1 {main}
strlen(): Argument #1 ($string) must be of type string, array given length < closure
count(): Argument #1 ($value) must be of type Countable|array, int given count < array_map < closure
count(): Argument #1 ($value) must be of type Countable|array, int given count < closure
count(): Argument #1 ($value) must be of type Countable|array, int given closure
sizeof(): Argument #1 ($value) must be of type Countable|array, int given closure
array_key_exists(): Argument #2 ($array) must be of type array, int given closure
get_class(): Argument #1 ($object) must be of type object, int given closure
strlen() expects exactly 1 argument, 2 given strlen < closure
chr(): Argument #1 ($codepoint) must be of type int, array given chr < closure
count(): Argument #1 ($value) must be of type Countable|array, int given count < closure
Trying to clone an uncloneable object of class Exception closure
Trying to clone an uncloneable object of class Error closure
closure < length
exit(): Passing null to parameter #1 ($status) of type string|int is deprecated
the end
