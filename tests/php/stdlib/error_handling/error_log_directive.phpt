--TEST--
error_log() appends to the file that the directive names, with the time, and to the file it is given, without
--FILE--
<?php
$file = tempnam(sys_get_temp_dir(), 'log');
ini_set('error_log', $file);
date_default_timezone_set('Europe/Berlin');
var_dump(error_log("one"), error_log("two\n"), error_log('three', 3, $file));
echo preg_replace('/\d+-[A-Z][a-z]+-\d{4} \d\d:\d\d:\d\d/', 'TIME', file_get_contents($file)), "\n";
foreach ([[2, null], [3, '/nonexistent/folder/log'], [3, "a\0b"]] as [$type, $destination]) {
    try {
        var_dump(@error_log('x', $type, $destination));
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
unlink($file);
--EXPECT--
bool(true)
bool(true)
bool(true)
[TIME Europe/Berlin] one
[TIME Europe/Berlin] two

three
ValueError: TCP/IP option is not available for error logging
bool(false)
ValueError: error_log(): Argument #3 ($destination) must not contain any null bytes
