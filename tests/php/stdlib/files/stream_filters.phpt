--TEST--
Stream filters: PHP's own, those of a script, php://filter
--FILE--
<?php
class up extends php_user_filter {
  public function filter($in, $out, &$consumed, bool $closing): int { while ($b = stream_bucket_make_writeable($in)) { $b->data = strtoupper($b->data).'|'; $consumed += $b->datalen; stream_bucket_append($out, $b); } if ($closing) { $b = stream_bucket_new($this->stream, '<end>'); stream_bucket_append($out,$b);} return PSFS_PASS_ON; }
  public function onCreate(): bool { echo "create {$this->filtername} ", json_encode($this->params), "\n"; return $this->filtername !== 'my.no'; }
  public function onClose(): void { echo "close\n"; }
}
var_dump(stream_filter_register('my.up','up'), stream_filter_register('my.up','up'), stream_filter_register('my.*','up'));
try { stream_filter_register('','x'); } catch (ValueError $e) { echo $e->getMessage(),"\n"; }
$f = fopen('php://memory','w+'); fwrite($f,"hello\nworld\n"); rewind($f);
$r = stream_filter_append($f,'my.up', STREAM_FILTER_READ, ['a'=>1]); var_dump(get_resource_type($r)); var_dump(fgets($f), fgets($f), feof($f), fgets($f)); fclose($f);
$f = fopen('php://output','w'); $r=stream_filter_append($f,'my.x'); fwrite($f,"abc "); fwrite($f,"def "); var_dump(stream_filter_remove($r)); fwrite($f,"ghi\n"); fclose($f);
var_dump(stream_filter_append(STDIN,'my.no'));
var_dump(stream_filter_append(STDIN,'nope'));
try { stream_filter_remove($r); } catch (TypeError $e) { echo $e->getMessage(),"\n"; }
foreach (['string.rot13'=>null,'string.toupper'=>null,'string.tolower'=>null,'convert.base64-encode'=>['line-length'=>8,'line-break-chars'=>"\n"],'convert.quoted-printable-encode'=>['line-length'=>20,'line-break-chars'=>"\r\n"]] as $n=>$p) {
 $f=fopen('php://memory','w+'); $p===null?stream_filter_append($f,$n,STREAM_FILTER_WRITE):stream_filter_append($f,$n,STREAM_FILTER_WRITE,$p); fwrite($f,"Hello W=Ã¶rld, and a longer text\n"); fwrite($f,"x"); $k=stream_get_meta_data($f)['mode']; 
 echo $n,' '; rewind($f); echo json_encode(stream_get_contents($f)),"\n"; }
echo file_get_contents('php://filter/read=string.toupper|string.rot13/resource=data:,hello'),"\n";
echo file_get_contents('php://filter/convert.base64-encode/resource=data:,hello'),"\n";
echo file_get_contents('php://filter/read=nope/resource=data:,hello'),"\n";
file_put_contents('php://filter/write=string.rot13|convert.base64-encode/resource=/tmp/filtered','Hello World'); readfile('/tmp/filtered'); echo "\n";
echo bin2hex(file_get_contents('php://filter/zlib.deflate/resource=data:,aaaaaaaaaaaaaaaaaaaaaa')),"\n";
echo file_get_contents('php://filter/zlib.deflate|zlib.inflate/resource=data:,aaaaaaaaaaaaaaaaaaaaaa'),"\n";
echo file_get_contents('php://filter/convert.base64-decode/resource=data:,aGVsbG8='),"\n";
echo file_get_contents('php://filter/dechunk/resource=data:text/plain;base64,'.base64_encode("2\r\nte\r\n2\r\nst\r\n0\r\n\r\n")),"\n";
echo file_get_contents('php://filter/convert.iconv.UTF-8.ISO-8859-1/resource=data:,%c3%a9'),"\n";
--EXPECTF--
bool(true)
bool(false)
bool(true)
stream_filter_register(): Argument #1 ($filter_name) must be a non-empty string
create my.up {"a":1}
string(13) "stream filter"
string(6) "HELLO
"
string(6) "WORLD
"
bool(false)
string(6) "|<end>"
close
create my.x null
ABC |DEF |<end>close
bool(true)
ghi
create my.no null

Warning: stream_filter_append(): Unable to create or locate filter "my.no" in %sstream_filters.php on line 12
bool(false)

Warning: stream_filter_append(): Unable to locate filter "nope" in %sstream_filters.php on line 13
bool(false)
stream_filter_remove(): supplied resource is not a valid stream filter resource
string.rot13 "Uryyb J=\u00f6eyq, naq n ybatre grkg\nk"
string.toupper "HELLO W=\u00f6RLD, AND A LONGER TEXT\nX"
string.tolower "hello w=\u00f6rld, and a longer text\nx"
convert.base64-encode "SGVsbG8g\nVz3DtnJs\nZCwgYW5k\nIGEgbG9u\nZ2VyIHRl\neHQK"
convert.quoted-printable-encode "Hello W=3D=C3=B6rld=\r\n, and a longer text=\r\n=0Ax"
URYYB
aGVsbG8=

Warning: file_get_contents(): Unable to locate filter "nope" in %sstream_filters.php on line 20

Warning: file_get_contents(): Unable to create filter (nope) in %sstream_filters.php on line 20
hello
VXJ5eWIgSmJleXE=
4a4cc40600000000ffff0300
aaaaaaaaaaaaaaaaaaaaaa
hello
test
é
