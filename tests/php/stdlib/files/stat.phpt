--TEST--
stat()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$d = sys_get_temp_dir() . '/howdah_test'; @mkdir($d); file_put_contents("$d/a", 'hello'); var_dump(stat("$d/a")['size'], filesize("$d/a"), decoct(fileperms("$d/a")), filetype("$d/a"), filetype($d), is_writable("$d/a"), is_readable("$d/a"), is_executable("$d/a"), is_link("$d/a"), filemtime("$d/a") > 0, touch("$d/a", 1000), filemtime("$d/a")); unlink("$d/a"); rmdir($d); foreach (['stat', 'filesize', 'filemtime', 'fileperms', 'filetype', 'is_file', 'file_exists'] as $f) { attempt(fn() => $f('/nope')); }
--EXPECT--
int(5)
int(5)
string(6) "100644"
string(4) "file"
string(3) "dir"
bool(true)
bool(true)
bool(false)
bool(false)
bool(true)
bool(true)
int(1000)
[stat(): stat failed for /nope]
bool(false)
[filesize(): stat failed for /nope]
bool(false)
[filemtime(): stat failed for /nope]
bool(false)
[fileperms(): stat failed for /nope]
bool(false)
[filetype(): Lstat failed for /nope]
bool(false)
bool(false)
bool(false)
