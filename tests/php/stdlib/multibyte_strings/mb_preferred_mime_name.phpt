--TEST--
mb_preferred_mime_name()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_preferred_mime_name('sjis-win'), mb_preferred_mime_name('ASCII'), mb_preferred_mime_name('UTF7-IMAP'));
attempt(fn() => mb_preferred_mime_name('bad'));
--EXPECT--
[mb_preferred_mime_name(): No MIME preferred name corresponding to "UTF7-IMAP"]
"53686966745f4a4953 Shift_JIS"
"55532d4153434949 US-ASCII"
false
ValueError: mb_preferred_mime_name(): Argument #1 ($encoding) must be a valid encoding, "bad" given
