"""What variables, elements and properties are, as far as the code being compiled knows."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, Dict, Optional

from engine.compiler.emit import Raw, is_plain, quote
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.compiler.compiler import FunctionCompiler


def scope_code(f: FunctionCompiler) -> str:
    """A Python expression for the class whose code is being compiled."""
    if f.kind == "closure":
        return "z_closure.scope"
    if f.kind == "include":
        return "z_scope"
    return "None" if f.scope is None else f.constant(f.scope)


def table(f: FunctionCompiler) -> str:
    """The symbol table of the running function."""
    return "z_table"


def class_reference(f: FunctionCompiler, class_: Any, *, for_isset: bool = False) -> str:
    """A Python expression for the PhpClass that a name or expression means."""
    from engine.compiler.classes import lower_class_reference

    return lower_class_reference(f, class_)


def property_name(f: FunctionCompiler, name: Any) -> str:
    """The property's name as a Python str."""
    if isinstance(name, str):
        return quote(name)
    return f.string(name)


_CHAIN = (nodes.Property, nodes.MethodCall, nodes.Index)


_STATIC_CHAIN = (nodes.StaticProperty, nodes.StaticCall, nodes.ClassConstant)


def _link_field(node: Any) -> Optional[str]:
    """What of a node the rest of a chain hangs on, so that `?->` within it ends the whole."""
    if isinstance(node, _CHAIN):
        return "base"
    return "class_" if isinstance(node, _STATIC_CHAIN) and not isinstance(node.class_, nodes.Name) else None


def short_circuit(f: FunctionCompiler, node: Any, lower: Any, lower_whole: Any = None) -> Optional[str]:
    """`$a?->b->c()`  becomes  `(None if (t1 := v_a) is None else …)` around the whole chain; None without a `?->`."""
    chain = []
    current = node
    field = _link_field(node)
    while field is not None:
        chain.append(current)
        current = getattr(current, field)
        field = _link_field(current)
    deepest = next((place for place in range(len(chain) - 1, -1, -1) if getattr(chain[place], "nullsafe", False)), None)
    if deepest is None:
        return None
    held = f.temporary()
    first = lower(f, chain[deepest].base)
    rebuilt: Any = Raw(chain[deepest].line, held)
    for place in range(deepest, -1, -1):
        changes: Dict[str, Any] = {"nullsafe": False} if place == deepest else {}
        changes[str(_link_field(chain[place]))] = rebuilt
        rebuilt = dataclasses.replace(chain[place], **changes)
    saved = set(f.assigned)
    code = f"(None if ({held} := {first}) is None else {(lower_whole or lower)(f, rebuilt)})"
    f.assigned = saved
    return code


def global_element(f: FunctionCompiler, node: Any) -> Optional[str]:
    """The name, as Python code, of the global variable that `$GLOBALS[name]` is; None for all else."""
    if isinstance(node, nodes.Index) and node.index is not None and isinstance(node.base, nodes.Variable) \
            and node.base.name == "GLOBALS":  # fmt: skip
        return f.string(node.index)
    return None


def element_key(f: FunctionCompiler, index: Any) -> str:
    """An index expression; "1" stays a string, which is what ArrayAccess gets."""
    return f.expression(index)


def protected_root(f: FunctionCompiler, name: str) -> Optional[str]:
    """The class whose relatives share the protected property that code of this class means by `$other->name`."""
    info = None if f.scope is None or f.kind != "method" else f.scope.properties.get(name)
    if info is None or info.visibility != 1 or info.is_hooked or not is_plain(info.attribute):
        return None
    root = info.declaring
    parent = root.parent
    while parent is not None and parent.properties.get(name) is not None and parent.properties[name].visibility == 1:
        root = parent.properties[name].declaring
        parent = root.parent
    return str(root.lower_name)


class Result(Raw):
    """The name that holds what a call returned, which may be a reference."""


def is_this(f: FunctionCompiler, node: Any) -> bool:
    """Whether the expression is `$this` of a method."""
    return isinstance(node, nodes.Variable) and node.name == "this" and f.kind == "method" and f.has_this


def own_attribute(f: FunctionCompiler, name: str) -> str:
    """The attribute that `$this->name` means to the code being compiled, by what its class is known to declare."""
    scope = f.scope
    if scope is not None:
        info = scope.properties.get(name)
        if info is not None and is_plain(info.attribute) and (not info.is_hooked or f.hook_property == name):
            return str(info.attribute)
    return "p_" + name


def attribute_for(f: FunctionCompiler, name: str) -> str:
    """The attribute that `$other->name` means: a private one of this class where it has one, else a public one."""
    scope = f.scope
    if scope is not None:
        info = scope.properties.get(name)
        if info is not None and info.visibility == 2 and info.declaring is scope and is_plain(info.attribute):
            return str(info.attribute)
    return "p_" + name


def own_property(f: FunctionCompiler, node: Any) -> Any:
    """The PropertyInfo of `$this->x` where the class being compiled is known to have it, whatever the subclass."""
    if not (
        isinstance(node, nodes.Property) and isinstance(node.name, str) and is_this(f, node.base) and not node.nullsafe
    ):
        return None
    info = None if f.scope is None else f.scope.properties.get(node.name)
    if info is None or not is_plain(info.attribute) or info.attribute.startswith("r0_"):
        return None
    if info.visibility == 2 and info.declaring is not f.scope:
        return None
    return info


def is_plain_own_property(f: FunctionCompiler, node: Any) -> Optional[str]:
    """The attribute of `$this->x` when a write to it is a mere store, whatever subclass the object is of."""
    info = own_property(f, node)
    return str(info.attribute) if info is not None and info.is_plain and not f.scope.is_readonly else None
