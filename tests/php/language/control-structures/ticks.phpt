--TEST--
declare(ticks): which statements count, and the functions that run
--FILE--
<?php
class N { function run() { echo "m"; } static function st() { echo "s"; } } $m = new N;
function n() { echo "n"; }
declare(ticks=1);
register_tick_function(function () { echo "."; });
echo "\nassign"; $a = 1;
echo "\nif"; if ($a) { $c = 3; }
echo "\nelse"; if (!$a) { $c = 3; } else { $c = 2; }
echo "\nfor"; for ($i = 0; $i < 2; $i++) { $z = $i; }
echo "\nwhile"; while (true) { break; }
echo "\nswitch"; switch (1) { case 1: $k = 1; break; }
echo "\ntry"; try { $e = 1; } finally { $f = 1; }
echo "\nblock"; { $y = 1; }
echo "\nclass"; class M { static function s() { $q = 1; } }
echo "\ncall"; M::s();
echo "\nunset"; unset($a);
echo "\nfunc"; function x() { return 1; } 
echo "\ncallx"; x();
echo "\nforeach"; foreach ([1] as $v) $v;
echo "\nconst"; const X = 1;
echo "\ndo"; do { $w = 1; } while (false);
echo "\ngoto"; goto l; l: echo "\nL";
echo "\nstatic"; static $s = 1;
echo "\nglobal"; global $g;
echo "\nclosure"; $f = function () { $a = 1; return 2; }; $f();
echo "\narrow"; $f = fn() => 3; $f();



register_tick_function([$m, 'run']); register_tick_function('n', 1); register_tick_function('N::st');
unregister_tick_function('n'); unregister_tick_function([$m, 'run']); echo "\n";
$unread_and_undefined;
?>
--EXPECT--
.
assign..
if..
else..
for....
while..
switch..
try....
block..
class.
call...
unset..
func.
callx..
foreach...
const..
do...
goto.
L.
static..
global..
closure....
arrow....mm.mnmn.mnsmns.msms.ss
.ss
