--TEST--
Offsets of every type: null, floats, numeric strings, and what no offset can be
--FILE--
<?php
$list = new SplDoublyLinkedList;
$list[] = 'x';
$fixed = SplFixedArray::fromArray(['x', 'y']);
$array = new ArrayObject(['x', 'y', '' => 'empty']);
foreach ([$list, $fixed, $array] as $structure) {
    echo get_class($structure), "\n";
    foreach ([0, '0', '7', 'a', 0.5, 1.0, true, false, [], new stdClass, '0.5'] as $offset) {
        foreach ([
            'get' => fn() => $structure[$offset],
            'isset' => fn() => isset($structure[$offset]),
            'exists' => fn() => $structure->offsetExists($offset),
            'set' => fn() => $structure[$offset] = 'new',
            'unset' => fn() => $structure->offsetUnset(is_scalar($offset) ? 'nowhere' : $offset),
        ] as $what => $do) {
            try {
                echo "$what ", json_encode($offset), ' ', json_encode($do()), "\n";
            } catch (Throwable $error) {
                echo get_class($error), ': ', $error->getMessage(), "\n";
            }
        }
    }
    foreach ([fn() => $structure[null], fn() => isset($structure[null]), fn() => $structure->offsetGet(null)] as $do) {
        try {
            echo json_encode($do()), "\n";
        } catch (Throwable $error) {
            echo get_class($error), ': ', $error->getMessage(), "\n";
        }
    }
}
// What an ArrayObject keeps of its iterators' class; what it and an ArrayIterator serialize.
class Own extends ArrayIterator {}
$array->setIteratorClass('ArrayIterator');
echo serialize($array), "\n";
$array->setIteratorClass('Own');
echo serialize($array), "\n", serialize(new ArrayIterator([1])), "\n", serialize(new Own), "\n";
var_dump(unserialize('O:13:"ArrayIterator":3:{i:0;i:0;i:1;a:1:{i:0;i:5;}i:2;a:0:{}}')[0]);
$walk = new ArrayIterator([1, 2, 3]);
foreach ([2, 3, -1, 0] as $place) {
    try {
        $walk->seek($place);
    } catch (OutOfBoundsException $error) {
        echo $error->getMessage(), "\n";
    }
    var_dump($walk->current());
}
// All that is counted of a storage is its objects.
$storage = new SplObjectStorage;
$storage[$list] = [1, [2]];
$storage->attach($storage);
var_dump($storage->count(COUNT_RECURSIVE));
--EXPECTF--
SplDoublyLinkedList
get 0 "x"
isset 0 true
exists 0 true
set 0 "new"
unset 0 TypeError: SplDoublyLinkedList::offsetUnset(): Argument #1 ($index) must be of type int, string given
get "0" "new"
isset "0" true
exists "0" true
set "0" "new"
unset "0" TypeError: SplDoublyLinkedList::offsetUnset(): Argument #1 ($index) must be of type int, string given
get "7" OutOfRangeException: SplDoublyLinkedList::offsetGet(): Argument #1 ($index) is out of range
isset "7" false
exists "7" false
set "7" OutOfRangeException: SplDoublyLinkedList::offsetSet(): Argument #1 ($index) is out of range
unset "7" TypeError: SplDoublyLinkedList::offsetUnset(): Argument #1 ($index) must be of type int, string given
get "a" TypeError: SplDoublyLinkedList::offsetGet(): Argument #1 ($index) must be of type int, string given
isset "a" TypeError: SplDoublyLinkedList::offsetExists(): Argument #1 ($index) must be of type int, string given
exists "a" TypeError: SplDoublyLinkedList::offsetExists(): Argument #1 ($index) must be of type int, string given
set "a" TypeError: SplDoublyLinkedList::offsetSet(): Argument #1 ($index) must be of type ?int, string given
unset "a" TypeError: SplDoublyLinkedList::offsetUnset(): Argument #1 ($index) must be of type int, string given
get 0.5 
Deprecated: Implicit conversion from float 0.5 to int loses precision in %soffsets_of_every_type.php on line 10
"new"
isset 0.5 
Deprecated: Implicit conversion from float 0.5 to int loses precision in %soffsets_of_every_type.php on line 11
true
exists 0.5 
Deprecated: Implicit conversion from float 0.5 to int loses precision in %soffsets_of_every_type.php on line 12
true
set 0.5 
Deprecated: Implicit conversion from float 0.5 to int loses precision in %soffsets_of_every_type.php on line 13
"new"
unset 0.5 TypeError: SplDoublyLinkedList::offsetUnset(): Argument #1 ($index) must be of type int, string given
get 1 OutOfRangeException: SplDoublyLinkedList::offsetGet(): Argument #1 ($index) is out of range
isset 1 false
exists 1 false
set 1 OutOfRangeException: SplDoublyLinkedList::offsetSet(): Argument #1 ($index) is out of range
unset 1 TypeError: SplDoublyLinkedList::offsetUnset(): Argument #1 ($index) must be of type int, string given
get true OutOfRangeException: SplDoublyLinkedList::offsetGet(): Argument #1 ($index) is out of range
isset true false
exists true false
set true OutOfRangeException: SplDoublyLinkedList::offsetSet(): Argument #1 ($index) is out of range
unset true TypeError: SplDoublyLinkedList::offsetUnset(): Argument #1 ($index) must be of type int, string given
get false "new"
isset false true
exists false true
set false "new"
unset false TypeError: SplDoublyLinkedList::offsetUnset(): Argument #1 ($index) must be of type int, string given
get [] TypeError: SplDoublyLinkedList::offsetGet(): Argument #1 ($index) must be of type int, array given
isset [] TypeError: SplDoublyLinkedList::offsetExists(): Argument #1 ($index) must be of type int, array given
exists [] TypeError: SplDoublyLinkedList::offsetExists(): Argument #1 ($index) must be of type int, array given
set [] TypeError: SplDoublyLinkedList::offsetSet(): Argument #1 ($index) must be of type ?int, array given
unset [] TypeError: SplDoublyLinkedList::offsetUnset(): Argument #1 ($index) must be of type int, array given
get {} TypeError: SplDoublyLinkedList::offsetGet(): Argument #1 ($index) must be of type int, stdClass given
isset {} TypeError: SplDoublyLinkedList::offsetExists(): Argument #1 ($index) must be of type int, stdClass given
exists {} TypeError: SplDoublyLinkedList::offsetExists(): Argument #1 ($index) must be of type int, stdClass given
set {} TypeError: SplDoublyLinkedList::offsetSet(): Argument #1 ($index) must be of type ?int, stdClass given
unset {} TypeError: SplDoublyLinkedList::offsetUnset(): Argument #1 ($index) must be of type int, stdClass given
get "0.5" 
Deprecated: Implicit conversion from float-string "0.5" to int loses precision in %soffsets_of_every_type.php on line 10
"new"
isset "0.5" 
Deprecated: Implicit conversion from float-string "0.5" to int loses precision in %soffsets_of_every_type.php on line 11
true
exists "0.5" 
Deprecated: Implicit conversion from float-string "0.5" to int loses precision in %soffsets_of_every_type.php on line 12
true
set "0.5" 
Deprecated: Implicit conversion from float-string "0.5" to int loses precision in %soffsets_of_every_type.php on line 13
"new"
unset "0.5" TypeError: SplDoublyLinkedList::offsetUnset(): Argument #1 ($index) must be of type int, string given

Deprecated: SplDoublyLinkedList::offsetGet(): Passing null to parameter #1 ($index) of type int is deprecated in %soffsets_of_every_type.php on line 23
"new"

Deprecated: SplDoublyLinkedList::offsetExists(): Passing null to parameter #1 ($index) of type int is deprecated in %soffsets_of_every_type.php on line 23
true

Deprecated: SplDoublyLinkedList::offsetGet(): Passing null to parameter #1 ($index) of type int is deprecated in %soffsets_of_every_type.php on line 23
"new"
SplFixedArray
get 0 "x"
isset 0 true
exists 0 true
set 0 "new"
unset 0 TypeError: Cannot access offset of type string on SplFixedArray
get "0" "new"
isset "0" true
exists "0" true
set "0" "new"
unset "0" TypeError: Cannot access offset of type string on SplFixedArray
get "7" OutOfBoundsException: Index invalid or out of range
isset "7" false
exists "7" false
set "7" OutOfBoundsException: Index invalid or out of range
unset "7" TypeError: Cannot access offset of type string on SplFixedArray
get "a" TypeError: Cannot access offset of type string on SplFixedArray
isset "a" TypeError: Cannot access offset of type string on SplFixedArray
exists "a" TypeError: Cannot access offset of type string on SplFixedArray
set "a" TypeError: Cannot access offset of type string on SplFixedArray
unset "a" TypeError: Cannot access offset of type string on SplFixedArray
get 0.5 
Deprecated: Implicit conversion from float 0.5 to int loses precision in %soffsets_of_every_type.php on line 10
"new"
isset 0.5 
Deprecated: Implicit conversion from float 0.5 to int loses precision in %soffsets_of_every_type.php on line 11
true
exists 0.5 
Deprecated: Implicit conversion from float 0.5 to int loses precision in %soffsets_of_every_type.php on line 12
true
set 0.5 
Deprecated: Implicit conversion from float 0.5 to int loses precision in %soffsets_of_every_type.php on line 13
"new"
unset 0.5 TypeError: Cannot access offset of type string on SplFixedArray
get 1 "y"
isset 1 true
exists 1 true
set 1 "new"
unset 1 TypeError: Cannot access offset of type string on SplFixedArray
get true "new"
isset true true
exists true true
set true "new"
unset true TypeError: Cannot access offset of type string on SplFixedArray
get false "new"
isset false true
exists false true
set false "new"
unset false TypeError: Cannot access offset of type string on SplFixedArray
get [] TypeError: Cannot access offset of type array on SplFixedArray
isset [] TypeError: Cannot access offset of type array on SplFixedArray
exists [] TypeError: Cannot access offset of type array on SplFixedArray
set [] TypeError: Cannot access offset of type array on SplFixedArray
unset [] TypeError: Cannot access offset of type array on SplFixedArray
get {} TypeError: Cannot access offset of type stdClass on SplFixedArray
isset {} TypeError: Cannot access offset of type stdClass on SplFixedArray
exists {} TypeError: Cannot access offset of type stdClass on SplFixedArray
set {} TypeError: Cannot access offset of type stdClass on SplFixedArray
unset {} TypeError: Cannot access offset of type stdClass on SplFixedArray
get "0.5" TypeError: Cannot access offset of type string on SplFixedArray
isset "0.5" TypeError: Cannot access offset of type string on SplFixedArray
exists "0.5" TypeError: Cannot access offset of type string on SplFixedArray
set "0.5" TypeError: Cannot access offset of type string on SplFixedArray
unset "0.5" TypeError: Cannot access offset of type string on SplFixedArray
TypeError: Cannot access offset of type null on SplFixedArray
TypeError: Cannot access offset of type null on SplFixedArray
TypeError: Cannot access offset of type null on SplFixedArray
ArrayObject
get 0 "x"
isset 0 true
exists 0 true
set 0 "new"
unset 0 null
get "0" "new"
isset "0" true
exists "0" true
set "0" "new"
unset "0" null
get "7" 
Warning: Undefined array key 7 in %soffsets_of_every_type.php on line 10
null
isset "7" false
exists "7" false
set "7" "new"
unset "7" null
get "a" 
Warning: Undefined array key "a" in %soffsets_of_every_type.php on line 10
null
isset "a" false
exists "a" false
set "a" "new"
unset "a" null
get 0.5 
Deprecated: Implicit conversion from float 0.5 to int loses precision in %soffsets_of_every_type.php on line 10
"new"
isset 0.5 
Deprecated: Implicit conversion from float 0.5 to int loses precision in %soffsets_of_every_type.php on line 11
true
exists 0.5 
Deprecated: Implicit conversion from float 0.5 to int loses precision in %soffsets_of_every_type.php on line 12
true
set 0.5 
Deprecated: Implicit conversion from float 0.5 to int loses precision in %soffsets_of_every_type.php on line 13
"new"
unset 0.5 null
get 1 "y"
isset 1 true
exists 1 true
set 1 "new"
unset 1 null
get true "new"
isset true true
exists true true
set true "new"
unset true null
get false "new"
isset false true
exists false true
set false "new"
unset false null
get [] TypeError: Cannot access offset of type array on ArrayObject
isset [] TypeError: Cannot access offset of type array in isset or empty
exists [] TypeError: Cannot access offset of type array in isset or empty
set [] TypeError: Cannot access offset of type array on ArrayObject
unset [] TypeError: Cannot unset offset of type array on ArrayObject
get {} TypeError: Cannot access offset of type stdClass on ArrayObject
isset {} TypeError: Cannot access offset of type stdClass in isset or empty
exists {} TypeError: Cannot access offset of type stdClass in isset or empty
set {} TypeError: Cannot access offset of type stdClass on ArrayObject
unset {} TypeError: Cannot unset offset of type stdClass on ArrayObject
get "0.5" 
Warning: Undefined array key "0.5" in %soffsets_of_every_type.php on line 10
null
isset "0.5" false
exists "0.5" false
set "0.5" "new"
unset "0.5" null
"empty"
true
"empty"
O:11:"ArrayObject":4:{i:0;i:0;i:1;a:6:{i:0;s:3:"new";i:1;s:3:"new";s:0:"";s:5:"empty";i:7;s:3:"new";s:1:"a";s:3:"new";s:3:"0.5";s:3:"new";}i:2;a:0:{}i:3;N;}
O:11:"ArrayObject":4:{i:0;i:0;i:1;a:6:{i:0;s:3:"new";i:1;s:3:"new";s:0:"";s:5:"empty";i:7;s:3:"new";s:1:"a";s:3:"new";s:3:"0.5";s:3:"new";}i:2;a:0:{}i:3;s:3:"Own";}
O:13:"ArrayIterator":4:{i:0;i:0;i:1;a:1:{i:0;i:1;}i:2;a:0:{}i:3;N;}
O:3:"Own":4:{i:0;i:0;i:1;a:0:{}i:2;a:0:{}i:3;N;}
int(5)
int(3)
Seek position 3 is out of range
NULL
Seek position -1 is out of range
NULL
int(1)
int(2)
