--TEST--
natcasesort()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = ['IMG0.png', 'img12.png', 'img10.png', 'Img2.png', 'img1.png']; show(natcasesort($a), $a);
--EXPECT--
true
{"0":"IMG0.png","4":"img1.png","3":"Img2.png","2":"img10.png","1":"img12.png"}
