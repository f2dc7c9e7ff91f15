--TEST--
token_name
--FILE--
<?php
echo token_name(T_OPEN_TAG), " ", token_name(T_PAAMAYIM_NEKUDOTAYIM), " ", token_name(1), " ", token_name(100000), "\n";
?>
--EXPECT--
T_OPEN_TAG T_DOUBLE_COLON UNKNOWN UNKNOWN
