--TEST--
A closing tag stands for a semicolon; empty statements and nested blocks
--FILE--
<?php
;;
{ echo 'block'; { echo ' nested'; } }
{}
if (1);
else echo 'never';
for ($i = 0; $i < 3; $i++);
echo " $i\n" ?>
<?php $x = 5 ?>
<?= $x, "\n" ?>
--EXPECT--
block nested 3
5
