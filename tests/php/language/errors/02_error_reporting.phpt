--TEST--
error_reporting and display_errors decide what is seen
--FILE--
<?php
echo error_reporting(), "\n"; echo $a; error_reporting(E_ALL & ~E_WARNING); echo $b;
trigger_error('notice seen'); error_reporting(0); trigger_error('unseen', E_USER_WARNING);
error_reporting(E_ALL); ini_set('display_errors', '0'); echo $c; ini_set('display_errors', '1'); echo $d;
print_r(error_get_last()); error_clear_last(); var_dump(error_get_last()); $old = error_reporting(E_ERROR);
echo $e, $old, ini_get('error_reporting'), "\n"; @trigger_error('silent', E_USER_NOTICE);
echo error_get_last()['message'], "\n";
--EXPECTF--
30719

Warning: Undefined variable $a in %s02_error_reporting.php on line 2

Notice: notice seen in %s02_error_reporting.php on line 3

Warning: Undefined variable $d in %s02_error_reporting.php on line 4
Array
(
    [type] => 2
    [message] => Undefined variable $d
    [file] => %s02_error_reporting.php
    [line] => 4
)
NULL
307191
silent
