--TEST--
json_last_error_msg(): the texts
--FILE--
<?php
var_dump(json_last_error_msg());
json_decode('['); var_dump(json_last_error_msg());
json_encode(NAN); var_dump(json_last_error_msg());
enum E { case A; }
json_encode(E::A); var_dump(json_last_error_msg());
--EXPECT--
string(8) "No error"
string(12) "Syntax error"
string(34) "Inf and NaN cannot be JSON encoded"
string(46) "Non-backed enums have no default serialization"
