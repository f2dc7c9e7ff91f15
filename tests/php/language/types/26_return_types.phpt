--TEST--
void, never, static, iterable, mixed and return coercion
--FILE--
<?php
function v(): void { return; } function i(): int { return '5'; } function m(): mixed { return null; }
function s(): ?string { return null; } function it(): iterable { return [1]; }
class A { static function make(): static { return new static; } function self(): self { return $this; } }
class B extends A {}
function nv(): never { throw new Exception('never'); }
var_dump(v(), i(), m(), s(), it(), get_class(B::make()));
try { nv(); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
function bad(): int { return 'x'; } function none(): int { } function back(): never { }
function mixed_none(): mixed { }
foreach (['bad', 'none', 'back', 'mixed_none'] as $f) {
    try { $f(); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
}
--EXPECT--
NULL
int(5)
NULL
NULL
array(1) {
  [0]=>
  int(1)
}
string(1) "B"
never
bad(): Return value must be of type int, string returned
none(): Return value must be of type int, none returned
back(): never-returning function must not implicitly return
mixed_none(): Return value must be of type mixed, none returned
