--TEST--
A class is held to each interface once, to those that others extend after them
--FILE--
<?php
interface R extends Iterator {}
class a implements R { function current(){} function key(){} function next(){} function rewind(){} function valid(){} }
interface R2 extends Iterator { function x(); }
class a2 implements R2 { function current(){} function key(){} function next(){} function rewind(){} function valid(){} function x(){} }
class b implements SeekableIterator { function current(){} function key(){} function next(){} function rewind(){} function valid(){} function seek($n){} }
interface J extends JsonSerializable {}
class j1 implements J { function jsonSerialize(){} }
interface K1 { function f(int $x): int; } interface K2 extends K1 { function g(): string; }
class P implements K1 { function f(int $x): int { return 1; } }
class C extends P implements K2 { function g(): string { return ''; } }
abstract class D implements K2 { }
interface K3 extends K1 { function f(int|string $x): int; }
class E3 implements K3 { function f(int|string $x, $y = 1): int { return 1; } }
class E4 implements K3 { function f(int $x): int { return 1; } }
?>
--EXPECTF--
Deprecated: Return type of a::current() should either be compatible with Iterator::current(): mixed, or the #[\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice in %sinherited_interfaces_once.php on line 3

Deprecated: Return type of a::next() should either be compatible with Iterator::next(): void, or the #[\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice in %sinherited_interfaces_once.php on line 3

Deprecated: Return type of a::key() should either be compatible with Iterator::key(): mixed, or the #[\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice in %sinherited_interfaces_once.php on line 3

Deprecated: Return type of a::valid() should either be compatible with Iterator::valid(): bool, or the #[\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice in %sinherited_interfaces_once.php on line 3

Deprecated: Return type of a::rewind() should either be compatible with Iterator::rewind(): void, or the #[\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice in %sinherited_interfaces_once.php on line 3

Deprecated: Return type of a2::current() should either be compatible with Iterator::current(): mixed, or the #[\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice in %sinherited_interfaces_once.php on line 5

Deprecated: Return type of a2::next() should either be compatible with Iterator::next(): void, or the #[\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice in %sinherited_interfaces_once.php on line 5

Deprecated: Return type of a2::key() should either be compatible with Iterator::key(): mixed, or the #[\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice in %sinherited_interfaces_once.php on line 5

Deprecated: Return type of a2::valid() should either be compatible with Iterator::valid(): bool, or the #[\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice in %sinherited_interfaces_once.php on line 5

Deprecated: Return type of a2::rewind() should either be compatible with Iterator::rewind(): void, or the #[\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice in %sinherited_interfaces_once.php on line 5

Deprecated: Return type of b::seek($n) should either be compatible with SeekableIterator::seek(int $offset): void, or the #[\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice in %sinherited_interfaces_once.php on line 6

Deprecated: Return type of b::current() should either be compatible with Iterator::current(): mixed, or the #[\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice in %sinherited_interfaces_once.php on line 6

Deprecated: Return type of b::next() should either be compatible with Iterator::next(): void, or the #[\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice in %sinherited_interfaces_once.php on line 6

Deprecated: Return type of b::key() should either be compatible with Iterator::key(): mixed, or the #[\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice in %sinherited_interfaces_once.php on line 6

Deprecated: Return type of b::valid() should either be compatible with Iterator::valid(): bool, or the #[\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice in %sinherited_interfaces_once.php on line 6

Deprecated: Return type of b::rewind() should either be compatible with Iterator::rewind(): void, or the #[\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice in %sinherited_interfaces_once.php on line 6

Deprecated: Return type of j1::jsonSerialize() should either be compatible with JsonSerializable::jsonSerialize(): mixed, or the #[\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice in %sinherited_interfaces_once.php on line 8

Fatal error: Declaration of E4::f(int $x): int must be compatible with K3::f(string|int $x): int in %sinherited_interfaces_once.php on line 15
