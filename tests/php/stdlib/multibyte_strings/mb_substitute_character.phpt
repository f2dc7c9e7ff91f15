--TEST--
mb_substitute_character()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_substitute_character());
foreach (['none', 'long', 'entity', 0x25a1, 0x3f] as $character) { show(mb_substitute_character($character), mb_substitute_character(), mb_convert_encoding("é日\xff", 'ISO-8859-1', 'UTF-8'), mb_convert_encoding("é日\xff", 'SJIS', 'UTF-8')); }
attempt(fn() => mb_substitute_character('bad'));
attempt(fn() => mb_substitute_character(0xd800));
attempt(fn() => mb_substitute_character(0x110000));
--EXPECT--
63
true
"6e6f6e65 none"
"e9 ."
"93fa .."
true
"6c6f6e67 long"
"e9552b363545353f .U+65E5?"
"552b453993fa3f U+E9..?"
true
"656e74697479 entity"
"e9262378363545353b3f .&#x65E5;?"
"26237845393b93fa3f &#xE9;..?"
true
9633
"e93f3f .??"
"81a093fa81a0 ......"
true
63
"e93f3f .??"
"3f93fa3f ?..?"
ValueError: mb_substitute_character(): Argument #1 ($substitute_character) must be "none", "long", "entity" or a valid codepoint
ValueError: mb_substitute_character(): Argument #1 ($substitute_character) is not a valid codepoint
ValueError: mb_substitute_character(): Argument #1 ($substitute_character) is not a valid codepoint
