--TEST--
SplFileInfo
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$i = new SplFileInfo('/a/b/c.tar.gz'); var_dump($i->getPath(), $i->getFilename(), $i->getExtension(), $i->getBasename('.gz'), $i->getPathname(), (string) $i, $i->isFile(), $i->getRealPath()); attempt(fn() => $i->getSize()); attempt(fn() => $i->openFile()); var_dump((string) $i->getPathInfo()); $t = sys_get_temp_dir() . '/howdah_info.txt'; file_put_contents($t, 'hello'); $j = new SplFileInfo($t); var_dump($j->getSize(), $j->isFile(), $j->isDir(), $j->getType(), $j->openFile()->fgets()); unlink($t);
--EXPECT--
string(4) "/a/b"
string(8) "c.tar.gz"
string(2) "gz"
string(5) "c.tar"
string(13) "/a/b/c.tar.gz"
string(13) "/a/b/c.tar.gz"
bool(false)
bool(false)
RuntimeException: SplFileInfo::getSize(): stat failed for /a/b/c.tar.gz
RuntimeException: SplFileInfo::openFile(/a/b/c.tar.gz): Failed to open stream: No such file or directory
string(4) "/a/b"
int(5)
bool(true)
bool(false)
string(4) "file"
string(5) "hello"
