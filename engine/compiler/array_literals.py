"""Array literals: records, constants folded, and those made step by step."""

from __future__ import annotations

from typing import Any, List

from engine.compiler.compiler import FunctionCompiler, lowers
from engine.compiler.operations import computed_first, is_read_late, last_line, on_line
from engine.compiler.places import element_key
from engine.compiler.records import IS_WORTH_IT, MAXIMUM_KEYS
from engine.compiler.references import reference
from engine.syntax import nodes


@lowers(nodes.ArrayLiteral)
def lower_array(f: FunctionCompiler, node: nodes.ArrayLiteral) -> str:
    """`[1, 2]`  becomes  `PhpArray([1, 2])`; an array of constants is made once and shared."""
    if node.syntax == "list":
        raise f.error("Cannot use list() as standalone expression", node.line)
    items: List[nodes.ArrayItem] = []
    for item in node.items:
        if item is None:
            raise f.error("Cannot use empty array elements in arrays", node.line)
        items.append(item)
    if not items:
        return "PhpArray()"
    folded = fold_array(items)
    if folded is not None:
        return f"{f.constant(folded)}.share()"
    if any(item.unpack or item.by_ref for item in items):
        return lower_array_stepwise(f, items)
    if all(item.key is None for item in items):
        return "PhpArray([" + ", ".join(f.copied(item.value) for item in items) + "])"
    if all(isinstance(item.key, nodes.Literal) and isinstance(item.key.value, str) for item in items):
        from engine.runtime.values import canonical_int

        if all(canonical_int(item.key.value) is None for item in items):  # type: ignore[union-attr]
            names = [item.key.value for item in items]  # type: ignore[union-attr]
            if IS_WORTH_IT and f.may_repeat \
                    and len(set(names)) == len(names) <= MAXIMUM_KEYS:  # fmt: skip
                return f"{f.unit.record_maker(tuple(names))}({', '.join(f.copied(item.value) for item in items)})"
            pairs = ", ".join(f"{f.expression(item.key)}: {f.copied(item.value)}" for item in items)
            return f"PhpArray.from_strings({{{pairs}}})"
    if any(item.key is None for item in items):
        return lower_array_stepwise(f, items)
    flat = ", ".join(key_and_value(f, item) for item in items)
    return f.at(node, f"keys_and_values([{flat}])")


def key_and_value(f: FunctionCompiler, item: Any) -> str:
    """`k, v`, evaluated in PHP's order: a plain variable that is the key is read when the value is known."""
    key = on_line(item.key, last_line(item.value))
    warns_late = (
        isinstance(key, nodes.Variable) and key.name not in f.assigned and isinstance(item.value, nodes.Variable)
    )
    if not warns_late and not is_read_late(f, key, item.value):
        return f"{element_key(f, key)}, {f.copied(item.value)}"
    first, value = computed_first(f, item.value)
    return f"({first}, {element_key(f, key)})[1], {value.code}"


def fold_array(items: List[nodes.ArrayItem]) -> Any:
    """The array of a literal that holds constants alone, or None."""
    from engine.runtime.arrays import PhpArray

    made = PhpArray()
    for item in items:
        if item.unpack or item.by_ref:
            return None
        ok, value = fold_value(item.value)
        if not ok:
            return None
        if item.key is None:
            try:
                made.append(value)
            except OverflowError:
                return None
            continue
        if not isinstance(item.key, nodes.Literal) or isinstance(item.key.value, float):
            return None
        made.set(item.key.value, value)
    return made


def fold_value(node: Any) -> Any:
    """(True, value) for a constant expression that needs no execution, else (False, None)."""
    if isinstance(node, nodes.Literal):
        return True, node.value
    if isinstance(node, nodes.Constant):
        lowered = node.name.text.lower()
        if lowered in ("true", "false", "null"):
            return True, {"true": True, "false": False, "null": None}[lowered]
        return False, None
    if isinstance(node, nodes.Unary) and node.operator == "-" and isinstance(node.operand, nodes.Literal) \
            and type(node.operand.value) in (int, float):  # fmt: skip
        value = node.operand.value
        return True, 0 if value == 0 and type(value) is int else -value  # type: ignore[operator]
    if isinstance(node, nodes.ArrayLiteral) and node.syntax != "list" and None not in node.items:
        found = fold_array([item for item in node.items if item is not None])
        return found is not None, found
    return False, None


def lower_array_stepwise(f: FunctionCompiler, items: List[nodes.ArrayItem]) -> str:
    """An array literal with spreads, references or mixed keys: built step by step."""
    made = f.temporary()
    steps = [f"({made} := PhpArray())"]
    for item in items:
        if item.unpack:
            unpack = "unpack_constant" if f.is_constant_expression else "unpack_into"
            steps.append(f.at(item, f"{unpack}({made}, {f.expression(item.value)})"))
        elif item.by_ref:
            if item.key is None:
                steps.append(f"bind_append({made}, {reference(f, item.value)})")
            else:
                # In the order in which they run: the key may be the first to make the variable a reference.
                key_text = element_key(f, item.key)
                steps.append(f"bind_element({made}, {key_text}, {reference(f, item.value)})")
        elif item.key is None:
            steps.append(f"aappend({f.copied(item.value)}, {made})")
        else:
            key = f.temporary()
            steps.append(f"({key} := {element_key(f, item.key)})")
            steps.append(f.at(item, f"aset({f.copied(item.value)}, {made}, {key})"))
    return f"({', '.join(steps)}, {made})[-1]"
