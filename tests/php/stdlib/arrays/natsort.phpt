--TEST--
natsort()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = ['img12.png', 'img10.png', 'img2.png', 'IMG1.png']; show(natsort($a), $a); $b = ['-5', '-10', '0', '09', '8', '1.5', '1.10', ' 3']; natsort($b); show($b);
--EXPECT--
true
{"3":"IMG1.png","2":"img2.png","1":"img10.png","0":"img12.png"}
{"0":"-5","1":"-10","2":"0","5":"1.5","6":"1.10","7":" 3","4":"8","3":"09"}
