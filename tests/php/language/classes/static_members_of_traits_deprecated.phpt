--TEST--
A static property of a trait is deprecated on the trait itself, also from the trait's own methods
--FILE--
<?php
trait Holds
{
    public static $shared = 2;
    private static $own = 3;
    public static function own() { return self::$own; }
    public static function late() { return static::$shared; }
}
class User { use Holds; }
echo User::own(), User::late(), "\n";
echo Holds::own(), "\n";
echo Holds::late(), "\n";
echo Holds::$shared, "\n";
foreach (['yield from', "yield\nfrom \$x", 'yield fromage'] as $code) {
    echo implode(' ', array_map(fn ($token) => $token->getTokenName(), PhpToken::tokenize("<?php $code"))), "\n";
}
foreach (['exec', 'shell_exec', 'system', 'passthru'] as $function) {
    try { $function(''); } catch (ValueError $error) { echo $error->getMessage(), "\n"; }
}
--EXPECTF--
32

Deprecated: Calling static trait method Holds::own is deprecated, it should only be called on a class using the trait in %sstatic_members_of_traits_deprecated.php on line 11

Deprecated: Accessing static trait property Holds::$own is deprecated, it should only be accessed on a class using the trait in %sstatic_members_of_traits_deprecated.php on line 6
3

Deprecated: Calling static trait method Holds::late is deprecated, it should only be called on a class using the trait in %sstatic_members_of_traits_deprecated.php on line 12

Deprecated: Accessing static trait property Holds::$shared is deprecated, it should only be accessed on a class using the trait in %sstatic_members_of_traits_deprecated.php on line 7
2

Deprecated: Accessing static trait property Holds::$shared is deprecated, it should only be accessed on a class using the trait in %sstatic_members_of_traits_deprecated.php on line 13
2
T_OPEN_TAG T_YIELD_FROM
T_OPEN_TAG T_YIELD_FROM T_WHITESPACE T_VARIABLE
T_OPEN_TAG T_YIELD T_WHITESPACE T_STRING
exec(): Argument #1 ($command) must not be empty
shell_exec(): Argument #1 ($command) must not be empty
system(): Argument #1 ($command) must not be empty
passthru(): Argument #1 ($command) must not be empty
