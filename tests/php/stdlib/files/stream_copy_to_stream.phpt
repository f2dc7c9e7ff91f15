--TEST--
stream_copy_to_stream()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$a = fopen('php://memory', 'w+'); $b = fopen('php://memory', 'w+'); fwrite($a, 'abcdef'); rewind($a); var_dump(stream_copy_to_stream($a, $b, 3), stream_copy_to_stream($a, $b), stream_get_contents($b, -1, 0), stream_get_contents($b, 2, 1)); var_dump(get_resource_type($a), get_resource_id($a) === (int) $a, is_resource($a)); fclose($a); var_dump(get_resource_type($a), is_resource($a)); $c = stream_context_create(['http' => ['method' => 'GET']]); var_dump(get_resource_type($c), stream_context_get_options($c), stream_is_local($b), stream_isatty($b));
--EXPECT--
int(3)
int(3)
string(6) "abcdef"
string(2) "bc"
string(6) "stream"
bool(true)
bool(true)
string(7) "Unknown"
bool(false)
string(14) "stream-context"
array(1) {
  ["http"]=>
  array(1) {
    ["method"]=>
    string(3) "GET"
  }
}
bool(true)
bool(false)
