--TEST--
Comments in their three forms; a closing tag ends a one-line comment
--FILE--
<?php
echo 1; // to the end ?><?php
echo 2; # also ?>[html]<?php
echo 3; /* over
several ?> lines */ echo 4;
/** doc */ echo 5 /* inside */ + /**/ 1;
#[Marker] 
function f() { return 7; } echo f();
// last line without newline
--EXPECT--
12[html]3467
