--TEST--
echo writes each operand before the next is evaluated
--FILE--
<p>a</p>
<?php function s($x) { echo "[$x]"; return $x; } class T { function __toString() { echo '<in>'; return 'T'; } }
echo 'a', s(1), 'b'; echo 'c'; echo s(2), s(3), new T, 'd', 1, 2.50, true, null, -1; echo new T . 'x', "\n"; ?>
text <?= s('y') ?> more
<?php if (true): ?>yes<?php else: ?>no<?php endif ?>

<?php for ($i = 0; $i < 3; $i++): ?>
 <li><?= $i ?>.</li>
<?php endfor;
$f = function () { return 1; }; class C { public $q = 4; function m() { return [fn() => $this->q, function () { return 5; }, function () { return fn() => $this->q + 1; }]; } }
[$a, $b, $c] = (new C)->m(); echo $f(), $a(), $b(), $c()(), "\n";
echo "x", $undefined, "y\n";
ob_start(fn($s) => "($s)", 1); echo 'a', 'b'; echo 'c'; ob_end_flush();
--EXPECTF--
<p>a</p>
a[1]1bc[2]2[3]3<in>Td12.51-1<in>Tx
text [y]y more
yes
 <li>0.</li>
 <li>1.</li>
 <li>2.</li>
1455
x
Warning: Undefined variable $undefined in %s30_echo_order.php on line 12
y
(a)(b)(c)()
