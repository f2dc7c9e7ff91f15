--TEST--
An include looks on the include path, beside the running file, then in the current folder, which chdir() changes
--FILE--
<?php
$top = tempnam('/tmp', 'inc');
unlink($top);
mkdir("$top/a/b", 0777, true);
file_put_contents("$top/a/one.php", '<?php return "one";');
file_put_contents("$top/a/b/two.php", '<?php return "two " . (@include "beside.php") . " " . (@include "one.php") . var_export(@include "./beside.php", true);');
file_put_contents("$top/a/b/beside.php", '<?php return "beside";');
file_put_contents("$top/top.php", '<?php return "top";');
chdir("$top/a");
set_include_path("$top/p");
var_dump(@include 'one.php', @include './one.php', @include 'b/two.php', stream_resolve_include_path('one.php'));
var_dump(@include '../a/one.php', @include '../top.php', @include 'top.php', @include './top.php');
set_include_path('.');
var_dump(@include 'b/two.php', str_replace($top, '', stream_resolve_include_path('one.php')));
chdir('..');
var_dump(@include 'one.php', @include 'top.php');
foreach (['a/one.php', 'a/b/two.php', 'a/b/beside.php', 'top.php'] as $file) {
    unlink("$top/$file");
}
rmdir("$top/a/b"); rmdir("$top/a"); rmdir($top);
--EXPECT--
string(3) "one"
string(3) "one"
string(19) "two beside onefalse"
bool(false)
string(3) "one"
string(3) "top"
bool(false)
bool(false)
string(19) "two beside onefalse"
string(10) "/a/one.php"
bool(false)
string(3) "top"
