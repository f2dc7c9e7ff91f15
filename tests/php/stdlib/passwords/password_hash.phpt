--TEST--
password_hash
--FILE--
<?php
$h = password_hash("secret", PASSWORD_BCRYPT, ["cost" => 4]);
var_dump(strlen($h), substr($h, 0, 7), password_verify("secret", $h), password_verify("Secret", $h), password_hash("a", null, ["cost" => 4]) === password_hash("a", null, ["cost" => 4]));
foreach ([["a", "nope"], ["a\0b", PASSWORD_DEFAULT], ["a", PASSWORD_DEFAULT, ["cost" => 3]], ["a", PASSWORD_DEFAULT, ["cost" => 32]]] as $a) try { password_hash(...$a); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECT--
int(60)
string(7) "$2y$04$"
bool(true)
bool(false)
bool(false)
password_hash(): Argument #2 ($algo) must be a valid password hashing algorithm
Bcrypt password must not contain null character
Invalid bcrypt cost parameter specified: 3
Invalid bcrypt cost parameter specified: 32
