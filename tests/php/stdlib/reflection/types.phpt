--TEST--
Reflection: types
--FILE--
<?php
interface A {}
interface B {}
class T {
    function f(int $a, ?string $b, int|null $c, null|string|A|int $d, A&B $e, (A&B)|null $f, iterable $g, ?iterable $h, iterable|int $i, mixed $j, self $k, callable|array|object|float|false $l): ?static {}
}
foreach ((new ReflectionMethod('T', 'f'))->getParameters() as $parameter) {
    $type = $parameter->getType();
    echo $type, ' ', get_class($type), ' ', var_export($type->allowsNull(), true);
    if ($type instanceof ReflectionNamedType) {
        echo ' ', $type->getName(), ' ', var_export($type->isBuiltin(), true);
    } else {
        foreach ($type->getTypes() as $member) echo ' [', $member, ']';
    }
    echo "\n";
}
$type = (new ReflectionMethod('T', 'f'))->getReturnType();
echo $type, ' ', $type->getName(), ' ', var_export($type->isBuiltin(), true), "\n";
--EXPECT--
int ReflectionNamedType false int true
?string ReflectionNamedType true string true
?int ReflectionNamedType true int true
A|string|int|null ReflectionUnionType true [A] [string] [int] [null]
A&B ReflectionIntersectionType false [A] [B]
(A&B)|null ReflectionUnionType true [A&B] [null]
iterable ReflectionNamedType false iterable true
?iterable ReflectionNamedType true iterable true
Traversable|array|int ReflectionUnionType false [Traversable] [array] [int]
mixed ReflectionNamedType true mixed true
self ReflectionNamedType false self false
callable|object|array|float|false ReflectionUnionType false [callable] [object] [array] [float] [false]
?static static false
