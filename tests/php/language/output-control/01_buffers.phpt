--TEST--
Output buffers nest and may be rewritten
--FILE--
<?php
ob_start(); echo 'inner'; $x = ob_get_clean(); echo strtoupper($x), "\n";
ob_start(fn($b) => str_replace('a', 'A', $b)); echo 'banana '; ob_start(); echo 'nested a '; ob_end_flush();
ob_end_flush(); echo "\n"; var_dump(ob_get_level(), ob_get_contents(), @ob_end_clean()); ob_start(); echo 'one';
ob_start(); echo 'two'; echo ob_get_level(), ob_get_length(); ob_end_clean(); echo strlen(ob_get_contents());
ob_end_flush(); echo "\n"; function render(array $v) {
    extract($v); ob_start(); ?>
<h1><?= htmlspecialchars($title) ?></h1>
<?php foreach ($items as $i): ?>
  <li><?= $i ?></li>
<?php endforeach; return ob_get_clean();
}
echo render(['title' => 'a < b', 'items' => [1, 2]]); ob_start(); print_r([1]); $s = ob_get_flush();
echo strlen($s), "\n"; echo print_r('returned', true), var_export(1.0, true), "\n"; ob_start();
echo 'flushed at the end';
--EXPECT--
INNER
bAnAnA nested A 
int(0)
bool(false)
bool(false)
one3
<h1>a &lt; b</h1>
  <li>1</li>
  <li>2</li>
Array
(
    [0] => 1
)
23
returned1.0
flushed at the end
