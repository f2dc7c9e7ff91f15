--TEST--
filter_list
--FILE--
<?php
echo implode(" ", filter_list()), "\n";
?>
--EXPECT--
int boolean float validate_regexp validate_domain validate_url validate_email validate_ip validate_mac string stripped encoded special_chars full_special_chars unsafe_raw email url number_int number_float add_slashes callback
