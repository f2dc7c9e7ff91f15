--TEST--
References of a function's variables: when it returns, throws or is a generator at its end, what they shared are plain values again
--FILE--
<?php
function show(string $case, array $given): void
{
    $copy = $given;
    array_walk_recursive($copy, function (&$value) { $value = "changed"; });
    $copy[0] = "set";
    echo $case, ": ", json_encode($given), "\n";
}

function by_element(array &$list) { $r = &$list[0]; $r++; }
function by_foreach() { $list = [1, 2]; foreach ($list as &$value) { $value++; } return $list; }
function by_throw(array &$list) { foreach ($list as &$value) { if ($value > 1) { throw new Exception(); } } }
function by_break(array &$list) { foreach ($list as $key => &$value) { if ($key === 0) { break; } } }
function by_path(array &$root, string $path) { $at = &$root; foreach (explode('.', $path) as $key) { $at = &$at[$key]; } $at = $path; }
function by_tree(array &$tree, int $depth) { foreach ($tree as &$sub) { if (is_array($sub)) { by_tree($sub, $depth + 1); } else { $sub .= "-$depth"; } } }
function by_generator(array &$list) { foreach ($list as &$value) { yield $value; $value = 3; } }
function by_name() { $list = [1, 2]; $name = 'r'; $$name = &$list[0]; $r = 4; return $list; }
function by_parameter(&$one, &$two) { $t = &$one; unset($t); $c = &$two; $two = &$one; }
function &by_return(array &$list) { $r = &$list[0]; return $r; }
function by_static() { static $kept = [1, 2]; foreach ($kept as &$value) { $value++; } return $kept; }
function by_list(array &$pair) { [&$a, [&$b]] = $pair; $a = 8; $b = 9; }
function by_callee(&$x) { by_element($x); }

$list = [1, 2]; by_element($list); show("element", $list);
show("foreach", by_foreach());
$list = [1, 2]; try { by_throw($list); } catch (Exception) { } show("throw", $list);
$list = [1, 2]; by_break($list); show("break", $list);
$tree = []; by_path($tree, 'a.b.c'); by_path($tree, 'a.d'); $copy = $tree; by_path($copy, 'a.b.e'); var_dump($tree === ['a' => ['b' => ['c' => 'a.b.c'], 'd' => 'a.d']]);
$tree = ['a' => ['b' => 'x', 'c' => ['d' => 'y']], 'e' => 'z']; by_tree($tree, 0); show("tree", $tree);
$list = [1, 2]; foreach (by_generator($list) as $given) { echo $given; } echo "\n"; show("generator", $list);
show("name", by_name());
$list = [1, 2]; $held = &$list[0]; by_parameter($list[0], $list[1]); $copy = $list; $copy[0] = 'shared'; $copy[1] = 'own'; var_dump($list);
$list = [1, 2]; $held = &by_return($list); $held = 5; var_dump($list); unset($held); var_dump($list); show("return", $list);
by_static(); show("static", by_static());
$list = [1, [2]]; by_list($list); show("list", $list);
$list = [1]; by_callee($list); show("callee", $list);

class Holder
{
    public $list = [1, 2];
    public $bound = [];
    function by_property() { foreach ($this->list as &$value) { $value *= 2; } $r = &$this->list; $r[] = 1; }
    function bind(&$value) { $this->bound[] = &$value; }
    function bind_own() { $own = 5; $this->bind($own); }
}
$holder = new Holder(); $holder->by_property(); $holder->bind_own();
$other = clone $holder; $other->list[] = 5; $other->list[0] = 'o'; $other->bound[0] = 'o';
var_dump($holder);

$list = [1];
$closure = function () use (&$list) { $r = &$list[0]; $r = 3; };
$closure();
$copy = $list; $copy[0] = 4; var_dump($list);
?>
--EXPECT--
element: [2,2]
foreach: [2,3]
throw: [1,2]
break: [1,2]
bool(true)
tree: {"a":{"b":"x-1","c":{"d":"y-2"}},"e":"z-0"}
12
generator: [3,3]
name: [4,2]
array(2) {
  [0]=>
  &string(6) "shared"
  [1]=>
  int(2)
}
array(2) {
  [0]=>
  &int(5)
  [1]=>
  int(2)
}
array(2) {
  [0]=>
  int(5)
  [1]=>
  int(2)
}
return: [5,2]
static: [3,4]
list: [8,[9]]
callee: [2]
object(Holder)#2 (2) {
  ["list"]=>
  array(3) {
    [0]=>
    int(2)
    [1]=>
    int(4)
    [2]=>
    int(1)
  }
  ["bound"]=>
  array(1) {
    [0]=>
    int(5)
  }
}
array(1) {
  [0]=>
  int(3)
}
