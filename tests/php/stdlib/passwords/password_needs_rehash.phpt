--TEST--
password_needs_rehash
--FILE--
<?php
$h = '$2y$07$BCryptRequires22Chrcte/VlQH0piJtjXl.0t1XkA8pw9dMXTTOq';
var_dump(password_needs_rehash($h, PASSWORD_DEFAULT), password_needs_rehash($h, PASSWORD_BCRYPT, ["cost" => 7]), password_needs_rehash("x", PASSWORD_DEFAULT), password_needs_rehash($h, 1, ["cost" => 7]), password_needs_rehash($h, "nope"));
?>
--EXPECT--
bool(true)
bool(false)
bool(true)
bool(false)
bool(false)
