--TEST--
A script's own wrapper is told the stream context before its constructor; what it states is what stat() gives
--FILE--
<?php
class Wrapper
{
    public $context;
    private array $names;
    public function __construct() { echo $this->context === null ? "no context\n" : "context\n"; }
    public function stream_open($path, $mode, $options, &$opened)
    {
        echo json_encode(stream_context_get_options($this->context)), "\n";
        return true;
    }
    public function stream_stat() { return ['size' => 12, 'mode' => 0100644]; }
    public function url_stat($path, $flags)
    {
        echo "url_stat $flags\n";
        return str_contains($path, 'missing') ? false
            : ['dev' => 0, 'ino' => 7, 'mode' => 0100600, 'nlink' => 0, 'size' => 5000000, 'mtime' => 9, 'blksize' => -1];
    }
    public function stream_metadata($path, $option, $value) { echo $path, ' ', $option, ' ', json_encode($value), "\n"; return true; }
    public function unlink($path) { echo "unlink $path\n"; return true; }
    public function mkdir($path, $mode, $options) { echo "mkdir $mode $options\n"; return true; }
    public function rmdir($path, $options) { echo "rmdir $options\n"; return true; }
    public function rename($from, $to) { echo "rename $from $to\n"; return true; }
    public function dir_opendir($path, $options) { $this->names = ['b', 'a', '.']; return true; }
    public function dir_readdir() { return array_shift($this->names) ?? false; }
    public function dir_closedir() {}
}
stream_wrapper_register('own', 'Wrapper');
$context = stream_context_create(['own' => ['a' => 1]]);
$stream = fopen('own://x', 'r', false, $context);
echo count(fstat($stream)), ' ', fstat($stream)['size'], ' ', fstat($stream)['blksize'], ' ', fstat($stream)['nlink'], "\n";
fopen('own://x', 'r');
stream_context_set_default(['own' => ['d' => 1]]);
fopen('own://x', 'r');
echo json_encode(stat('own://y')), "\n";
echo filesize('own://a'), ' ', fileinode('own://b'), ' ', filemtime('own://c'), "\n";
var_dump(file_exists('own://missing'), is_file('own://d'), is_dir('own://e'));
unlink('own://x', $context);
touch('own://x');
touch('own://x', 5);
touch('own://x', 5, 6);
chmod('own://x', 0644);
mkdir('own://x', 0755, true);
mkdir('own://x');
rmdir('own://x');
rename('own://x', 'own://y');
rename('own://x', '/tmp/y');
echo json_encode(scandir('own://x')), "\n";
var_dump(fopen('o://x', 'r') === false, stream_is_local('https://a/b'), stream_is_local('own://a'), stream_is_local('data:text/plain,a'));
// Letters of a mode that mean nothing are taken.
$file = tempnam('/tmp', 'mode');
foreach (['rw', 'wr', 'rx', 'q'] as $mode) {
    $stream = @fopen($file, $mode);
    echo $mode, ' ', $stream ? var_export(@fwrite($stream, 'abc'), true) : 'no', "\n";
}
unlink($file);
--EXPECTF--
context
{"own":{"a":1}}
26 12 0 0
context
[]
context
{"own":{"d":1}}
no context
url_stat 4
{"0":0,"1":7,"2":33152,"3":0,"4":0,"5":0,"6":0,"7":5000000,"8":0,"9":9,"10":0,"11":-1,"12":0,"dev":0,"ino":7,"mode":33152,"nlink":0,"uid":0,"gid":0,"rdev":0,"size":5000000,"atime":0,"mtime":9,"ctime":0,"blksize":-1,"blocks":0}
no context
url_stat 4
5000000 no context
url_stat 4
7 no context
url_stat 4
9
no context
url_stat 6
no context
url_stat 6
no context
url_stat 6
bool(false)
bool(true)
bool(false)
context
unlink own://x
no context
own://x 1 []
no context
own://x 1 [5,5]
no context
own://x 1 [5,6]
no context
own://x 6 420
context
mkdir 493 9
context
mkdir 511 8
context
rmdir 8
context
rename own://x own://y

Warning: rename(): Cannot rename a file across wrapper types in %sstream_contexts_of_wrappers.php on line 47
no context
[".","a","b"]

Warning: fopen(o://x): Failed to open stream: No such file or directory in %sstream_contexts_of_wrappers.php on line 49
bool(true)
bool(false)
bool(true)
bool(false)
rw false
wr 3
rx false
q no
