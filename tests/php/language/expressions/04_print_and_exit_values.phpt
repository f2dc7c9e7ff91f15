--TEST--
print, echo, include-like constructs inside expressions
--FILE--
<?php
$r = print 'printed '; echo $r, "\n";
echo 'a', 'b' . 'c', 1 + 1, "\n"; print('x') && print "y\n";
echo print('5') + 1, "\n"; echo -print 'neg ', "\n";
$x = true and false; var_dump($x); $y = (true xor true); var_dump($y);
var_dump(!$x instanceof stdClass, -2 ** 2, (-2) ** 2, 2 ** -1, 2 ** 3 ** 2, '2' . 3 + 4);
--EXPECT--
printed 1
abc2
y
161
neg -1
bool(true)
bool(false)
bool(true)
int(-4)
int(4)
float(0.5)
int(512)
string(2) "27"
