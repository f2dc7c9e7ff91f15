--TEST--
ob_start()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
ob_start(fn($text, $mode) => "($mode:$text)"); echo 'a'; ob_flush(); echo 'b'; ob_end_flush(); echo "\n"; ob_start(fn($t) => strtoupper($t)); echo 'x'; ob_end_flush(); attempt(fn() => ob_start('nope')); ob_start(null, 3); echo 'ab'; var_dump(ob_get_length()); ob_end_clean(); ob_start(fn($t) => false); echo 'kept'; ob_end_flush(); ob_start(fn($t) => true); echo 'gone'; ob_end_flush();
--EXPECT--
(5:a)(8:b)
X[ob_start(): function "nope" not found or invalid function name]
[ob_start(): Failed to create buffer]
bool(false)
abint(2)
kept
