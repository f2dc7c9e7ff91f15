--TEST--
idate(): parts as numbers
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
foreach (str_split('BdhHiILmNosStUwWyYzZq') as $c) echo $c, ' ', var_export(@idate($c, 1711846800), true), "\n";
idate('yy');
--EXPECTF--
B 83
d 31
h 3
H 3
i 0
I 1
L 1
m 3
N 7
o 2024
s 0
S false
t 31
U 1711846800
w 0
W 13
y 24
Y 2024
z 90
Z 7200
q false

Warning: idate(): idate format is one char in %s on line 4
