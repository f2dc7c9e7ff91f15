--TEST--
throw, catch, finally
--FILE--
<?php
try { echo 'a'; throw new Exception('msg', 5); echo 'never'; } catch (Exception $e) {
    echo $e->getMessage(), $e->getCode(), ' line ', $e->getLine(), ' ', basename($e->getFile()) === basename(__FILE__) ? 'file' : '', "\n";
} finally { echo "finally\n"; }
class My extends InvalidArgumentException {
    function __construct($m, private $extra) { parent::__construct($m); }
    function extra() { return $this->extra; }
}
try { throw new My('mine', 'ex'); } catch (TypeError | My $e) { echo get_class($e), $e->extra(), "\n"; } catch (Exception) {
    echo 'no';
}
function f($n) {
    try { if ($n) throw new LogicException('logic'); return 'returned'; } catch (RuntimeException $e) {
        return 'runtime';
    } finally { echo "f$n "; }
}
echo f(0), "\n"; try { f(1); } catch (LogicException $e) { echo get_class($e->getPrevious() ?? $e), "\n"; }
try { try { throw new Exception('first'); } finally { throw new Exception('second'); } } catch (Exception $e) {
    echo $e->getMessage(), ' <- ', $e->getPrevious()->getMessage(), "\n";
}
$v = null; $f = fn($x) => $x ?? throw new DomainException('null given'); try { $f(null); } catch (DomainException $e) {
    echo $e->getMessage(), "\n";
}
try { throw new class('anon') extends Exception {}; } catch (Exception $e) { echo $e->getMessage(), "\n"; }
try { throw 'string'; } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
amsg5 line 2 file
finally
Myex
f0 returned
f1 LogicException
second <- first
null given
anon
Can only throw objects
