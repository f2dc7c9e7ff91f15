--TEST--
preg_split(): limits and flags
--FILE--
<?php
echo json_encode(preg_split('/[\s,]+/', "a, b  c,d")), "\n";
echo json_encode(preg_split('//', 'abc')), json_encode(preg_split('//', 'abc', -1, PREG_SPLIT_NO_EMPTY)), "\n";
echo json_encode(preg_split('/(-)|(,)/', 'a-b,c', -1, PREG_SPLIT_DELIM_CAPTURE)), "\n";
echo json_encode(preg_split('/(-)|(,)/', 'a-b,,c', -1, PREG_SPLIT_DELIM_CAPTURE | PREG_SPLIT_NO_EMPTY)), "\n";
echo json_encode(preg_split('/ /', 'a b c', 2, PREG_SPLIT_OFFSET_CAPTURE)), "\n";
echo json_encode(preg_split('/\d/', '', 0)), json_encode(preg_split('/,/', 'a,b,c', 1)), "\n";
echo json_encode(preg_split('//u', 'aé', -1, PREG_SPLIT_NO_EMPTY), JSON_UNESCAPED_UNICODE), "\n";
var_dump(preg_split('/a/u', "\xff"));
--EXPECT--
["a","b","c","d"]
["","a","b","c",""]["a","b","c"]
["a","-","b","",",","c"]
["a","-","b",",",",","c"]
[["a",0],["b c",2]]
[""]["a,b,c"]
["a","é"]
bool(false)
