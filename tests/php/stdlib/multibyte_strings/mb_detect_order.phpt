--TEST--
mb_detect_order()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_detect_order(), mb_detect_order('SJIS, auto ,EUC-JP'), mb_detect_order(), mb_detect_order(['UTF-8']), mb_detect_order());
attempt(fn() => mb_detect_order('bad'));
attempt(fn() => mb_detect_order([]));
--EXPECT--
["4153434949 ASCII","5554462d38 UTF-8"]
true
["534a4953 SJIS","4153434949 ASCII","5554462d38 UTF-8","4555432d4a50 EUC-JP"]
true
["5554462d38 UTF-8"]
ValueError: mb_detect_order(): Argument #1 ($encoding) contains invalid encoding "bad"
ValueError: mb_detect_order(): Argument #1 ($encoding) must specify at least one encoding
