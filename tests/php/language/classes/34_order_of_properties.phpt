--TEST--
Undeclared properties keep the order in which they came, whatever other objects of the class had
--FILE--
<?php
// Objects of one class whose properties came in different orders.
$first = json_decode('{"a":1,"b":2,"c":3}');
$second = json_decode('{"c":1,"b":2,"a":3}');
echo json_encode($first), json_encode($second), "\n";
foreach ((object) ['b' => 1, 'a' => 2] as $name => $value) echo $name, $value;
$made = new stdClass;
$made->z = 1; $made->a = 2; $made->m[] = 3;
unset($made->z);
$made->z = 4;
$reference = &$made->a;
print_r($made);
print_r(unserialize('O:8:"stdClass":2:{s:1:"b";i:1;s:1:"a";i:2;}'));
print_r(array_keys(get_object_vars(clone $made)));
#[AllowDynamicProperties] class Declared { public $x = 1; }
$one = new Declared; $one->p = 1; $one->q = 2;
$two = new Declared; $two->q = 1; $two->p = 2;
echo json_encode([$one, $two]), serialize($two), "\n";
$churn = new stdClass; $churn->kept = 0;
for ($i = 0; $i < 1000; $i++) { $churn->{"n$i"} = $i; if ($i < 996) unset($churn->{"n$i"}); }
$churn->last = 1;
echo json_encode($churn), "\n";
--EXPECT--
{"a":1,"b":2,"c":3}{"c":1,"b":2,"a":3}
b1a2stdClass Object
(
    [a] => 2
    [m] => Array
        (
            [0] => 3
        )

    [z] => 4
)
stdClass Object
(
    [b] => 1
    [a] => 2
)
Array
(
    [0] => a
    [1] => m
    [2] => z
)
[{"x":1,"p":1,"q":2},{"x":1,"q":1,"p":2}]O:8:"Declared":3:{s:1:"x";i:1;s:1:"q";i:1;s:1:"p";i:2;}
{"kept":0,"n996":996,"n997":997,"n998":998,"n999":999,"last":1}
