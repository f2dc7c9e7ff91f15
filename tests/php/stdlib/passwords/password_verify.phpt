--TEST--
password_verify
--FILE--
<?php
var_dump(password_verify("rasmuslerdorf", '$2y$07$BCryptRequires22Chrcte/VlQH0piJtjXl.0t1XkA8pw9dMXTTOq'), password_verify("x", '$2y$07$BCryptRequires22Chrcte/VlQH0piJtjXl.0t1XkA8pw9dMXTTOq'), password_verify("x", ""), password_verify("x", "*0"), password_verify("rasmuslerdorf", "rl.3StKT.4T8M"));
?>
--EXPECT--
bool(false)
bool(false)
bool(false)
bool(false)
bool(true)
