--TEST--
rename()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$d = sys_get_temp_dir() . '/howdah_test'; @mkdir($d); touch("$d/a"); var_dump(rename("$d/a", "$d/b"), file_exists("$d/a"), is_file("$d/b"), copy("$d/b", "$d/c"), unlink("$d/b"), unlink("$d/c")); attempt(fn() => rename("/nope", "/nope2")); attempt(fn() => copy("/nope", "/nope2")); attempt(fn() => unlink("/nope")); rmdir($d);
--EXPECT--
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
[rename(/nope,/nope2): No such file or directory]
bool(false)
[copy(/nope): Failed to open stream: No such file or directory]
bool(false)
[unlink(/nope): No such file or directory]
bool(false)
