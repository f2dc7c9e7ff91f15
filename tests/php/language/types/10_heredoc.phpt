--TEST--
Heredoc and nowdoc, their indentation and their escapes
--FILE--
<?php
$x = 'value'; $a = ['k' => 'v'];
echo <<<END
plain $x {$a['k']} $a[k] "quotes" \$x \x41 \\
  indented
END . "|\n";
echo <<<"Q"
    four
      six
    Q, "|\n";
echo <<<'RAW'
  $x {$a} \n \x41
  RAW, "|\n";
echo <<<E
E . '|', "\n";
var_dump([<<<A
  one
  A, <<<B

  two

  B]);
echo strtoupper(<<<T
  a ENDing TT
   T2
  T), "\n";
--EXPECT--
plain value v v "quotes" $x A \
  indented|
four
  six|
$x {$a} \n \x41|
|
array(2) {
  [0]=>
  string(3) "one"
  [1]=>
  string(5) "
two
"
}
A ENDING TT
 T2
