--TEST--
Generators that delegate to the same one
--FILE--
<?php
function from() { foreach (range(1, 6) as $i) { yield $i; } return 'R'; } function gen($g, $n) { $r = yield from $g; echo "<$n:$r>"; } $f = from(); $a = gen($f, 'a'); $b = gen($f, 'b'); while ($a->valid() || $b->valid()) { echo $a->current(), $b->current(), ' '; $a->next(); if ($b->valid()) $b->next(); }

function inner() { yield 1; yield 2; yield 3; yield 4; } function o($g) { yield from $g; } $i = inner(); $x = o($i); $y = o($i); echo $x->current(), $y->current(); $x->next(); echo $x->current(), $y->current(); $y->next(); echo $x->current(), $y->current(); $i->next(); echo $x->current(), $y->current();
--EXPECT--
11 33 55 <b:R>6 <a:R>11223344
