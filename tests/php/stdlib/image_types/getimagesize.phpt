--TEST--
Sizes of images, told from their headers
--FILE--
<?php
function be32($n) { return pack('N', $n); }
$jpeg = "\xff\xd8\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xed\x00\x08Photos\xff\xdb\x00\x04ab\xff\xc0\x00\x11\x08\x00\x20\x00\x30\x03\1\"\0\2\x11\1\3\x11\1\xff\xda\x00\x02\xff\xd9";
$images = [
    'gif' => "GIF89a" . pack('vvC', 12, 34, 0xF7) . "\0\0", 'gif without colours' => "GIF87a" . pack('vvC', 1, 2, 0) . "\0\0",
    'png' => "\x89PNG\r\n\x1a\n" . be32(13) . 'IHDR' . be32(100) . be32(50) . "\x08\x06\0\0\0", 'png, cut' => "\x89PNG\r\n\x1a\n" . be32(13),
    'png, damaged' => "\x89PNG\n\x1a\n" . be32(13) . 'IHDR', 'jpeg' => $jpeg, 'jpeg, cut' => substr($jpeg, 0, 30),
    'bmp' => 'BM' . str_repeat("\0", 12) . pack('VVVvv', 40, 7, -9 & 0xFFFFFFFF, 1, 24) . str_repeat("\0", 20),
    'old bmp' => 'BM' . str_repeat("\0", 12) . pack('Vvvvv', 12, 7, 9, 1, 8) . "\0\0\0\0",
    'webp' => 'RIFF' . pack('V', 30) . 'WEBPVP8 ' . pack('V', 10) . "\0\0\0\x9d\x01\x2a" . pack('vv', 16, 17) . "\0\0",
    'webp, lossless' => 'RIFF' . pack('V', 30) . 'WEBPVP8L' . pack('V', 10) . "\x2f" . pack('V', 15 | (16 << 14)) . str_repeat("\0", 10),
    'webp, extended' => 'RIFF' . pack('V', 30) . 'WEBPVP8X' . pack('V', 10) . "\0\0\0\0" . "\x0f\0\0\x10\0\0" . str_repeat("\0", 10),
    'psd' => "8BPS\0\1" . str_repeat("\0", 6) . "\0\3" . be32(20) . be32(30) . "\0\x08",
    'ico' => "\0\0\1\0\2\0" . pack('CCCCvvVV', 16, 16, 0, 0, 1, 8, 0, 0) . pack('CCCCvvVV', 0, 0, 0, 0, 1, 32, 0, 0),
    'none' => 'hello world, no image', 'short' => 'ab', 'empty' => '',
];
foreach ($images as $name => $image) {
    echo "$name: ", json_encode(getimagesizefromstring($image)), "\n";
}
$info = 'before';
echo json_encode(getimagesizefromstring($images['jpeg'], $info)), json_encode(array_keys($info)), bin2hex($info['APP13']), "\n";
getimagesizefromstring($images['png'], $info);
var_dump($info);
echo json_encode(getimagesize('data:image/gif;base64,' . base64_encode($images['gif']))), "\n";
var_dump(getimagesize('/no/such/file'), getimagesize('data:,x'));
try {
    getimagesize('');
} catch (ValueError $error) {
    echo $error->getMessage(), "\n";
}
--EXPECTF--
gif: {"0":12,"1":34,"2":1,"3":"width=\"12\" height=\"34\"","bits":8,"channels":3,"mime":"image\/gif"}
gif without colours: {"0":1,"1":2,"2":1,"3":"width=\"1\" height=\"2\"","channels":3,"mime":"image\/gif"}
png: {"0":100,"1":50,"2":3,"3":"width=\"100\" height=\"50\"","bits":8,"mime":"image\/png"}
png, cut: false
png, damaged: 
Warning: getimagesizefromstring(): PNG file corrupted by ASCII conversion in %sgetimagesize.php on line 18
false
jpeg: {"0":48,"1":32,"2":2,"3":"width=\"48\" height=\"32\"","bits":8,"channels":3,"mime":"image\/jpeg"}
jpeg, cut: false
bmp: {"0":7,"1":9,"2":6,"3":"width=\"7\" height=\"9\"","bits":24,"mime":"image\/bmp"}
old bmp: {"0":7,"1":9,"2":6,"3":"width=\"7\" height=\"9\"","mime":"image\/bmp"}
webp: {"0":16,"1":17,"2":18,"3":"width=\"16\" height=\"17\"","bits":8,"mime":"image\/webp"}
webp, lossless: {"0":16,"1":17,"2":18,"3":"width=\"16\" height=\"17\"","bits":8,"mime":"image\/webp"}
webp, extended: {"0":16,"1":17,"2":18,"3":"width=\"16\" height=\"17\"","bits":8,"mime":"image\/webp"}
psd: {"0":30,"1":20,"2":5,"3":"width=\"30\" height=\"20\"","mime":"image\/psd"}
ico: {"0":256,"1":256,"2":17,"3":"width=\"256\" height=\"256\"","bits":32,"mime":"image\/vnd.microsoft.icon"}
none: false
short: 
Notice: getimagesizefromstring(): Error reading from ab! in %sgetimagesize.php on line 18
false
empty: 
Notice: getimagesizefromstring(): Error reading from ! in %sgetimagesize.php on line 18
false
{"0":48,"1":32,"2":2,"3":"width=\"48\" height=\"32\"","bits":8,"channels":3,"mime":"image\/jpeg"}["APP0","APP13"]50686f746f73
array(0) {
}
{"0":12,"1":34,"2":1,"3":"width=\"12\" height=\"34\"","bits":8,"channels":3,"mime":"image\/gif"}

Warning: getimagesize(/no/such/file): Failed to open stream: No such file or directory in %sgetimagesize.php on line 25

Notice: getimagesize(): Error reading from data:,x! in %sgetimagesize.php on line 25
bool(false)
bool(false)
Path must not be empty
