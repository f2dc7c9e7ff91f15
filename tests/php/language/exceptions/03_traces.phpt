--TEST--
Stack traces as arrays and as text
--FILE--
<?php
class T {
    function m($x) { return self::s([1, 2], new stdClass, null, 1.5, true, 'quite a long string here'); }
    static function s(...$a) { throw new Exception('deep'); }
    function __invoke($q) { return $this->m($q); }
}
function top($a) {
    return (new T)($a);
}
try { top('arg'); } catch (Exception $e) {
    echo preg_replace('~\S+/~', '', $e->getTraceAsString()), "\n";
    foreach ($e->getTrace() as $f) echo ($f['class'] ?? ''), ($f['type'] ?? ''), $f['function'], ':', $f['line'], ' ', count($f['args'] ?? []), "\n";
    echo $e->getLine(), "\n";
}
try { array_map(function ($x) { throw new Exception('cb'); }, [1]); } catch (Exception $e) {
    echo preg_replace('~\S+/~', '', $e->getTraceAsString()), "\n";
}
echo preg_replace('~\S+/~', '', (string) new Exception('as text')), "\n";
function bt() { return count(debug_backtrace()); } echo bt(), "\n";
--EXPECT--
#0 03_traces.php(3): T::s(Array, Object(stdClass), NULL, 1.5, true, 'quite a long st...')
#1 03_traces.php(5): T->m('arg')
#2 03_traces.php(8): T->__invoke('arg')
#3 03_traces.php(10): top('arg')
#4 {main}
T::s:3 6
T->m:5 1
T->__invoke:8 1
top:10 1
4
#0 [internal function]: 03_traces.php:15}(1)
#1 03_traces.php(15): array_map(Object(Closure), Array)
#2 {main}
Exception: as text in 03_traces.php:18
Stack trace:
#0 {main}
1
