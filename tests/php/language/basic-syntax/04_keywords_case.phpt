--TEST--
Keywords, functions and class names ignore case; variables and constants do not
--FILE--
<?PHP
ECHO 'shout', "\n";
Function Twice($n) { RETURN $n * 2; }
echo TWICE(4), ' ', StrLen('four'), "\n";
CLASS Point { PUBLIC $x = 1; Function Get() { return $THIS->x ?? $this->x; } }
$p = NEW POINT; echo $p->GET(), ' ', get_class($p), "\n";
$Name = 1; $name = 2; echo $Name + $name, "\n";
var_dump(TRUE, False, NULL);
--EXPECT--
shout
8 4
1 Point
3
bool(true)
bool(false)
NULL
