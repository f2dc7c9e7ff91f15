--TEST--
parse_url()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach (['http://user:pw@host:8080/p/a?q=1#f', '//host/p', '/p?x:1', 'mailto:a@b', 'host:80', 'http:///x', 'http://h:99999', 'file:///etc/x', 'a:', '?q#f', 'http://[::1]:80/', 'x://::a:0', "http://h/\x01", 'http://a@b@c', '', 'http://h?#', 'http://h:0'] as $u) show(parse_url($u));
show(parse_url('http://h:8/p?q', PHP_URL_PORT), parse_url('http://h/p?q', PHP_URL_QUERY), parse_url('http://h/', PHP_URL_FRAGMENT), parse_url('http://h', PHP_URL_HOST));
attempt(fn () => parse_url('http://h', 99));
--EXPECT--
{"scheme":"http","host":"host","port":8080,"user":"user","pass":"pw","path":"\/p\/a","query":"q=1","fragment":"f"}
{"host":"host","path":"\/p"}
{"path":"\/p","query":"x:1"}
{"scheme":"mailto","path":"a@b"}
{"host":"host","port":80}
false
false
{"scheme":"file","path":"\/etc\/x"}
{"scheme":"a"}
{"query":"q","fragment":"f"}
{"scheme":"http","host":"[::1]","port":80,"path":"\/"}
{"scheme":"x","host":"::a","port":0}
{"scheme":"http","host":"h","path":"\/_"}
{"scheme":"http","host":"c","user":"a@b"}
{"path":""}
{"scheme":"http","host":"h","query":"","fragment":""}
{"scheme":"http","host":"h","port":0}
8
"q"
NULL
"h"
ValueError: parse_url(): Argument #2 ($component) must be a valid URL component identifier, 99 given
