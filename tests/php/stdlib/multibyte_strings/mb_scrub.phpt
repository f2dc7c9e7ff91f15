--TEST--
mb_scrub()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_scrub("a\xffb\xe3\x81"), mb_scrub('日'), mb_scrub("\xff", 'ASCII'), mb_scrub("\x82", 'SJIS'));
mb_substitute_character(0xfffd);
show(mb_scrub("a\xffb"));
--EXPECT--
"613f623f a?b?"
"e697a5 ..."
"3f ?"
"3f ?"
"61efbfbd62 a...b"
