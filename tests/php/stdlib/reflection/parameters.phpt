--TEST--
Reflection: parameters
--FILE--
<?php
namespace Space;
const LIMIT = 7;
class Box { const SIZE = 2; }
function pack(int $a, ?Box $b, string|array|null &$c, $d = LIMIT, $e = Box::SIZE, $f = [1, 'k' => null], $g = new Box, int ...$rest): void {}
$function = new \ReflectionFunction('Space\pack');
echo $function->getNumberOfParameters(), $function->getNumberOfRequiredParameters(), "\n";
foreach ($function->getParameters() as $parameter) {
    echo $parameter->getPosition(), ' ', $parameter->getName(), ' ', $parameter->getType() ?? 'none', ' ';
    echo (int) $parameter->isOptional(), (int) $parameter->isPassedByReference(), (int) $parameter->isVariadic(), (int) $parameter->allowsNull();
    if ($parameter->isDefaultValueAvailable()) {
        echo ' = ', json_encode($parameter->getDefaultValue()), ' ';
        var_dump($parameter->getDefaultValueConstantName());
    } else {
        echo "\n";
    }
    echo $parameter, "\n";
}
echo $function->getReturnType(), ' ', $function->getShortName(), ' ', $function->getNamespaceName(), "\n";
foreach ((new \ReflectionFunction('array_slice'))->getParameters() as $parameter) echo $parameter, "\n";
try { new \ReflectionParameter('strlen', 3); } catch (\ReflectionException $e) { echo $e->getMessage(), "\n"; }
try { new \ReflectionParameter('strlen', 'no'); } catch (\ReflectionException $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
83
0 a int 0000
Parameter #0 [ <required> int $a ]
1 b ?Space\Box 0001
Parameter #1 [ <required> ?Space\Box $b ]
2 c array|string|null 0101
Parameter #2 [ <required> array|string|null &$c ]
3 d none 1001 = 7 string(11) "Space\LIMIT"
Parameter #3 [ <optional> $d = Space\LIMIT ]
4 e none 1001 = 2 string(15) "Space\Box::SIZE"
Parameter #4 [ <optional> $e = \Space\Box::SIZE ]
5 f none 1001 = {"0":1,"k":null} NULL
Parameter #5 [ <optional> $f = [0 => 1, 'k' => NULL] ]
6 g none 1001 = {} NULL
Parameter #6 [ <optional> $g = new \Space\Box() ]
7 rest int 1010
Parameter #7 [ <optional> int ...$rest ]
void pack Space
Parameter #0 [ <required> array $array ]
Parameter #1 [ <required> int $offset ]
Parameter #2 [ <optional> ?int $length = null ]
Parameter #3 [ <optional> bool $preserve_keys = false ]
The parameter specified by its offset could not be found
The parameter specified by its name could not be found
