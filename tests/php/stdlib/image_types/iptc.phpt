--TEST--
iptcparse() and iptcembed(), on well and badly formed data
--FILE--
<?php
$tag = fn($record, $set, $text) => "\x1c" . chr($record) . chr($set) . pack('n', strlen($text)) . $text;
$long = fn($record, $set, $text) => "\x1c" . chr($record) . chr($set) . "\x80\x04" . pack('N', strlen($text)) . $text;
$blocks = [$tag(2, 5, 'title') . $tag(2, 25, 'key') . $tag(2, 25, 'word') . $tag(1, 90, "\x1b%G"), 'junk' . $tag(2, 120, 'caption'), $tag(3, 1, 'none before') . $tag(2, 1, 'x'),
    $tag(2, 5, 'a') . 'stop' . $tag(2, 6, 'b'), $long(2, 7, 'long') . $tag(2, 8, 'short'), $tag(2, 5, ''), $tag(2, 5, '') . $tag(2, 6, 'y'), substr($tag(2, 5, 'cut off'), 0, 8), $long(2, 7, ''), '', "\x1c\x02"];
foreach ($blocks as $block) echo json_encode(iptcparse($block)), "\n";

$file = tempnam(sys_get_temp_dir(), 'iptc');
$segment = fn($mark, $data) => "\xff" . chr($mark) . pack('n', strlen($data) + 2) . $data;
$start = "\xff\xd8";
$app0 = $segment(0xe0, "JFIF\0");
$scan = "\xff\xda" . 'scan data' . "\xff\xd9";
$images = [$start . $app0 . $scan, $start . $app0 . $segment(0xed, 'old captions') . $segment(0xdb, 'tables') . $scan, $start . $segment(0xe1, 'Exif') . $app0 . $segment(0xfe, 'comment') . $scan,
    $start . $scan, $start . $app0 . "\xff\xff\xff" . substr($segment(0xdb, 'padded'), 1) . $scan, $start . $app0, $start, "\xff", '', 'no image', $start . $app0 . "\xff\xd9" . 'tail', $start . "\xff\xe0\0\0" . 'short length',
    $start . 'garbage' . $app0 . $scan, $start . "\xff\xdb\x10\x00" . 'ends early'];
foreach ($images as $image) {
    file_put_contents($file, $image);
    foreach (["\x1c\x02\x05\x00\x03odd", ''] as $data) echo ($made = iptcembed($data, $file)) === false ? 'false' : bin2hex($made), "\n";
}
file_put_contents($file, $images[0]);
ob_start();
$results = [iptcembed('ab', $file, 1) === iptcembed('ab', $file), iptcembed('ab', $file, 2)];
echo bin2hex(ob_get_clean()), "\n";
var_dump($results, getimagesize($file), @iptcembed('x', '/nonexistent'));
unlink($file);
--EXPECT--
{"2#005":["title"],"2#025":["key","word"],"1#090":["\u001b%G"]}
{"2#120":["caption"]}
{"2#001":["x"]}
{"2#005":["a"]}
{"2#007":["long"],"2#008":["short"]}
false
{"2#005":[""],"2#006":["y"]}
false
false
false
false
ffd8ffe000074a46494600ffed002450686f746f73686f7020332e30003842494d04040000000000081c020500036f6464ffda7363616e2064617461ffd9
ffd8ffe000074a46494600ffed001c50686f746f73686f7020332e30003842494d0404000000000000ffda7363616e2064617461ffd9
ffd8ffe000074a46494600ffed002450686f746f73686f7020332e30003842494d04040000000000081c020500036f6464ffdb00087461626c6573ffda7363616e2064617461ffd9
ffd8ffe000074a46494600ffed001c50686f746f73686f7020332e30003842494d0404000000000000ffdb00087461626c6573ffda7363616e2064617461ffd9
ffd8ffe1000645786966ffed002450686f746f73686f7020332e30003842494d04040000000000081c020500036f6464ffe000074a46494600fffe0009636f6d6d656e74ffda7363616e2064617461ffd9
ffd8ffe1000645786966ffed001c50686f746f73686f7020332e30003842494d0404000000000000ffe000074a46494600fffe0009636f6d6d656e74ffda7363616e2064617461ffd9
ffd8ffda7363616e2064617461ffd9
ffd8ffda7363616e2064617461ffd9
ffd8ffe000074a46494600ffed002450686f746f73686f7020332e30003842494d04040000000000081c020500036f6464ffffffdb0008706164646564ffda7363616e2064617461ffd9
ffd8ffe000074a46494600ffed001c50686f746f73686f7020332e30003842494d0404000000000000ffffffdb0008706164646564ffda7363616e2064617461ffd9
ffd8ffe000074a46494600ffed002450686f746f73686f7020332e30003842494d04040000000000081c020500036f6464
ffd8ffe000074a46494600ffed001c50686f746f73686f7020332e30003842494d0404000000000000
ffd8
ffd8
false
false
false
false
false
false
ffd8ffe000074a46494600ffed002450686f746f73686f7020332e30003842494d04040000000000081c020500036f6464ff
ffd8ffe000074a46494600ffed001c50686f746f73686f7020332e30003842494d0404000000000000ff
ffd8ffe0000073686f7274206c656e677468ffed002450686f746f73686f7020332e30003842494d04040000000000081c020500036f6464
ffd8ffe0000073686f7274206c656e677468ffed001c50686f746f73686f7020332e30003842494d0404000000000000
ffd867617262616765ffe000074a46494600ffed002450686f746f73686f7020332e30003842494d04040000000000081c020500036f6464ffda7363616e2064617461ffd9
ffd867617262616765ffe000074a46494600ffed001c50686f746f73686f7020332e30003842494d0404000000000000ffda7363616e2064617461ffd9
ffd8ffdb1000656e6473206561726c79
ffd8ffdb1000656e6473206561726c79
ffd8ffe000074a46494600ffed001e50686f746f73686f7020332e30003842494d04040000000000026162ffda7363616e2064617461ffd9ffd8ffe000074a46494600ffed001e50686f746f73686f7020332e30003842494d04040000000000026162ffda7363616e2064617461ffd9
array(2) {
  [0]=>
  bool(true)
  [1]=>
  bool(true)
}
bool(false)
bool(false)
