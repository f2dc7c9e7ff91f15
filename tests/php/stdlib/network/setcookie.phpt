--TEST--
What setcookie() and setrawcookie() refuse
--FILE--
<?php
ob_start();
set_error_handler(function ($level, $message) { echo "[$level] $message\n"; return true; });
foreach ([[1, 2], ['x' => 1], ['Expires' => '1', 'path' => '/a', 'domain' => 'd', 'secure' => true, 'httponly' => 1, 'samesite' => 'Lax'],
    ['path' => 'a;b'], ['domain' => "a\tb"], ['expires' => PHP_INT_MAX], []] as $options) {
    foreach (['setcookie', 'setrawcookie'] as $function) {
        try {
            var_dump($function('a', 'b', $options));
        } catch (Throwable $error) {
            echo get_class($error), ': ', $error->getMessage(), "\n";
        }
    }
}
foreach ([['a', 'b', [], '/'], ['', 'b'], ['a=', 'b'], ['a', 'b', 0, 'a;'], ['a', 'b', 0, 'a', 'b,'], ['a', 'b', 253402300800],
    ["a\0b", 'c'], ['a', 'b;c'], ['a', "b\0c"]] as $arguments) {
    foreach (['setcookie', 'setrawcookie'] as $function) {
        try {
            var_dump($function(...$arguments));
        } catch (Throwable $error) {
            echo get_class($error), ': ', $error->getMessage(), "\n";
        }
    }
}
--EXPECT--
ValueError: setcookie(): option array cannot have numeric keys
ValueError: setrawcookie(): option array cannot have numeric keys
ValueError: setcookie(): option "x" is invalid
ValueError: setrawcookie(): option "x" is invalid
bool(true)
bool(true)
ValueError: setcookie(): "path" option cannot contain ",", ";", " ", "\t", "\r", "\n", "\013", or "\014"
ValueError: setrawcookie(): "path" option cannot contain ",", ";", " ", "\t", "\r", "\n", "\013", or "\014"
ValueError: setcookie(): "domain" option cannot contain ",", ";", " ", "\t", "\r", "\n", "\013", or "\014"
ValueError: setrawcookie(): "domain" option cannot contain ",", ";", " ", "\t", "\r", "\n", "\013", or "\014"
ValueError: setcookie(): "expires" option cannot have a year greater than 9999
ValueError: setrawcookie(): "expires" option cannot have a year greater than 9999
bool(true)
bool(true)
ArgumentCountError: setcookie(): Expects exactly 3 arguments when argument #3 ($expires_or_options) is an array
ArgumentCountError: setrawcookie(): Expects exactly 3 arguments when argument #3 ($expires_or_options) is an array
ValueError: setcookie(): Argument #1 ($name) must not be empty
ValueError: setrawcookie(): Argument #1 ($name) must not be empty
ValueError: setcookie(): Argument #1 ($name) cannot contain "=", ",", ";", " ", "\t", "\r", "\n", "\013", or "\014"
ValueError: setrawcookie(): Argument #1 ($name) cannot contain "=", ",", ";", " ", "\t", "\r", "\n", "\013", or "\014"
ValueError: setcookie(): "path" option cannot contain ",", ";", " ", "\t", "\r", "\n", "\013", or "\014"
ValueError: setrawcookie(): "path" option cannot contain ",", ";", " ", "\t", "\r", "\n", "\013", or "\014"
ValueError: setcookie(): "domain" option cannot contain ",", ";", " ", "\t", "\r", "\n", "\013", or "\014"
ValueError: setrawcookie(): "domain" option cannot contain ",", ";", " ", "\t", "\r", "\n", "\013", or "\014"
ValueError: setcookie(): "expires" option cannot have a year greater than 9999
ValueError: setrawcookie(): "expires" option cannot have a year greater than 9999
[2] Header may not contain NUL bytes
bool(false)
[2] Header may not contain NUL bytes
bool(false)
bool(true)
ValueError: setrawcookie(): Argument #2 ($value) cannot contain ",", ";", " ", "\t", "\r", "\n", "\013", or "\014"
bool(true)
[2] Header may not contain NUL bytes
bool(false)
