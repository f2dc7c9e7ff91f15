--TEST--
stream_wrapper_register()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
class Mem { static $files = []; public $context; private $name; private $at = 0; private $dir;
function stream_open($path, $mode, $options, &$opened) { $this->name = $path; if ($mode[0] === 'w') { self::$files[$path] = ''; } return isset(self::$files[$path]); }
function stream_read($n) { $s = substr(self::$files[$this->name], $this->at, $n); $this->at += strlen($s); return $s; }
function stream_write($d) { self::$files[$this->name] .= $d; return strlen($d); }
function stream_eof() { return $this->at >= strlen(self::$files[$this->name]); }
function stream_tell() { return $this->at; }
function stream_seek($o, $w) { $this->at = $o; return true; }
function stream_stat() { return ['size' => strlen(self::$files[$this->name])]; }
function url_stat($p, $f) { return isset(self::$files[$p]) ? ['mode' => 0100644, 'size' => strlen(self::$files[$p]), 'mtime' => 5] : false; }
function unlink($p) { unset(self::$files[$p]); return true; } function rename($a, $b) { self::$files[$b] = self::$files[$a]; unset(self::$files[$a]); return true; }
function stream_close() {} function stream_flush() { return true; } }
var_dump(stream_wrapper_register('mem', 'Mem'), in_array('mem', stream_get_wrappers())); attempt(fn() => stream_wrapper_register('mem', 'Mem'));
var_dump(file_put_contents('mem://a', "one\ntwo\n"), file_get_contents('mem://a'), file('mem://a', FILE_IGNORE_NEW_LINES), file_exists('mem://a'), file_exists('mem://b'), filesize('mem://a'), rename('mem://a', 'mem://b'), is_file('mem://b'));
$f = fopen('mem://b', 'r'); while (!feof($f)) { var_dump(fgets($f)); } var_dump(fseek($f, 4), fread($f, 3), ftell($f), fclose($f), unlink('mem://b'), clearstatcache(), file_exists('mem://b')); attempt(fn() => file_get_contents('mem://b')); attempt(fn() => stream_wrapper_unregister('mem')); attempt(fn() => fopen('mem://b', 'r'));
--EXPECT--
bool(true)
bool(true)
[stream_wrapper_register(): Protocol mem:// is already defined.]
bool(false)
int(8)
string(8) "one
two
"
array(2) {
  [0]=>
  string(3) "one"
  [1]=>
  string(3) "two"
}
bool(true)
bool(false)
int(8)
bool(true)
bool(true)
string(4) "one
"
string(4) "two
"
int(0)
string(3) "two"
int(7)
bool(true)
bool(true)
NULL
bool(false)
[file_get_contents(mem://b): Failed to open stream: "Mem::stream_open" call failed]
bool(false)
bool(true)
[fopen(): Unable to find the wrapper "mem" - did you forget to enable it when you configured PHP?]
[fopen(mem://b): Failed to open stream: No such file or directory]
bool(false)
