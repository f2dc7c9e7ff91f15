--TEST--
stream_select() over what a script can open, and functions on sockets given streams that are none
--FILE--
<?php
function select($r, $w, $e, $s, $u = null) {
    try {
        $count = func_num_args() < 5 ? stream_select($r, $w, $e, $s) : stream_select($r, $w, $e, $s, $u);
        echo $count;
        foreach ([$r, $w, $e] as $streams) echo ' ', $streams === null ? 'null' : json_encode(array_keys($streams));
        echo "\n";
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
set_error_handler(function ($level, $message) { echo "[$level] $message\n"; return true; });
$file = tmpfile();
fwrite($file, "abc\n");
rewind($file);
$memory = fopen('php://memory', 'w+');
$closed = tmpfile();
fclose($closed);
foreach (['file' => $file, 'memory' => $memory, 'temp' => fopen('php://temp', 'w+'), 'data' => fopen('data:,abc', 'r'),
    'output' => fopen('php://output', 'w'), 'closed' => $closed] as $name => $stream) {
    echo "-- $name\n";
    select([$name => $stream], null, null, 0);
    select(null, [7 => $stream], null, 0, 0);
    select(null, null, [$stream], 0);
}
select(null, null, null, 0);
select([], [], [], 0);
select([1], null, null, 0);
select([$file], null, null, -1);
select([$file], null, null, 0, -1);
select([$file], null, null, null, 1);
select([$file], null, null, null, 0);
select([$file], null, null, null, null);
select(['a' => $file, 'b' => $memory], [$file], [], 1);
select([$file, $closed], null, null, 0);
select(null, [$file, 'x'], null, 0);
class Plain {
    public $context;
    function stream_open($path, $mode, $options, &$opened) { return true; }
    function stream_read($count) { return 'abc'; }
    function stream_eof() { return false; }
}
class Cast extends Plain {
    function stream_cast($as) { return $GLOBALS['below']; }
}
stream_wrapper_register('plain', 'Plain');
stream_wrapper_register('cast', 'Cast');
select([fopen('plain://x', 'r')], null, null, 0);
$cast = fopen('cast://x', 'r');
foreach ([$file, false, $memory, $cast] as $below) select(['c' => $cast], [$cast], null, 0);

var_dump(stream_socket_get_name($memory, true), stream_socket_sendto($memory, 'abc'), stream_socket_sendto($file, 'abc', 0, 'a'), stream_socket_recvfrom($file, 3));
$peer = $address = 5;
var_dump(stream_socket_accept($memory, 0, $peer), $peer, stream_socket_recvfrom($file, 1, 0, $address), $address);
var_dump(stream_socket_enable_crypto($file, false), stream_socket_enable_crypto($file, true, 1), stream_socket_shutdown($file, 2));
foreach ([fn() => stream_socket_recvfrom($file, 0), fn() => stream_socket_shutdown($file, 7), fn() => stream_socket_enable_crypto($file, true),
    fn() => stream_socket_accept($closed), fn() => stream_socket_get_name($closed, false)] as $call) {
    try {
        $call();
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
--EXPECT--
-- file
1 ["file"] null null
1 null [7] null
0 null null []
-- memory
[2] stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
ValueError: No stream arrays were passed
[2] stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
ValueError: No stream arrays were passed
[2] stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
ValueError: No stream arrays were passed
-- temp
1 ["temp"] null null
1 null [7] null
0 null null []
-- data
1 ["data"] null null
1 null [7] null
0 null null []
-- output
[2] stream_select(): Cannot represent a stream of type Output as a select()able descriptor
ValueError: No stream arrays were passed
[2] stream_select(): Cannot represent a stream of type Output as a select()able descriptor
ValueError: No stream arrays were passed
[2] stream_select(): Cannot represent a stream of type Output as a select()able descriptor
ValueError: No stream arrays were passed
-- closed
ValueError: No stream arrays were passed
ValueError: No stream arrays were passed
ValueError: No stream arrays were passed
ValueError: No stream arrays were passed
ValueError: No stream arrays were passed
ValueError: No stream arrays were passed
ValueError: stream_select(): Argument #4 ($seconds) must be greater than or equal to 0
ValueError: stream_select(): Argument #5 ($microseconds) must be greater than or equal to 0
ValueError: stream_select(): Argument #5 ($microseconds) must be null when argument #4 ($seconds) is null
1 [0] null null
1 [0] null null
[2] stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
[2] stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
2 ["a"] [0] []
TypeError: stream_select(): supplied resource is not a valid stream resource
TypeError: stream_select(): supplied argument is not a valid stream resource
[2] stream_select(): Plain::stream_cast is not implemented!
[2] stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
ValueError: No stream arrays were passed
2 ["c"] [0] null
[2] stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
[2] stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
ValueError: No stream arrays were passed
[2] stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
[2] stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
[2] stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
[2] stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
ValueError: No stream arrays were passed
[2] stream_select(): Cast::stream_cast must not return itself
[2] stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
[2] stream_select(): Cast::stream_cast must not return itself
[2] stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
ValueError: No stream arrays were passed
[2] stream_socket_sendto(): Failed to parse `a' into a valid network address
bool(false)
int(-1)
bool(false)
bool(false)
[2] stream_socket_accept(): Accept failed: Unknown error
bool(false)
int(5)
bool(false)
NULL
[2] stream_socket_enable_crypto(): This stream does not support SSL/crypto
[2] stream_socket_enable_crypto(): This stream does not support SSL/crypto
bool(true)
bool(false)
bool(false)
ValueError: stream_socket_recvfrom(): Argument #2 ($length) must be greater than 0
ValueError: stream_socket_shutdown(): Argument #2 ($mode) must be one of STREAM_SHUT_RD, STREAM_SHUT_WR, or STREAM_SHUT_RDWR
ValueError: stream_socket_enable_crypto(): Argument #3 ($crypto_method) must be specified when enabling encryption
TypeError: stream_socket_accept(): supplied resource is not a valid stream resource
TypeError: stream_socket_get_name(): supplied resource is not a valid stream resource
