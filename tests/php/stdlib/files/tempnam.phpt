--TEST--
tempnam()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$t = tempnam(sys_get_temp_dir(), 'pre'); var_dump(str_starts_with(basename($t), 'pre'), filesize($t), unlink($t)); $f = tmpfile(); fwrite($f, 'x'); rewind($f); var_dump(fread($f, 5));
--EXPECT--
bool(true)
int(0)
bool(true)
string(1) "x"
