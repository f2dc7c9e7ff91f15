--TEST--
goto forwards, backwards and out of loops
--FILE--
<?php
goto skip;
echo 'skipped';
skip: echo "here\n";
$i = 0; again: $i++; if ($i < 3) goto again; echo "$i\n";
for ($a = 0; $a < 10; $a++) { while (true) { if ($a == 4) goto out; break; } } out: echo "$a\n";
function f($n) { loop: if ($n > 100) goto end; $n *= 3; goto loop; end: return $n; } echo f(2), "\n";
--EXPECT--
here
3
4
162
