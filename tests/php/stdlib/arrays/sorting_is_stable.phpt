--TEST--
sorting is stable
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
$rows = []; for ($i = 0; $i < 40; $i++) { $rows["r$i"] = $i % 3; } asort($rows); echo implode(' ', array_keys($rows)), "\n"; arsort($rows); echo implode(' ', array_keys($rows)), "\n"; uasort($rows, fn ($a, $b) => $a % 2 <=> $b % 2); echo implode(' ', array_keys($rows)), "\n";
--EXPECT--
r0 r3 r6 r9 r12 r15 r18 r21 r24 r27 r30 r33 r36 r39 r1 r4 r7 r10 r13 r16 r19 r22 r25 r28 r31 r34 r37 r2 r5 r8 r11 r14 r17 r20 r23 r26 r29 r32 r35 r38
r2 r5 r8 r11 r14 r17 r20 r23 r26 r29 r32 r35 r38 r1 r4 r7 r10 r13 r16 r19 r22 r25 r28 r31 r34 r37 r0 r3 r6 r9 r12 r15 r18 r21 r24 r27 r30 r33 r36 r39
r2 r5 r8 r11 r14 r17 r20 r23 r26 r29 r32 r35 r38 r0 r3 r6 r9 r12 r15 r18 r21 r24 r27 r30 r33 r36 r39 r1 r4 r7 r10 r13 r16 r19 r22 r25 r28 r31 r34 r37
