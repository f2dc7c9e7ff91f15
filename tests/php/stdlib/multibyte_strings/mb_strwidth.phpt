--TEST--
mb_strwidth()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_strwidth('abc'), mb_strwidth('日本'), mb_strwidth('ｶﾅ가😀é'), mb_strwidth("a\xff"), mb_strwidth("\x82\xa0", 'SJIS'), mb_strwidth("\u{1160}\u{2329}\u{3040}\u{20000}"));
--EXPECT--
3
4
7
2
2
6
