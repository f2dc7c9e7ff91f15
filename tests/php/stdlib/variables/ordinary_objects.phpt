--TEST--
Objects with declared properties alone, and with more or less than these, are written and read alike
--FILE--
<?php
class Base { private $hidden = 1; protected ?array $kept = null; public float $share = 0.25; }
#[AllowDynamicProperties]
class Item extends Base { public int $id = 7; private $hidden = 'own'; public string $name; public $odd = ['a' => 1.5, 3 => false]; }
class Rest { public $left; public $right; }
set_error_handler(fn (int $level, string $message) => print("$message\n"));
$plain = new Item;
$plain->name = "it's";
$added = clone $plain;
$added->more = null;
$bare = new Item;
$fewer = clone $plain;
unset($fewer->odd);
$referenced = clone $plain;
$reference = &$referenced->odd;
$nested = new Rest;
$nested->left = $plain;
$nested->right = new Rest;
foreach (compact('plain', 'added', 'bare', 'fewer', 'referenced', 'nested') as $what => $object) {
    echo "== $what\n";
    for ($i = 0; $i < 3; $i++) {
        $text = serialize($object);
        $back = unserialize($text);
    }
    echo str_replace("\0", '~', $text), "\n", serialize($back) === $text ? 'same' : 'other', "\n";
    print_r($object);
    var_export($object);
    echo "\n", json_encode($object), "\n";
}
$loop = new Rest;
$loop->left = $loop;
echo serialize($loop), "\n";
print_r(unserialize(serialize([$loop, $loop])));
$object = json_decode('{"b":1,"a":{"z":1,"y":[]},"c":null}');
unset($object->b);
$object->d = 2;
$object->b = 3;
echo json_encode($object, JSON_PRETTY_PRINT), json_encode((array) $object), "\n";
foreach (['O:4:"Rest":1:{s:4:"left";i:5;}', 'O:4:"Rest":2:{s:4:"left";i:5;s:5:"right";d:1.5;}', 'a:2:{i:0;d:-0.5;i:1;d:1E+25;}', 'd:123456789.25;',
    'a:2:{s:1:"5";i:1;i:5;i:2;}', 'O:4:"Item":1:{s:2:"id";s:1:"x";}', 'O:4:"Rest"1:{}', 'O:4:"Rest:1:{}', 'a:1:{i:0;a:1:{i:0;i:1;}', 'O:4:"Rest":1:{s:5:"other";i:1;}'] as $text) {
    try {
        print_r(unserialize($text));
    } catch (Error $error) {
        echo $error->getMessage(), "\n";
    }
}
--EXPECT--
== plain
O:4:"Item":7:{s:12:"~Base~hidden";i:1;s:7:"~*~kept";N;s:5:"share";d:0.25;s:2:"id";i:7;s:12:"~Item~hidden";s:3:"own";s:4:"name";s:4:"it's";s:3:"odd";a:2:{s:1:"a";d:1.5;i:3;b:0;}}
same
Item Object
(
    [hidden:Base:private] => 1
    [kept:protected] => 
    [share] => 0.25
    [id] => 7
    [hidden:Item:private] => own
    [name] => it's
    [odd] => Array
        (
            [a] => 1.5
            [3] => 
        )

)
\Item::__set_state(array(
   'hidden' => 1,
   'kept' => NULL,
   'share' => 0.25,
   'id' => 7,
   'hidden' => 'own',
   'name' => 'it\'s',
   'odd' => 
  array (
    'a' => 1.5,
    3 => false,
  ),
))
{"share":0.25,"id":7,"name":"it's","odd":{"a":1.5,"3":false}}
== added
O:4:"Item":8:{s:12:"~Base~hidden";i:1;s:7:"~*~kept";N;s:5:"share";d:0.25;s:2:"id";i:7;s:12:"~Item~hidden";s:3:"own";s:4:"name";s:4:"it's";s:3:"odd";a:2:{s:1:"a";d:1.5;i:3;b:0;}s:4:"more";N;}
same
Item Object
(
    [hidden:Base:private] => 1
    [kept:protected] => 
    [share] => 0.25
    [id] => 7
    [hidden:Item:private] => own
    [name] => it's
    [odd] => Array
        (
            [a] => 1.5
            [3] => 
        )

    [more] => 
)
\Item::__set_state(array(
   'hidden' => 1,
   'kept' => NULL,
   'share' => 0.25,
   'id' => 7,
   'hidden' => 'own',
   'name' => 'it\'s',
   'odd' => 
  array (
    'a' => 1.5,
    3 => false,
  ),
   'more' => NULL,
))
{"share":0.25,"id":7,"name":"it's","odd":{"a":1.5,"3":false},"more":null}
== bare
O:4:"Item":6:{s:12:"~Base~hidden";i:1;s:7:"~*~kept";N;s:5:"share";d:0.25;s:2:"id";i:7;s:12:"~Item~hidden";s:3:"own";s:3:"odd";a:2:{s:1:"a";d:1.5;i:3;b:0;}}
same
Item Object
(
    [hidden:Base:private] => 1
    [kept:protected] => 
    [share] => 0.25
    [id] => 7
    [hidden:Item:private] => own
    [odd] => Array
        (
            [a] => 1.5
            [3] => 
        )

)
\Item::__set_state(array(
   'hidden' => 1,
   'kept' => NULL,
   'share' => 0.25,
   'id' => 7,
   'hidden' => 'own',
   'odd' => 
  array (
    'a' => 1.5,
    3 => false,
  ),
))
{"share":0.25,"id":7,"odd":{"a":1.5,"3":false}}
== fewer
O:4:"Item":6:{s:12:"~Base~hidden";i:1;s:7:"~*~kept";N;s:5:"share";d:0.25;s:2:"id";i:7;s:12:"~Item~hidden";s:3:"own";s:4:"name";s:4:"it's";}
other
Item Object
(
    [hidden:Base:private] => 1
    [kept:protected] => 
    [share] => 0.25
    [id] => 7
    [hidden:Item:private] => own
    [name] => it's
)
\Item::__set_state(array(
   'hidden' => 1,
   'kept' => NULL,
   'share' => 0.25,
   'id' => 7,
   'hidden' => 'own',
   'name' => 'it\'s',
))
{"share":0.25,"id":7,"name":"it's"}
== referenced
O:4:"Item":7:{s:12:"~Base~hidden";i:1;s:7:"~*~kept";N;s:5:"share";d:0.25;s:2:"id";i:7;s:12:"~Item~hidden";s:3:"own";s:4:"name";s:4:"it's";s:3:"odd";a:2:{s:1:"a";d:1.5;i:3;b:0;}}
same
Item Object
(
    [hidden:Base:private] => 1
    [kept:protected] => 
    [share] => 0.25
    [id] => 7
    [hidden:Item:private] => own
    [name] => it's
    [odd] => Array
        (
            [a] => 1.5
            [3] => 
        )

)
\Item::__set_state(array(
   'hidden' => 1,
   'kept' => NULL,
   'share' => 0.25,
   'id' => 7,
   'hidden' => 'own',
   'name' => 'it\'s',
   'odd' => 
  array (
    'a' => 1.5,
    3 => false,
  ),
))
{"share":0.25,"id":7,"name":"it's","odd":{"a":1.5,"3":false}}
== nested
O:4:"Rest":2:{s:4:"left";O:4:"Item":7:{s:12:"~Base~hidden";i:1;s:7:"~*~kept";N;s:5:"share";d:0.25;s:2:"id";i:7;s:12:"~Item~hidden";s:3:"own";s:4:"name";s:4:"it's";s:3:"odd";a:2:{s:1:"a";d:1.5;i:3;b:0;}}s:5:"right";O:4:"Rest":2:{s:4:"left";N;s:5:"right";N;}}
same
Rest Object
(
    [left] => Item Object
        (
            [hidden:Base:private] => 1
            [kept:protected] => 
            [share] => 0.25
            [id] => 7
            [hidden:Item:private] => own
            [name] => it's
            [odd] => Array
                (
                    [a] => 1.5
                    [3] => 
                )

        )

    [right] => Rest Object
        (
            [left] => 
            [right] => 
        )

)
\Rest::__set_state(array(
   'left' => 
  \Item::__set_state(array(
     'hidden' => 1,
     'kept' => NULL,
     'share' => 0.25,
     'id' => 7,
     'hidden' => 'own',
     'name' => 'it\'s',
     'odd' => 
    array (
      'a' => 1.5,
      3 => false,
    ),
  )),
   'right' => 
  \Rest::__set_state(array(
     'left' => NULL,
     'right' => NULL,
  )),
))
{"left":{"share":0.25,"id":7,"name":"it's","odd":{"a":1.5,"3":false}},"right":{"left":null,"right":null}}
O:4:"Rest":2:{s:4:"left";r:1;s:5:"right";N;}
Array
(
    [0] => Rest Object
        (
            [left] => Rest Object
 *RECURSION*
            [right] => 
        )

    [1] => Rest Object
        (
            [left] => Rest Object
 *RECURSION*
            [right] => 
        )

)
{
    "a": {
        "z": 1,
        "y": []
    },
    "c": null,
    "d": 2,
    "b": 3
}{"a":{"z":1,"y":[]},"c":null,"d":2,"b":3}
Rest Object
(
    [left] => 5
    [right] => 
)
Rest Object
(
    [left] => 5
    [right] => 1.5
)
Array
(
    [0] => -0.5
    [1] => 1.0E+25
)
123456789.25Array
(
    [5] => 2
)
Cannot assign string to property Item::$id of type int
unserialize(): Error at offset 10 of 14 bytes
unserialize(): Error at offset 9 of 14 bytes
unserialize(): Error at offset 23 of 23 bytes
Creation of dynamic property Rest::$other is deprecated
Rest Object
(
    [left] => 
    [right] => 
    [other] => 1
)
