--TEST--
mb_check_encoding()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach (["a", "é", "\xff", "\xed\xa0\x80", "\xc0\x80", "\xf4\x90\x80\x80", "\xe3\x81"] as $string) show(mb_check_encoding($string), mb_check_encoding($string, 'SJIS'), mb_check_encoding($string, 'ASCII'), mb_check_encoding($string, 'UTF-16'));
show(mb_check_encoding(['a' => ['é', 1, null]]), mb_check_encoding(["\xff" => 1]), mb_check_encoding("+AGE-", 'UTF-7'), mb_check_encoding("a+", 'UTF-7'), mb_check_encoding("~", 'UTF-7'), mb_check_encoding("\x1b\$B0!", 'ISO-2022-JP'));
show(mb_check_encoding());
attempt(fn() => mb_check_encoding('a', 'bad'));
--EXPECT--
true
true
true
false
true
true
false
true
false
false
false
false
false
false
false
false
false
false
false
true
false
false
false
true
false
true
false
true
true
false
true
true
false
false
[mb_check_encoding(): Calling mb_check_encoding() without argument is deprecated]
true
ValueError: mb_check_encoding(): Argument #2 ($encoding) must be a valid encoding, "bad" given
