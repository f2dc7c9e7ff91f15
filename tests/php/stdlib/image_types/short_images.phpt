--TEST--
getimagesizefromstring() on texts that are no images: the short ones cannot be read
--FILE--
<?php
foreach (['', 'ab', 'abc', 'Hello', 'Hello World', 'Hello World!', "GIF", "\x89PN", "BM", "8BPS", "\0\0\1\0", "RIFF1234WEB"] as $text) {
    echo json_encode($text, JSON_PARTIAL_OUTPUT_ON_ERROR), "\n";
    var_dump(getimagesizefromstring($text));
}
--EXPECTF--
""

Notice: getimagesizefromstring(): Error reading from ! in %sshort_images.php on line 4
bool(false)
"ab"

Notice: getimagesizefromstring(): Error reading from ab! in %sshort_images.php on line 4
bool(false)
"abc"

Notice: getimagesizefromstring(): Error reading from abc! in %sshort_images.php on line 4
bool(false)
"Hello"

Notice: getimagesizefromstring(): Error reading from Hello! in %sshort_images.php on line 4
bool(false)
"Hello World"

Notice: getimagesizefromstring(): Error reading from Hello World! in %sshort_images.php on line 4
bool(false)
"Hello World!"
bool(false)
"GIF"
bool(false)
null

Notice: getimagesizefromstring(): Error reading from ‰PN! in %sshort_images.php on line 4
bool(false)
"BM"

Notice: getimagesizefromstring(): Error reading from BM! in %sshort_images.php on line 4
bool(false)
"8BPS"
bool(false)
"\u0000\u0000\u0001\u0000"
bool(false)
"RIFF1234WEB"

Notice: getimagesizefromstring(): Error reading from RIFF1234WEB! in %sshort_images.php on line 4
bool(false)
