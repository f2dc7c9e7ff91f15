--TEST--
ArrayObject over an object: stored values without hooks, appending, references, and all properties in a copy
--FILE--
<?php
class Hooked {
    public $first = 'f';
    public string $upper = 'U' { set => strtoupper($value); }
    public $virtual { get => 1; }
    private $hidden = 'p';
}
$target = new Hooked;
$target->upper = 'abc';
$over = new ArrayObject($target);
$over['upper'] = 'low';
var_dump($over['upper'], $target->upper, isset($over['virtual']), count($over));
var_dump(array_values($over->getArrayCopy()), str_replace("\0", '~', implode(' ', array_keys($over->getArrayCopy()))));
foreach ($over as $key => $value) {
    echo "$key=$value\n";
}
unset($over['first']);
var_dump(isset($target->first));

class Plain { public $a = 1; }
foreach ([fn() => [1], fn() => new Plain] as $make) {
    foreach (['[]=' => function ($o) { $o[] = 1; }, '[null]=' => function ($o) { $o[null] = 1; },
              '[][]=' => function ($o) { $o[][] = 2; }, '[null][]=' => function ($o) { $o[null][] = 2; },
              '=&[]' => function ($o) { $r = &$o[]; $r = 3; }, '=&[null]' => function ($o) { $r = &$o[null]; $r = 3; },
              '[]=&' => function ($o) { $x = 5; $o[] = &$x; }, '[null]=&' => function ($o) { $x = 5; $o[null] = &$x; },
              '["x"]=&' => function ($o) { $x = 5; $o["x"] = &$x; $x = 6; },
              'append' => function ($o) { $o->append(4); }, 'offsetSet(null)' => function ($o) { $o->offsetSet(null, 5); },
              'deep' => function ($o) { $o['x']['y'] = 1; },
             ] as $name => $change) {
        $object = new ArrayObject($make());
        echo "-- $name\n";
        try {
            $change($object);
        } catch (Error $error) {
            echo get_class($error), ': ', $error->getMessage(), "\n";
        }
        echo json_encode($object), "\n";
    }
}
foreach (['' => [], 'object' => new stdClass] as $what) {
    try {
        echo count([...$what]), "\n";
    } catch (Error $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
$map = new WeakMap;
foreach ([function ($m) { $m[][] = 1; }, function ($m) { $r = &$m[null]; }, function ($m) { $x = 1; $m[null] = &$x; }] as $change) {
    try {
        $change($map);
    } catch (Error $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
--EXPECTF--
string(3) "low"
string(3) "low"
bool(false)
int(2)
array(3) {
  [0]=>
  string(1) "f"
  [1]=>
  string(3) "low"
  [2]=>
  string(1) "p"
}
string(26) "first upper ~Hooked~hidden"
first=f
upper=low
bool(false)
-- []=
{"0":1,"1":1}
-- [null]=
{"0":1,"1":1}
-- [][]=

Notice: Indirect modification of overloaded element of ArrayObject has no effect in %sarray_object_over_objects.php on line 23
{"0":1}
-- [null][]=
{"0":1,"":[2]}
-- =&[]

Notice: Indirect modification of overloaded element of ArrayObject has no effect in %sarray_object_over_objects.php on line 24
{"0":1}
-- =&[null]
{"0":1,"":3}
-- []=&

Notice: Indirect modification of overloaded element of ArrayObject has no effect in %sarray_object_over_objects.php on line 25
Error: Cannot assign by reference to an array dimension of an object
{"0":1}
-- [null]=&
{"0":1,"":5}
-- ["x"]=&
{"0":1,"x":6}
-- append
{"0":1,"1":4}
-- offsetSet(null)
{"0":1,"1":5}
-- deep
{"0":1,"x":{"y":1}}
-- []=
{"a":1,"0":1}
-- [null]=
{"a":1,"0":1}
-- [][]=

Notice: Indirect modification of overloaded element of ArrayObject has no effect in %sarray_object_over_objects.php on line 23
{"a":1}
-- [null][]=
{"a":1,"":[2]}
-- =&[]

Notice: Indirect modification of overloaded element of ArrayObject has no effect in %sarray_object_over_objects.php on line 24
{"a":1}
-- =&[null]
{"a":1,"":3}
-- []=&

Notice: Indirect modification of overloaded element of ArrayObject has no effect in %sarray_object_over_objects.php on line 25
Error: Cannot assign by reference to an array dimension of an object
{"a":1}
-- [null]=&
{"a":1,"":5}
-- ["x"]=&
{"a":1,"x":6}
-- append
Error: Cannot append properties to objects, use ArrayObject::offsetSet() instead
{"a":1}
-- offsetSet(null)
{"a":1,"0":5}
-- deep
{"a":1,"x":{"y":1}}
0
TypeError: Only arrays and Traversables can be unpacked, stdClass given
Error: Cannot append to WeakMap
TypeError: WeakMap key must be an object
TypeError: WeakMap key must be an object
