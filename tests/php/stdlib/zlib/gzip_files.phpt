--TEST--
Files in the format of gzip: gzopen() and its family, compress.zlib://
--FILE--
<?php
chdir('/tmp'); $f='/tmp/gz_t.gz';
$g=gzopen($f,'wb9'); var_dump(gzwrite($g,"hello\n"), gzputs($g,"world\nabc",4), gzclose($g));
var_dump(bin2hex(substr(file_get_contents($f),0,10)), gzdecode(file_get_contents($f)));
$g=gzopen($f,'r'); var_dump(gzgets($g), gzgetc($g), gzread($g,3), gztell($g), gzeof($g), gzrewind($g), gzpassthru($g), gzeof($g), gzseek($g,2), gzread($g,100), gzeof($g), gzseek($g,0,SEEK_END)); 
var_dump(gzwrite($g,'x')); gzclose($g);
var_dump(gzfile($f), readgzfile($f)); file_put_contents('/tmp/gz_p.txt',"plain\ntext"); var_dump(gzfile('/tmp/gz_p.txt')); $g=gzopen('/tmp/gz_p.txt','r'); var_dump(gzread($g,3)); 
var_dump(gzopen('/tmp/nope.gz','r'), gzopen($f,'r+'), gzopen($f,'q'));
var_dump(file_get_contents('compress.zlib:///tmp/gz_t.gz')); file_put_contents('compress.zlib:///tmp/gz_u.gz','via wrapper'); var_dump(gzfile('/tmp/gz_u.gz')); var_dump(zlib_get_coding_type()); var_dump(@ob_gzhandler('x', 1));
$g=gzopen($f,'a'); gzwrite($g,'more'); gzclose($g); readgzfile($f); foreach (glob('/tmp/gz_*') as $x) unlink($x);
--EXPECTF--
int(6)
int(4)
bool(true)
string(20) "1f8b0800000000000203"
string(10) "hello
worl"
hello
worl
Warning: gzseek(): SEEK_END is not supported in %sgzip_files.php on line 5
string(6) "hello
"
string(1) "w"
string(3) "orl"
int(10)
bool(true)
bool(true)
int(10)
bool(true)
int(0)
string(8) "llo
worl"
bool(true)
int(-1)
int(0)
hello
worlarray(2) {
  [0]=>
  string(6) "hello
"
  [1]=>
  string(4) "worl"
}
int(10)
array(2) {
  [0]=>
  string(6) "plain
"
  [1]=>
  string(4) "text"
}
string(3) "pla"

Warning: gzopen(/tmp/nope.gz): Failed to open stream: No such file or directory in %sgzip_files.php on line 8

Warning: gzopen(): Cannot open a zlib stream for reading and writing at the same time! in %sgzip_files.php on line 8

Warning: gzopen(/tmp/gz_t.gz): Failed to open stream: `q' is not a valid mode for fopen in %sgzip_files.php on line 8
bool(false)
bool(false)
bool(false)
string(10) "hello
worl"
array(1) {
  [0]=>
  string(11) "via wrapper"
}
bool(false)
bool(false)
hello
worlmore
