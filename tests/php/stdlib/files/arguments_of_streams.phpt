--TEST--
Functions on files and streams refuse null bytes, empty paths, closed streams and resources of other kinds
--FILE--
<?php
function attempt(string $call): void {
    echo $call, ' => ';
    try {
        $result = eval("return $call;");
        echo is_resource($result) ? 'stream' : json_encode($result), "\n";
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
set_error_handler(function ($level, $message) { echo "[$level] $message; "; return true; });

$paths = ['fopen(@, "r")', 'file(@)', 'file_get_contents(@)', 'file_put_contents(@, "x")', 'readfile(@)', 'unlink(@)',
    'mkdir(@)', 'rmdir(@)', 'rename("a", @)', 'copy(@, "b")', 'touch(@)', 'chmod(@, 0)', 'opendir(@)', 'dir(@)',
    'scandir(@)', 'glob(@)', 'chdir(@)', 'realpath(@)', 'readlink(@)', 'tempnam("/x", @)', 'fnmatch(@, "a")',
    'fnmatch("a", @)', 'parse_ini_file(@)', 'md5_file(@)', 'sha1_file(@)', 'getimagesize(@)', 'highlight_file(@)',
    'php_strip_whitespace(@)', 'gzopen(@, "r")', 'gzfile(@)', 'readgzfile(@)', 'disk_free_space(@)',
    'stream_resolve_include_path(@)', 'is_uploaded_file(@)', 'set_include_path(@)', 'clearstatcache(true, @)',
    'getservbyname(@, "tcp")', 'getservbyname("http", @)', 'getservbyport(80, @)', 'getprotobyname(@)', 'ip2long(@)',
    'inet_pton(@)', 'escapeshellarg(@)', 'file_exists(@)', 'is_dir(@)', 'filesize(@)', 'filetype(@)', 'stat(@)'];
foreach ($paths as $call) attempt(str_replace('@', '"a\0b"', $call));
foreach (['file("")', 'gzfile("")', 'php_strip_whitespace("")', 'filetype("")', 'filesize("")'] as $call) attempt($call);

function memory() { $stream = fopen('php://memory', 'w+'); fwrite($stream, "one\n"); rewind($stream); return $stream; }
function closed() { $stream = memory(); fclose($stream); return $stream; }
foreach (['file(@)', 'file_get_contents(@)', 'fopen(@)', 'opendir(@)'] as $call) {
    $more = ['file(@)' => '__FILE__, 0, ', 'file_get_contents(@)' => '__FILE__, false, ', 'fopen(@)' => '__FILE__, "r", false, ', 'opendir(@)' => '"/", '][$call];
    attempt(str_replace('@', $more . 'memory()', $call));
}
foreach (['fread(closed(), 1)', 'fscanf(closed(), "%s")', 'readdir(closed())', 'stream_is_local(closed())', 'stream_isatty(closed())',
    'stream_context_get_options(closed())', 'stream_context_set_params(closed(), [])', 'stream_filter_append(closed(), "string.rot13")',
    'stream_bucket_new(closed(), "x")', 'stream_bucket_new(1, "x")', 'stream_bucket_make_writeable(memory())',
    'fgetcsv(memory(), -1, escape: "")', 'fgetcsv(memory(), PHP_INT_MAX, escape: "")', 'stream_get_contents(memory(), -2)',
    'stream_set_chunk_size(memory(), 0)', 'stream_set_chunk_size(memory(), PHP_INT_MAX)', 'fputcsv(memory(), ["a"], escape: "", eol: null)',
    'fsync(memory())', 'fdatasync(tmpfile())', 'stream_set_read_buffer(memory(), 1)', 'stream_set_write_buffer(memory(), 1)',
    'stream_set_read_buffer(tmpfile(), 1)', 'stream_set_write_buffer(tmpfile(), 1)', 'stream_wrapper_unregister("none")'] as $call) attempt($call);
$stream = memory();
var_dump(stream_set_chunk_size($stream, 10), stream_set_chunk_size($stream, 20), stream_set_blocking(fopen('php://output', 'w'), false));

$context = stream_context_create(['a' => ['b' => 1]]);
foreach (['$c, "a"', '$c, "a", "b"', '$c, [], null, 1', '$c, [], "b"', '$c, ["q" => ["r" => 1]]', '$c, [1]', '$s, "x", "y", 1'] as $arguments) {
    try {
        $c = $context;
        $s = $stream;
        var_dump(eval("return stream_context_set_option($arguments);"));
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
echo json_encode([stream_context_get_options($context), stream_context_get_options($stream), stream_context_get_params($stream)]), "\n";
--EXPECT--
fopen("a\0b", "r") => ValueError: fopen(): Argument #1 ($filename) must not contain any null bytes
file("a\0b") => ValueError: file(): Argument #1 ($filename) must not contain any null bytes
file_get_contents("a\0b") => ValueError: file_get_contents(): Argument #1 ($filename) must not contain any null bytes
file_put_contents("a\0b", "x") => ValueError: file_put_contents(): Argument #1 ($filename) must not contain any null bytes
readfile("a\0b") => ValueError: readfile(): Argument #1 ($filename) must not contain any null bytes
unlink("a\0b") => ValueError: unlink(): Argument #1 ($filename) must not contain any null bytes
mkdir("a\0b") => ValueError: mkdir(): Argument #1 ($directory) must not contain any null bytes
rmdir("a\0b") => ValueError: rmdir(): Argument #1 ($directory) must not contain any null bytes
rename("a", "a\0b") => ValueError: rename(): Argument #2 ($to) must not contain any null bytes
copy("a\0b", "b") => ValueError: copy(): Argument #1 ($from) must not contain any null bytes
touch("a\0b") => ValueError: touch(): Argument #1 ($filename) must not contain any null bytes
chmod("a\0b", 0) => ValueError: chmod(): Argument #1 ($filename) must not contain any null bytes
opendir("a\0b") => ValueError: opendir(): Argument #1 ($directory) must not contain any null bytes
dir("a\0b") => ValueError: dir(): Argument #1 ($directory) must not contain any null bytes
scandir("a\0b") => ValueError: scandir(): Argument #1 ($directory) must not contain any null bytes
glob("a\0b") => ValueError: glob(): Argument #1 ($pattern) must not contain any null bytes
chdir("a\0b") => ValueError: chdir(): Argument #1 ($directory) must not contain any null bytes
realpath("a\0b") => ValueError: realpath(): Argument #1 ($path) must not contain any null bytes
readlink("a\0b") => ValueError: readlink(): Argument #1 ($path) must not contain any null bytes
tempnam("/x", "a\0b") => ValueError: tempnam(): Argument #2 ($prefix) must not contain any null bytes
fnmatch("a\0b", "a") => ValueError: fnmatch(): Argument #1 ($pattern) must not contain any null bytes
fnmatch("a", "a\0b") => ValueError: fnmatch(): Argument #2 ($filename) must not contain any null bytes
parse_ini_file("a\0b") => ValueError: parse_ini_file(): Argument #1 ($filename) must not contain any null bytes
md5_file("a\0b") => ValueError: md5_file(): Argument #1 ($filename) must not contain any null bytes
sha1_file("a\0b") => ValueError: sha1_file(): Argument #1 ($filename) must not contain any null bytes
getimagesize("a\0b") => ValueError: getimagesize(): Argument #1 ($filename) must not contain any null bytes
highlight_file("a\0b") => ValueError: highlight_file(): Argument #1 ($filename) must not contain any null bytes
php_strip_whitespace("a\0b") => ValueError: php_strip_whitespace(): Argument #1 ($filename) must not contain any null bytes
gzopen("a\0b", "r") => ValueError: gzopen(): Argument #1 ($filename) must not contain any null bytes
gzfile("a\0b") => ValueError: gzfile(): Argument #1 ($filename) must not contain any null bytes
readgzfile("a\0b") => ValueError: readgzfile(): Argument #1 ($filename) must not contain any null bytes
disk_free_space("a\0b") => ValueError: disk_free_space(): Argument #1 ($directory) must not contain any null bytes
stream_resolve_include_path("a\0b") => ValueError: stream_resolve_include_path(): Argument #1 ($filename) must not contain any null bytes
is_uploaded_file("a\0b") => ValueError: is_uploaded_file(): Argument #1 ($filename) must not contain any null bytes
set_include_path("a\0b") => ValueError: set_include_path(): Argument #1 ($include_path) must not contain any null bytes
clearstatcache(true, "a\0b") => ValueError: clearstatcache(): Argument #2 ($filename) must not contain any null bytes
getservbyname("a\0b", "tcp") => ValueError: getservbyname(): Argument #1 ($service) must not contain any null bytes
getservbyname("http", "a\0b") => ValueError: getservbyname(): Argument #2 ($protocol) must not contain any null bytes
getservbyport(80, "a\0b") => ValueError: getservbyport(): Argument #2 ($protocol) must not contain any null bytes
getprotobyname("a\0b") => ValueError: getprotobyname(): Argument #1 ($protocol) must not contain any null bytes
ip2long("a\0b") => ValueError: ip2long(): Argument #1 ($ip) must not contain any null bytes
inet_pton("a\0b") => ValueError: inet_pton(): Argument #1 ($ip) must not contain any null bytes
escapeshellarg("a\0b") => ValueError: escapeshellarg(): Argument #1 ($arg) must not contain any null bytes
file_exists("a\0b") => false
is_dir("a\0b") => false
filesize("a\0b") => [2] filesize(): Filename contains null byte; false
filetype("a\0b") => [2] filetype(): Filename contains null byte; false
stat("a\0b") => [2] stat(): Filename contains null byte; false
file("") => ValueError: Path must not be empty
gzfile("") => ValueError: Path must not be empty
php_strip_whitespace("") => ValueError: Path must not be empty
filetype("") => false
filesize("") => false
file(__FILE__, 0, memory()) => TypeError: file(): supplied resource is not a valid Stream-Context resource
file_get_contents(__FILE__, false, memory()) => TypeError: file_get_contents(): supplied resource is not a valid Stream-Context resource
fopen(__FILE__, "r", false, memory()) => TypeError: fopen(): supplied resource is not a valid Stream-Context resource
opendir("/", memory()) => TypeError: opendir(): supplied resource is not a valid Stream-Context resource
fread(closed(), 1) => TypeError: fread(): supplied resource is not a valid stream resource
fscanf(closed(), "%s") => TypeError: fscanf(): supplied resource is not a valid File-Handle resource
readdir(closed()) => TypeError: readdir(): supplied resource is not a valid Directory resource
stream_is_local(closed()) => TypeError: stream_is_local(): supplied resource is not a valid stream resource
stream_isatty(closed()) => TypeError: stream_isatty(): supplied resource is not a valid stream resource
stream_context_get_options(closed()) => TypeError: stream_context_get_options(): Argument #1 ($stream_or_context) must be a valid stream/context
stream_context_set_params(closed(), []) => TypeError: stream_context_set_params(): Argument #1 ($context) must be a valid stream/context
stream_filter_append(closed(), "string.rot13") => TypeError: stream_filter_append(): supplied resource is not a valid stream resource
stream_bucket_new(closed(), "x") => TypeError: stream_bucket_new(): supplied resource is not a valid stream resource
stream_bucket_new(1, "x") => TypeError: stream_bucket_new(): supplied argument is not a valid stream resource
stream_bucket_make_writeable(memory()) => TypeError: stream_bucket_make_writeable(): supplied resource is not a valid userfilter.bucket brigade resource
fgetcsv(memory(), -1, escape: "") => ValueError: fgetcsv(): Argument #2 ($length) must be between 0 and 9223372036854775806
fgetcsv(memory(), PHP_INT_MAX, escape: "") => ValueError: fgetcsv(): Argument #2 ($length) must be between 0 and 9223372036854775806
stream_get_contents(memory(), -2) => ValueError: stream_get_contents(): Argument #2 ($length) must be greater than or equal to -1
stream_set_chunk_size(memory(), 0) => ValueError: stream_set_chunk_size(): Argument #2 ($size) must be greater than 0
stream_set_chunk_size(memory(), PHP_INT_MAX) => ValueError: stream_set_chunk_size(): Argument #2 ($size) is too large
fputcsv(memory(), ["a"], escape: "", eol: null) => 2
fsync(memory()) => [2] fsync(): Can't fsync this stream!; false
fdatasync(tmpfile()) => true
stream_set_read_buffer(memory(), 1) => 0
stream_set_write_buffer(memory(), 1) => -1
stream_set_read_buffer(tmpfile(), 1) => 0
stream_set_write_buffer(tmpfile(), 1) => -1
stream_wrapper_unregister("none") => [2] stream_wrapper_unregister(): Unable to unregister protocol none://; false
int(8192)
int(10)
bool(true)
[8192] Calling stream_context_set_option() with 2 arguments is deprecated, use stream_context_set_options() instead; ValueError: stream_context_set_option(): Argument #3 ($option_name) cannot be null when argument #2 ($wrapper_or_options) is a string
ValueError: stream_context_set_option(): Argument #4 ($value) must be provided when argument #2 ($wrapper_or_options) is a string
ValueError: stream_context_set_option(): Argument #4 ($value) cannot be provided when argument #2 ($wrapper_or_options) is an array
ValueError: stream_context_set_option(): Argument #3 ($option_name) must be null when argument #2 ($wrapper_or_options) is an array
[8192] Calling stream_context_set_option() with 2 arguments is deprecated, use stream_context_set_options() instead; bool(true)
[8192] Calling stream_context_set_option() with 2 arguments is deprecated, use stream_context_set_options() instead; ValueError: Options should have the form ["wrappername"]["optionname"] = $value
bool(true)
[{"a":{"b":1},"q":{"r":1}},{"x":{"y":1}},{"options":{"x":{"y":1}}}]
