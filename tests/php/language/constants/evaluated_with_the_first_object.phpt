--TEST--
The first object of a class evaluates all its constants, again and again while one fails; a bare name fails where it is asked for
--FILE--
<?php
function attempt(callable $do): void
{
    try {
        $do();
        echo "done\n";
    } catch (Error $error) {
        echo $error->getMessage(), ' on line ', $error->getLine(), "\n";
    }
}
class Holds
{
    const MISSING = Nope::Y;
    const THERE = 3;
    public static $counter = 4;
    public static function call() { return 's'; }
}
class Inherits extends Holds {}
class Bare { const U = UNDEFINED; }
interface Contract { const U = UNDEFINED; }
class Fulfils implements Contract {}
trait Shared { const U = UNDEFINED; }
class Uses { use Shared; }
enum Suit { const U = UNDEFINED; case A; }
class Late { const U = self::V; const V = 5; private const W = self::Q; }

attempt(function () { echo Holds::THERE, Holds::call(), "\n"; });
attempt(function () { echo Holds::$counter, "\n"; });
attempt(fn () => new Holds);
attempt(fn () => new Holds);
attempt(fn () => new Inherits);
attempt(fn () => new Bare);
attempt(fn () => new Fulfils);
attempt(fn () => new Uses);
attempt(fn () => Suit::A);
attempt(fn () => new Late);
attempt(fn () => (new ReflectionClass('Holds'))->newInstanceWithoutConstructor());
attempt(fn () => unserialize('O:5:"Holds":0:{}'));
attempt(fn () => Bare::U);
attempt(fn () => [Bare::U, 1]);
spl_autoload_register(function ($class) {
    echo "load $class\n";
    if ($class === 'Lazy') {
        eval('class Lazy { const K = 9; }');
    }
});
class Loads { const U = Lazy::K; const S = 'x'; }
echo Loads::S, "\n";
new Loads;
new Loads;
echo Loads::U, "\n";
--EXPECT--
3s
done
Class "Nope" not found on line 13
Class "Nope" not found on line 13
Class "Nope" not found on line 13
Class "Nope" not found on line 13
Undefined constant "UNDEFINED" on line 32
Undefined constant "UNDEFINED" on line 33
Undefined constant "UNDEFINED" on line 34
done
Undefined constant self::Q on line 25
Class "Nope" not found on line 13
Class "Nope" not found on line 13
Undefined constant "UNDEFINED" on line 39
Undefined constant "UNDEFINED" on line 40
x
load Lazy
9
