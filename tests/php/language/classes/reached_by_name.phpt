--TEST--
Methods and properties that are not public, reached by names and through other objects
--FILE--
<?php
class Base {
    protected $shared = 'base shared';
    protected static function made() { return static::class . ' made'; }
    private function hidden($x = '') { return "Base hidden $x"; }
    function call($other, $name) { return $other->$name('1'); }
    function each(array $list) { return array_map([$this, 'hidden'], $list); }
}
class Child extends Base {
    private $own = 'own';
    protected $kept = 'kept';
    private static function step($x) { return static::class . " $x"; }
    private function order($a, $b) { return $b <=> $a; }
    protected function guarded($x) { return "guarded $x"; }
    public function hidden($x = '') { return "Child hidden $x"; }
    function run($other, $name) {
        echo Child::step(1), ' ', self::step(2), ' ', static::step(3), ' ', Child::made(), "\n";
        echo $other->own, ' ', $other->kept, ' ', $other->shared, ' ', $other->$name('n'), "\n";
        $list = [1, 3, 2];
        usort($list, [$this, 'order']);
        echo implode(',', $list), ' ', implode(',', array_map([$other, 'guarded'], $list)), "\n";
        echo call_user_func([$this, 'guarded'], 'called'), ' ', implode(',', array_map($this->guarded(...), [1])), "\n";
        $other->kept .= '!';
        $other->shared = 'changed';
        echo $other->kept, $other->shared, "\n";
        $f = function ($o) { return $o->kept . $o->guarded('closure'); };
        echo $f($other), "\n";
    }
}
class GrandChild extends Child {}
class Stranger {
    protected $kept = 'secret';
    protected function guarded($x) { return 'secret'; }
}
class Open {
    public $kept = 'open kept';
    public function guarded($x) { return "open $x"; }
    public function __call($n, $a) { return "magic $n"; }
}
class Magic {
    private $kept = 'private';
    public function __get($n) { return "got $n"; }
    public function __call($n, $a) { return "magic $n"; }
}
(new Child)->run(new Child, 'guarded');
(new GrandChild)->run(new GrandChild, 'order2' === 'x' ? '' : 'guarded');
echo (new Base)->call(new Child, 'hidden'), ' ', (new Base)->call(new Base, 'hidden'), "\n";
echo implode(',', (new Child)->each(['a'])), ' ', implode(',', (new Base)->each(['b'])), "\n";
foreach ([new Open, new Magic, new Stranger] as $other) {
    $probe = new class extends Child {
        function probe($o, $name) {
            foreach ([fn() => $o->kept, fn() => $o->$name('p'), fn() => implode(array_map([$o, 'guarded'], ['m']))] as $f) {
                try { echo $f(), "\n"; } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
            }
            try { echo $o->kept, "\n"; } catch (Error $e) { echo $e->getMessage(), "\n"; }
            try { echo implode(array_map([$o, 'guarded'], ['m'])), "\n"; } catch (Error $e) { echo $e->getMessage(), "\n"; }
        }
    };
    $probe->probe($other, 'guarded');
}
foreach (['Child::step', 'Child::made'] as $name) {
    try { echo call_user_func($name, 1), "\n"; } catch (Error $e) { echo $e->getMessage(), "\n"; }
}
try { $name = 'guarded'; (new Child)->$name(1); } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { Child::step(1); } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { echo (new Child)->kept; } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
Child 1 Child 2 Child 3 Child made
own kept base shared guarded n
3,2,1 guarded 3,guarded 2,guarded 1
guarded called guarded 1
kept!changed
kept!guarded closure
Child 1 GrandChild 2 GrandChild 3 Child made
own kept base shared guarded n
3,2,1 guarded 3,guarded 2,guarded 1
guarded called guarded 1
kept!changed
kept!guarded closure
Base hidden 1 Base hidden 1
Base hidden a Base hidden b
open kept
open p
open m
open kept
open m
got kept
magic guarded
magic guarded
got kept
magic guarded
Error: Cannot access protected property Stranger::$kept
Error: Call to protected method Stranger::guarded() from scope Child@anonymous
TypeError: array_map(): Argument #1 ($callback) must be a valid callback or null, cannot access protected method Stranger::guarded()
Cannot access protected property Stranger::$kept
array_map(): Argument #1 ($callback) must be a valid callback or null, cannot access protected method Stranger::guarded()
call_user_func(): Argument #1 ($callback) must be a valid callback, cannot access private method Child::step()
call_user_func(): Argument #1 ($callback) must be a valid callback, cannot access protected method Child::made()
Call to protected method Child::guarded() from global scope
Call to private method Child::step() from global scope
Cannot access protected property Child::$kept
