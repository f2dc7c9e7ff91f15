--TEST--
Elements of $GLOBALS are the global variables themselves
--FILE--
<?php
$x = 1; $list = [1];
function change() {
    $GLOBALS['x']++; $GLOBALS['list'][] = 2; $GLOBALS['made'] ??= 'made'; $GLOBALS['made'] .= '!';
    $r = &$GLOBALS['byref']; $r = 'r'; unset($GLOBALS['gone']);
    foreach (['x', 'nope'] as $n) { echo isset($GLOBALS[$n]) ? $GLOBALS[$n] : 'unset', ' '; }
    echo @$GLOBALS['nope'] ?? 'none', "\n"; sort($GLOBALS['list']);
}
$gone = 1; change(); echo $x, json_encode($list), $made, $byref, isset($gone) ? 'there' : 'gone', "\n";
--EXPECT--
2 unset none
2[1,2]made!rgone
