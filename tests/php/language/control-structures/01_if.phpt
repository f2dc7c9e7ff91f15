--TEST--
if, elseif, else and the alternative syntax
--FILE--
<?php
function kind($n) {
    if ($n < 0) return 'negative';
    elseif ($n == 0) { return 'zero'; }
    else if ($n > 100) return 'large';
    else return 'positive';
}
echo kind(-1), kind(0), kind(5), kind(500), "\n";
if (false): echo 'a'; elseif (1): echo 'b'; else: echo 'c'; endif;
if (0) if (1) echo 'x'; else echo 'dangling';
if (1) if (0) echo 'x'; else echo 'dangling', "\n";
if ($x = 5 and $x > 3) echo "assigned $x\n";
--EXPECT--
negativezeropositivelarge
bdangling
assigned 5
