--TEST--
debug_backtrace()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
class A { function m($x) { return n($x); } static function s() { return (new self)->m([1]); } } function n($y) { return array_map(fn($f) => array_diff_key($f, ['file' => 1, 'object' => 1]), debug_backtrace()); } print_r(A::s()); function o() { return count(debug_backtrace(0, 1)); } var_dump(o()); function p() { return array_keys(debug_backtrace(DEBUG_BACKTRACE_IGNORE_ARGS)[0]); } var_dump(p());
--EXPECT--
Array
(
    [0] => Array
        (
            [line] => 4
            [function] => n
            [args] => Array
                (
                    [0] => Array
                        (
                            [0] => 1
                        )

                )

        )

    [1] => Array
        (
            [line] => 4
            [function] => m
            [class] => A
            [type] => ->
            [args] => Array
                (
                    [0] => Array
                        (
                            [0] => 1
                        )

                )

        )

    [2] => Array
        (
            [line] => 4
            [function] => s
            [class] => A
            [type] => ::
            [args] => Array
                (
                )

        )

)
int(1)
array(3) {
  [0]=>
  string(4) "file"
  [1]=>
  string(4) "line"
  [2]=>
  string(8) "function"
}
