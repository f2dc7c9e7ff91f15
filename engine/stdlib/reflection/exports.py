"""What `(string)` of reflection objects gives: the descriptions that PHP prints of classes, functions and the rest."""

from __future__ import annotations

from typing import Any, List, Optional

from engine.builtin.binding import BuiltinFunction
from engine.runtime.arrays import PhpArray
from engine.runtime.classes import PRIVATE, VISIBILITY_NAMES, ConstantInfo, PhpClass, PropertyInfo
from engine.runtime.conversions import to_string, type_name
from engine.runtime.objects import PhpObject
from engine.stdlib.reflection.expressions import default_name, format_node, format_property_node, format_value
from engine.stdlib.reflection.members import (
    constants_in_order,
    default_node,
    properties_in_order,
    property_modifiers,
    prototype_of,
    reflected_methods,
)  # fmt: skip
from engine.stdlib.reflection.subjects import (
    IS_FINAL,
    IS_PRIVATE_SET,
    IS_PROTECTED_SET,
    FunctionSubject,
    ParameterSubject,
    method_subject,
)  # fmt: skip
from engine.stdlib.reflection.types import type_text
from engine.syntax import nodes

_DEFAULT_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\v": "\\v", "\f": "\\f", "\0": "\\x00"}
)


def parameter_text(parameter: ParameterSubject) -> str:
    """`Parameter #0 [ <required> int $a ]`."""
    pieces = [f"Parameter #{parameter.position} [ <{'optional' if parameter.is_optional else 'required'}> "]
    if parameter.type is not None:
        pieces.append(type_text(parameter.type) + " ")
    pieces.append(("&" if parameter.by_ref else "") + ("..." if parameter.is_variadic else "") + f"${parameter.name}")
    if parameter.is_optional and not parameter.is_variadic:
        if parameter.default_node is not None:
            declared = parameter.function.declared
            scope = None if declared.trait_name else declared.scope
            pieces.append(f" = {format_node(parameter.default_node, declared.names, scope)}")
        elif parameter.function.is_builtin or parameter.function.is_invoke:
            pieces.append(f" = {builtin_default_text(parameter)}")
    return "".join([*pieces, " ]"])


def builtin_default_text(parameter: ParameterSubject) -> str:
    """The default of a builtin's parameter, as its declaration in PHP has it."""
    if not parameter.has_default:
        return "<default>"
    named = default_name(parameter)
    if named is not None:
        return named
    default = parameter.default
    if default is None or default is True or default is False:
        return {None: "null", True: "true", False: "false"}[default]
    if type(default) is str:
        return f'"{default.translate(_DEFAULT_ESCAPES)}"'
    if type(default).__name__ == "CaseDefault":
        return str(default.name)
    return format_value(default)


def function_text(subject: FunctionSubject, indent: str, scope: Optional[PhpClass]) -> str:
    """`Function [ <user> function f ] {…}`, and of methods and closures alike."""
    info = subject.info
    lines = []
    if not subject.is_builtin and info.doc_comment and not subject.is_invoke:
        lines.append(indent + info.doc_comment)
    lines.append(f"{indent}{_function_head(subject, scope)} ] {{")
    if not subject.is_builtin and info.unit is not None and not subject.is_invoke:
        lines.append(f"{indent}  @@ {info.unit.path} {info.line} - {info.end_line}")
    if subject.closure is not None:
        lines += _bound_variables(subject, indent + "  ")
    parameters = subject.parameters
    if parameters or subject.return_type is not None or subject.is_builtin:
        lines += ["", f"{indent}  - Parameters [{len(parameters)}] {{"]
        lines += [f"{indent}    {parameter_text(parameter)}" for parameter in parameters]
        lines.append(f"{indent}  }}")
    if subject.return_type is not None:
        from engine.stdlib.reflection.functions import is_tentative

        kind = "Tentative return" if is_tentative(subject) else "Return"
        lines.append(f"{indent}  - {kind} [ {type_text(subject.return_type)} ]")
    lines.append(indent + "}")
    return "\n".join(lines) + "\n"


def _function_head(subject: FunctionSubject, scope: Optional[PhpClass]) -> str:
    method, info = subject.method, subject.info
    kind = "Closure" if subject.closure is not None else "Function" if subject.scope is None else "Method"
    origin = "user"
    if subject.is_builtin:
        origin = "internal"
        if subject.info.deprecated is not None:
            origin += ", deprecated"
        if method is None or method.declaring.is_internal:
            origin += f":{subject.info.extension}"
    elif subject.is_invoke:
        origin = "internal"
    else:
        from engine.stdlib.reflection.functions import has_attribute

        if subject.declared is not None and has_attribute(
            (subject.info.node.attributes, subject.declared.names), "deprecated"
        ):
            origin += ", deprecated"
    pieces = [f"{kind} [ <{origin}"]
    if method is not None:
        pieces += _ancestry(method, scope)
        if method.lower_name == "__construct":
            pieces.append(", ctor")
    pieces.append("> ")
    if method is None and subject.scope is not None:
        # A closure made of a method.
        method = getattr(info, "method", None)
    if method is not None:
        pieces.append("abstract " if method.is_abstract else "")
        pieces.append("final " if method.is_final else "")
        pieces.append("static " if method.is_static else "")
        pieces.append(f"{VISIBILITY_NAMES[method.visibility]} method ")
    else:
        pieces.append("static " if subject.info.__class__ is not BuiltinFunction and subject.info.is_static else "")
        pieces.append("function " if subject.scope is None else "public method ")
    pieces.append(("&" if subject.info.returns_ref else "") + subject.name)
    return "".join(pieces)


def _ancestry(method: Any, scope: Optional[PhpClass]) -> List[str]:
    pieces = []
    declaring = method.declaring
    if scope is not None:
        if declaring is not scope:
            pieces.append(f", inherits {declaring.name}")
        elif declaring.parent is not None:
            older = declaring.parent.methods.get(method.lower_name)
            if older is not None and older.visibility != PRIVATE:
                pieces.append(f", overwrites {older.declaring.name}")
    prototype = prototype_of(method, scope)
    if prototype is not None:
        pieces.append(f", prototype {prototype.declaring.name}")
    return pieces


def _bound_variables(subject: FunctionSubject, indent: str) -> List[str]:
    names = list(subject.declared.captured) if subject.declared is not None else []
    names += [name for name in subject.info.__dict__.get("static_keys", {}) if name not in names]
    if not names:
        return []
    lines = ["", f"{indent}- Bound Variables [{len(names)}] {{"]
    lines += [f"{indent}    Variable #{number} [ ${name} ]" for number, name in enumerate(names)]
    return [*lines, f"{indent}}}"]


# ---------------------------------------------------------------- properties and constants


def property_text(info: Optional[PropertyInfo], name: str, indent: str) -> str:
    """`Property [ public $a = 1 ]`; `info` is None for a dynamic property."""
    if info is None:
        return f"{indent}Property [ <dynamic> public ${name} ]\n"
    pieces = [f"{indent}{info.doc_comment}\n" if info.doc_comment else "", f"{indent}Property [ "]
    bits = property_modifiers(info)
    pieces.append("abstract " if info.is_abstract else "")
    pieces.append("final " if bits & IS_FINAL else "")
    pieces.append(VISIBILITY_NAMES[info.visibility] + " ")
    pieces.append("private(set) " if bits & IS_PRIVATE_SET else "protected(set) " if bits & IS_PROTECTED_SET else "")
    pieces.append("static " if info.is_static else "")
    pieces.append("readonly " if info.is_readonly else "")
    pieces.append(type_text(info.type) + " " if info.type is not None else "")
    pieces.append(f"${info.name}{_default_text(info)} ]\n")
    return "".join(pieces)


def _default_text(info: PropertyInfo) -> str:
    if info.is_virtual or info.is_abstract or (info.uninitialized and info.thunk is None):
        return ""
    if info.is_promoted and info.type is None:
        return " = NULL"
    if info.thunk is None:
        return f" = {format_value(info.default)}"
    if info.is_static:
        reference = info.declaring.state().statics.get(info.name)
        if reference is not None:
            return f" = {format_value(reference.get())}"
    held = info.declaring.state().defaults
    if info.name in held:
        return f" = {format_value(held[info.name])}"
    node = default_node(info)
    names = info.declaring.prototype.names
    return f" = {format_property_node(node, names, info.declaring)}" if node is not None else ""


def constant_text(owner: PhpClass, info: ConstantInfo, indent: str) -> str:
    """`Constant [ public int A ] { 1 }`."""
    value = owner.constant(info.name)
    shown_type = type_text(info.type) if info.type is not None else _value_type(value)
    final = "final " if info.is_final else ""
    if type(value) is PhpArray:
        shown = "Array"
    elif isinstance(value, PhpObject):
        shown = "Object"
    else:
        shown = to_string(value)
    doc = f"{indent}{info.doc_comment}\n" if info.doc_comment else ""
    level = VISIBILITY_NAMES[info.visibility]
    return f"{doc}{indent}Constant [ {final}{level} {shown_type} {info.name} ] {{ {shown} }}\n"


def _value_type(value: Any) -> str:
    """The type name of a constant's value."""
    return type_name(value)


# ---------------------------------------------------------------- classes


def class_text(owner: PhpClass, instance: Optional[PhpObject], indent: str = "") -> str:
    """`Class [ <user> class A ] {…}`; `instance` is the object of a ReflectionObject."""
    inner = indent + "    "
    pieces = []
    if owner.doc_comment:
        pieces.append(f"{indent}{owner.doc_comment}\n")
    pieces.append(f"{indent}{_class_head(owner, instance)} ] {{\n")
    if not owner.is_internal and owner.unit is not None:
        pieces.append(f"{indent}  @@ {owner.unit.path} {owner.line}-{owner.end_line}\n")
    constants = constants_in_order(owner)
    pieces.append(f"\n{indent}  - Constants [{len(constants)}] {{\n")
    pieces += [constant_text(owner, info, inner) for info in constants]
    pieces.append(f"{indent}  }}\n")
    infos = properties_in_order(owner)
    _add_properties(pieces, "Static properties", [info for info in infos if info.is_static], indent)
    methods = reflected_methods(owner)
    _add_methods(pieces, "Static methods", [method for method in methods if method.is_static], owner, indent)
    _add_properties(pieces, "Properties", [info for info in infos if not info.is_static], indent)
    if instance is not None:
        names = [name for name in dynamic_names(instance) if name not in owner.slot_names]
        pieces.append(f"\n{indent}  - Dynamic properties [{len(names)}] {{\n")
        pieces += [property_text(None, name, inner) for name in names]
        pieces.append(f"{indent}  }}\n")
    _add_methods(pieces, "Methods", [method for method in methods if not method.is_static], owner, indent)
    pieces.append(f"{indent}}}\n")
    return "".join(pieces)


def _add_properties(pieces: List[str], title: str, infos: List[PropertyInfo], indent: str) -> None:
    pieces.append(f"\n{indent}  - {title} [{len(infos)}] {{\n")
    pieces += [property_text(info, info.name, indent + "    ") for info in infos]
    pieces.append(f"{indent}  }}\n")


def _add_methods(pieces: List[str], title: str, methods: List[Any], owner: PhpClass, indent: str) -> None:
    pieces.append(f"\n{indent}  - {title} [{len(methods)}] {{")
    pieces.extend(["\n" + function_text(method_subject(owner, each), indent + "    ", owner) for each in methods])
    if not methods:
        pieces.append("\n")
    pieces.append(f"{indent}  }}\n")


def _class_head(owner: PhpClass, instance: Optional[PhpObject]) -> str:
    title = (
        "Object of class"
        if instance is not None
        else {"interface": "Interface", "trait": "Trait"}.get(owner.kind, "Class")
    )
    pieces = [f"{title} [ ", f"<internal:{owner.extension}> " if owner.is_internal else "<user> "]
    if is_iterateable_class(owner):
        pieces.append("<iterateable> ")
    if owner.kind in ("interface", "trait"):
        pieces.append(owner.kind + " ")
    else:
        pieces.append("abstract " if owner.is_abstract else "")
        pieces.append("final " if owner.is_final else "")
        pieces.append("readonly " if owner.is_readonly else "")
        pieces.append("class ")
    pieces.append(owner.name)
    if owner.parent is not None:
        pieces.append(f" extends {owner.parent.name}")
    if owner.interface_list:
        word = "extends" if owner.kind == "interface" else "implements"
        pieces.append(f" {word} {', '.join(interface.name for interface in owner.interface_list)}")
    return "".join(pieces)


def is_iterateable_class(owner: PhpClass) -> bool:
    """Whether foreach can walk objects of the class by a protocol of its own."""
    if owner.kind in ("interface", "trait"):
        return False
    return "traversable" in owner.ancestors or any(info.hook_nodes for info in owner.properties.values())


def dynamic_names(instance: PhpObject) -> List[str]:
    """The names of an object's undeclared properties."""
    declared = {info.name for info in properties_in_order(instance.php_class)}
    return [
        name for name, visibility, _owner, _value in instance.property_items()
        if visibility == "public" and name not in declared
    ]  # fmt: skip


Node = nodes.Node
