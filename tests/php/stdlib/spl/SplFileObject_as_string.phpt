--TEST--
A file as a string is its current line, read unless it was
--FILE--
<?php
foreach ([0, SplFileObject::DROP_NEW_LINE, 2, 6, SplFileObject::READ_CSV, 15] as $flags) {
    $file = new SplTempFileObject;
    var_dump((string) $file);
    $file->fwrite("a,b\n\n\nc");
    $file->rewind();
    $file->setFlags($flags);
    for ($i = 0; $i < 5; $i++) {
        var_dump((string) $file, (string) $file);
        $file->next();
    }
}
try {
    $file->setCsvControl('ab');
} catch (ValueError $error) {
    echo $error->getMessage(), "\n";
}
--EXPECTF--
string(0) ""
string(4) "a,b
"
string(4) "a,b
"
string(1) "
"
string(1) "
"
string(1) "
"
string(1) "
"
string(1) "c"
string(1) "c"

Fatal error: Uncaught RuntimeException: Cannot read from file php://temp in %sSplFileObject_as_string.php:9
Stack trace:
#0 %sSplFileObject_as_string.php(9): SplFileObject->__toString()
#1 {main}
  thrown in %sSplFileObject_as_string.php on line 9
