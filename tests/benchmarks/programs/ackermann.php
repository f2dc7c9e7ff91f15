<?php
// Deep recursion with two arguments and a call as an argument.
function ackermann($m, $n)
{
    if ($m === 0) {
        return $n + 1;
    }
    if ($n === 0) {
        return ackermann($m - 1, 1);
    }
    return ackermann($m - 1, ackermann($m, $n - 1));
}

// --- run
foreach ([[1, 50], [2, 300], [3, 8]] as [$m, $n]) {
    echo "A($m, $n) = ", ackermann($m, $n), "\n";
}
