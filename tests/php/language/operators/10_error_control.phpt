--TEST--
@ hides diagnostics but not exceptions
--FILE--
<?php
echo @$undefined, @$a['x']['y'], "quiet\n"; var_dump(@(1 . []));
function noisy() { echo $inner; return 'done'; } echo @noisy(), "\n"; echo noisy(), "\n";
try { @throw_(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
set_error_handler(function ($no, $msg) {
    echo "[handler $no $msg ", error_reporting() & E_WARNING ? 'loud' : 'hushed', "]\n"; return true;
});
echo @$hidden; echo $shown;
$x = @file_get_contents('/no/such/file'); var_dump($x);
--EXPECTF--
quiet
string(6) "1Array"
done

Warning: Undefined variable $inner in %s10_error_control.php on line 3
done
Call to undefined function throw_()
[handler 2 Undefined variable $hidden hushed]
[handler 2 Undefined variable $shown loud]
[handler 2 file_get_contents(/no/such/file): Failed to open stream: No such file or directory hushed]
bool(false)
