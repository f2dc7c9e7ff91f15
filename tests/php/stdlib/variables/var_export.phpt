--TEST--
var_export(): code that makes the value again
--FILE--
<?php
class A { public int $typed; public readonly int $fixed; protected $p = 1.5; private ?string $q = null; public $list = [1, ['k' => 2]]; }
class B extends A { private $q = 'x'; }
class D { public function __debugInfo() { return ['a' => 1, 5 => 2]; } }
enum E: string { case X = 'x'; }

var_export(null); var_export(false); var_export(PHP_INT_MIN); var_export(1.0); var_export(-0.0); var_export(0.1); var_export(1e100); var_export(INF);
var_export("it's \\ \0 é"); var_export([]); var_export([1, 'k' => [null, 2.5], "a'b" => new stdClass]);
var_export(new B); var_export(E::X); var_export([E::X]); var_export((object) ['a' => 1, 'b' => [2]]);
var_dump(var_export([true], true));
$o = new stdClass; $o->self = $o; var_export($o);
--EXPECTF--
NULLfalse-9223372036854775807-11.0-0.00.11.0E+100INF'it\'s \\ ' . "\0" . ' é'array (
)array (
  0 => 1,
  'k' => 
  array (
    0 => NULL,
    1 => 2.5,
  ),
  'a\'b' => 
  (object) array(
  ),
)\B::__set_state(array(
   'p' => 1.5,
   'q' => NULL,
   'list' => 
  array (
    0 => 1,
    1 => 
    array (
      'k' => 2,
    ),
  ),
   'q' => 'x',
))\E::Xarray (
  0 => 
  \E::X,
)(object) array(
   'a' => 1,
   'b' => 
  array (
    0 => 2,
  ),
)string(22) "array (
  0 => true,
)"

Warning: var_export does not handle circular references in %s on line 11
(object) array(
   'self' => NULL,
)
