--TEST--
http_build_query()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(http_build_query(['a' => 1, 'b' => ['x' => 1.5, 'y' => [true, false, null]], 5 => 'c d']), http_build_query([1, 2], 'n_'), http_build_query(['a' => 'x y~', 'b' => 2], '', ';', PHP_QUERY_RFC3986), http_build_query([]), http_build_query(['a b' => ['c[d' => 1]])); $o = new stdClass; $o->p = 1; $o->q = ['r' => 'é'];
show(http_build_query($o), http_build_query(['o' => $o])); class H { public $a = 1; protected $b = 2; private $c = 3; } show(http_build_query(new H)); enum E: string { case A = 'x'; } enum U { case A; } show(http_build_query(['e' => E::A]));
attempt(fn () => http_build_query(['u' => U::A]));
attempt(fn () => http_build_query(E::A));
--EXPECT--
"a=1&b%5Bx%5D=1.5&b%5By%5D%5B0%5D=1&b%5By%5D%5B1%5D=0&5=c+d"
"n_0=1&n_1=2"
"a=x%20y~;b=2"
""
"a+b%5Bc%5Bd%5D=1"
"p=1&q%5Br%5D=%C3%A9"
"o%5Bp%5D=1&o%5Bq%5D%5Br%5D=%C3%A9"
"a=1"
"e=x"
ValueError: Unbacked enum U cannot be converted to a string
TypeError: http_build_query(): Argument #1 ($data) must not be an enum, E given
