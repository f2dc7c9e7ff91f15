--TEST--
goto enters if and try blocks, leaves loops, and lets break and continue be
--FILE--
<?php
function f($n) {
    $log = [];
    goto inside;
    if (false) {
        $log[] = 'skipped';
        inside:
        $log[] = 'inside';
    } else {
        $log[] = 'else';
    }
    $i = 0;
    again:
    while (true) {
        $i++;
        foreach ([1, 2, 3] as $v) {
            if ($v === 2) { continue 2; }
            if ($i > $n) { break 2; }
            if ($i === 2) { $i = 5; goto again; }
            $log[] = "$i.$v";
        }
    }
    try {
        goto caught;
        $log[] = 'never';
        caught:
        $log[] = 'in try';
    } finally { $log[] = 'finally'; }
    return implode(' ', $log);
}
echo f(7), "\n";
$i = 0;
top:
$i++;
if ($i < 3) { goto top; }
for ($j = 0; $j < 5; $j++) { if ($j == 1) { continue; } if ($j == 3) { goto out; } echo $j; }
out:
echo " $i\n";
--EXPECT--
inside 1.1 6.1 7.1 in try finally
02 3
