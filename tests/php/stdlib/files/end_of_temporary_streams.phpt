--TEST--
A temporary stream tells of its end with the last line, one in memory after it
--FILE--
<?php
foreach (['php://temp','php://memory'] as $n) {
$f = fopen($n, 'w+'); fwrite($f, "a\nb\n"); rewind($f); $i=0;
while (!feof($f) && $i++<9) var_dump(fgets($f)); 
echo "--\n"; rewind($f); var_dump(fread($f, 4), feof($f), fread($f,1), feof($f)); rewind($f); var_dump(fread($f, 10), feof($f)); rewind($f); fgetc($f); var_dump(feof($f)); stream_get_contents($f); var_dump(feof($f)); rewind($f); var_dump(feof($f)); fseek($f,0,SEEK_END); var_dump(feof($f));
$o = new SplFileObject($n,'w+'); $o->fwrite("x\ny\n"); $o->rewind(); $i=0; while ($o->valid() && $i++<9) { echo $o->key(),':', json_encode($o->fgets()), "\n"; }
$o->rewind(); foreach ($o as $k=>$l) echo $k, json_encode($l), ' '; $o->setFlags(SplFileObject::READ_AHEAD|SplFileObject::SKIP_EMPTY|SplFileObject::DROP_NEW_LINE); foreach ($o as $k=>$l) echo $k, json_encode($l), ' '; echo "\n";
$o->setFlags(0); $o->seek(1); echo $o->key(), json_encode($o->current()), $o->eof()?'E':'-'; $o->seek(9); echo $o->key(), json_encode($o->current()), $o->eof()?'E':'-',"\n";
}
$o = new SplTempFileObject(); for ($i=0;$i<3;$i++) $o->fwrite("l$i\n"); $o->rewind(); while ($o->valid()) echo $o->key(), json_encode($o->fgets()); 
?>
--EXPECT--
string(2) "a
"
string(2) "b
"
--
string(4) "a
b
"
bool(false)
string(0) ""
bool(true)
string(4) "a
b
"
bool(true)
bool(false)
bool(true)
bool(false)
bool(false)
0:"x\n"
1:"y\n"
0"x\n" 1"y\n" 0"x" 1"y" 
1"y\n"E1falseE
string(2) "a
"
string(2) "b
"
bool(false)
--
string(4) "a
b
"
bool(false)
string(0) ""
bool(true)
string(4) "a
b
"
bool(true)
bool(false)
bool(true)
bool(false)
bool(false)
0:"x\n"
1:"y\n"
2:""
0"x\n" 1"y\n" 2"" 0"x" 1"y" 
1"y\n"-2falseE
0"l0\n"1"l1\n"2"l2\n"
