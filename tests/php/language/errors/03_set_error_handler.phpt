--TEST--
A handler takes over, for the levels it wants
--FILE--
<?php
set_error_handler(function (int $no, string $msg, string $file, int $line) {
    echo "[$no] $msg @$line\n"; return $no !== E_USER_NOTICE; });
echo $undefined;
trigger_error('falls through to PHP');
$x = [] . '';
echo hex2bin('a');
restore_error_handler(); echo $plain;
set_error_handler(fn($n, $m) => print "only deprecated: $m\n", E_DEPRECATED); echo $warned; strlen(null);
restore_error_handler();
set_error_handler(function ($n, $m) { throw new ErrorException($m, 0, $n); }); try { echo $thrown; } catch (ErrorException $e) {
    echo 'caught ', $e->getMessage(), ' severity ', $e->getSeverity(), ' line ', $e->getLine(), "\n";
}
var_dump(is_object(set_error_handler(null))); echo $again;
--EXPECTF--
[2] Undefined variable $undefined @4
[1024] falls through to PHP @5

Notice: falls through to PHP in %s03_set_error_handler.php on line 5
[2] Array to string conversion @6
[2] hex2bin(): Hexadecimal input string must have an even length @7

Warning: Undefined variable $plain in %s03_set_error_handler.php on line 8

Warning: Undefined variable $warned in %s03_set_error_handler.php on line 9
only deprecated: strlen(): Passing null to parameter #1 ($string) of type string is deprecated
caught Undefined variable $thrown severity 2 line 11
bool(true)

Warning: Undefined variable $again in %s03_set_error_handler.php on line 14
