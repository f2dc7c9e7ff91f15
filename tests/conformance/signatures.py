"""`make signatures`: compares what reflection says of all functions, classes and constants with real PHP.

One script asks both; what differs is printed. What we have more than PHP is not compared; what we have not is
`make functions`' subject, but for members of classes that we do have. Name functions or classes to compare only these.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from typing import TYPE_CHECKING

from engine.executor import launch
from tests.conformance.sweep import own
from tests.php.interpreters import EngineProcess
from tests.php.oracle import split_command

if TYPE_CHECKING:
    from collections.abc import Iterator

# Every line of the answer is a name and what is said of it.
ASK = r"""
function shown_default(ReflectionParameter $p) {
    if (!$p->isDefaultValueAvailable()) return '';
    if ($p->isDefaultValueConstant()) return ' = ' . $p->getDefaultValueConstantName();
    $value = $p->getDefaultValue();
    return ' = ' . (is_object($value) ? get_class($value) : var_export($value, true));
}
function shown(ReflectionFunctionAbstract $f) {
    $parameters = [];
    foreach ($f->getParameters() as $p) {
        $parameters[] = $p->getType() . ($p->isPassedByReference() ? ($p->canBePassedByValue() ? ' &?' : ' &') : ' ')
            . ($p->isVariadic() ? '...' : '') . '$' . $p->getName() . ($p->isOptional() ? '?' : '') . shown_default($p);
    }
    $returns = $f->getReturnType();
    $tentative = $f->getTentativeReturnType();
    $attributes = implode(array_map(fn($a) => '#[' . $a->getName() . ']', $f->getAttributes()));
    $result = ($returns ? ": $returns" : '') . ($tentative ? ": tentative $tentative" : '');
    return $attributes . ($f->isDeprecated() ? 'deprecated ' : '') . ($f->returnsReference() ? '&' : '')
        . '(' . implode(', ', $parameters) . ')' . $result
        . " required " . $f->getNumberOfRequiredParameters();
}
$found = [];
foreach (get_defined_functions()['internal'] as $name) {
    $function = new ReflectionFunction($name);
    $found["$name()"] = $function->getName() . shown($function);
}
foreach ([...get_declared_classes(), ...get_declared_interfaces(), ...get_declared_traits()] as $name) {
    $class = new ReflectionClass($name);
    if (!$class->isInternal()) continue;
    $interfaces = $class->getInterfaceNames();
    $parent = $class->getParentClass();
    $attributes = implode(array_map(fn($a) => '#[' . $a->getName() . ']', $class->getAttributes()));
    $found[$name] = $attributes . implode(' ', Reflection::getModifierNames($class->getModifiers()))
        . ($class->isInterface() ? ' interface' : ' class') . ($parent ? " extends {$parent->name}" : '')
        . ' implements ' . implode(', ', $interfaces)
        . ($class->isInstantiable() ? ' instantiable' : '') . ($class->isCloneable() ? ' cloneable' : '')
        . ($class->isIterable() ? ' iterable' : '') . " of {$class->getExtensionName()}";
    $found["$name methods"] = implode(' ', array_map(fn($m) => $m->name, $class->getMethods()));
    foreach ($class->getMethods() as $method) {
        if ($method->class !== $name) continue;
        try { $prototype = ' like ' . $method->getPrototype()->class; } catch (ReflectionException) { $prototype = ''; }
        $found["$name::$method->name()"] = implode(' ', Reflection::getModifierNames($method->getModifiers()))
            . shown($method) . $prototype;
    }
    $found["$name constants"] = implode(' ', array_keys($class->getConstants()));
    foreach ($class->getReflectionConstants() as $constant) {
        if ($constant->class !== $name) continue;
        $value = $constant->getValue();
        $found["$name::$constant->name"] = implode(' ', Reflection::getModifierNames($constant->getModifiers()))
            . ($constant->isDeprecated() ? ' deprecated' : '') . " {$constant->getType()} "
            . (is_object($value) ? 'case' : var_export($value, true));
    }
    $found["$name properties"] = implode(' ', array_map(fn($p) => $p->name, $class->getProperties()));
    foreach ($class->getProperties() as $property) {
        if ($property->class !== $name) continue;
        $found["$name::\$$property->name"] = implode(' ', Reflection::getModifierNames($property->getModifiers()))
            . " {$property->getType()}"
            . ($property->hasDefaultValue() ? ' = ' . var_export($property->getDefaultValue(), true) : '');
    }
}
foreach (get_defined_constants(true) as $extension => $constants) {
    if ($extension === 'user') continue;
    foreach ($constants as $name => $value) {
        $deprecated = (new ReflectionConstant($name))->isDeprecated() ? 'deprecated ' : '';
        $found["constant $name"] = $deprecated
            . (is_resource($value) ? 'resource' : var_export($value, true)) . " of $extension";
    }
}
foreach ($found as $name => $text) echo json_encode([$name, $text], JSON_INVALID_UTF8_SUBSTITUTE), "\n";
"""

# What is another by its nature, or told otherwise with the same effect: paths and versions of what is used here; a line
# that PHP sets with no default; properties that PHP calculates and we keep; modifiers that PHP checks elsewhere.
KNOWN = frozenset(
    r"""
    constant_PHP_BINARY constant_PCRE_VERSION constant_PCRE_VERSION_MINOR constant_ZLIB_VERSION constant_ZLIB_VERNUM
    Error::$line BcMath\Number::$value BcMath\Number::$scale
    DatePeriod::$start DatePeriod::$current DatePeriod::$end DatePeriod::$interval DatePeriod::$recurrences
    DatePeriod::$include_start_date DatePeriod::$include_end_date
    """.split()
)


def main() -> int:
    """Compare; 1 where something differs."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("names", nargs="*", help="these functions and classes alone")
    command.add_argument("--php", required=True, help="the real PHP's command line")
    options = command.parse_args()
    theirs = answer(
        subprocess.run(
            [*split_command(options.php), "-n", "-d", "error_reporting=0", "-r", ASK], capture_output=True, check=True
        ).stdout.decode()
    )
    engine = EngineProcess(launch.find_interpreter(launch.CPYTHON))
    ours = answer(own(engine)(f"<?php error_reporting(0); {ASK}"))
    engine.close()
    found = list(differences(theirs, ours, options.names))
    for name in found:
        print(f"=== {name}\n--- PHP\n{theirs[name]}\n--- here\n{ours.get(name, 'missing')}")
    print(f"{len(theirs.keys() & ours.keys())} of {len(theirs)} compared: {len(found)} differ")
    return 1 if found else 0


def answer(output: str) -> dict[str, str]:
    """What a PHP said, by name."""
    return dict(json.loads(line) for line in output.splitlines())


def differences(theirs: dict[str, str], ours: dict[str, str], names: list[str]) -> Iterator[str]:
    """The names of which is said something else; members of our classes that are missing too."""
    for name, text in theirs.items():
        subject = name.split("::")[0]
        is_known = name.replace(" ", "_") in KNOWN
        wanted = not is_known if not names else subject.split("(")[0].split(" ")[0] in names
        if wanted and (name in ours or ("::" in name and subject in ours)) and ours.get(name) != text:
            yield name


if __name__ == "__main__":
    sys.exit(main())
