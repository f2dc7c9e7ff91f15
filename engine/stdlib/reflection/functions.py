"""ReflectionFunctionAbstract and ReflectionFunction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, List, Literal, Optional

from engine.builtin.classes import method, php_class
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.classes import PhpClass
from engine.runtime.context import ctx
from engine.runtime.functions import Closure, closure_of, find_function
from engine.runtime.references import Ref
from engine.stdlib.core.function_handling import call_by_value, call_with_array
from engine.stdlib.reflection.attributes import TARGET_FUNCTION, TARGET_METHOD, attributes_of, builtin_attribute
from engine.stdlib.reflection.exports import function_text
from engine.stdlib.reflection.expressions import evaluate
from engine.stdlib.reflection.subjects import (
    FunctionSubject,
    Reflecting,
    closure_subject,
    make,
    namespace_of,
    reflect_class,
    reflection_error,
    short_name,
)  # fmt: skip
from engine.stdlib.reflection.tentative_types import is_tentative_method
from engine.stdlib.reflection.types import reflect_type

if TYPE_CHECKING:
    from engine.builtin.declare import PhpConst
    from engine.runtime.objects import PhpObject
    from engine.runtime.values import PhpString, Value

NAME = ("name", "public", None, "string", ("uninitialized", "is_kept"))


@php_class("ReflectionFunctionAbstract", interfaces=("Reflector",), abstract=True, properties=(NAME,))
class ReflectionFunctionAbstract(Reflecting):
    """What functions and methods share."""

    @method(name="__clone", visibility="private")
    def clone(self) -> None:
        """Refuse to be cloned."""

    @method
    def inNamespace(self) -> bool:
        """Checks if function in namespace."""
        subject = self.subject()
        return not subject.is_real_closure and bool(namespace_of(subject.name))

    @method
    def isClosure(self) -> bool:
        """Checks if closure."""
        return self.subject().closure is not None

    @method
    def isDeprecated(self) -> bool:
        """Checks if deprecated."""
        subject = self.subject()
        if subject.is_builtin:
            return subject.info.deprecated is not None
        return has_attribute(_groups_of(subject), "deprecated")

    @method
    def isInternal(self) -> bool:
        """Checks if is internal."""
        return self.subject().is_builtin  # type: ignore[no-any-return]

    @method
    def isUserDefined(self) -> bool:
        """Checks if user defined."""
        return not self.subject().is_builtin

    @method
    def isGenerator(self) -> bool:
        """Returns whether this function is a generator."""
        subject = self.subject()
        if subject.is_builtin:
            return False
        if subject.declared is not None and getattr(subject.info.node, "body", None) is not None:
            subject.declared.materialize()
        return subject.info.is_generator  # type: ignore[no-any-return]

    @method
    def isVariadic(self) -> bool:
        """Checks if the function is variadic."""
        return any(parameter.is_variadic for parameter in self.subject().parameters)

    @method
    def isStatic(self) -> bool:
        """Checks if the function is static."""
        subject = self.subject()
        return bool(subject.method.is_static if subject.method is not None else subject.info.is_static)

    @method
    def getClosureThis(self) -> PhpObject | None:
        """Returns this pointer bound to closure."""
        closure = self.subject().closure
        return None if closure is None else closure.this

    @method
    def getClosureScopeClass(self) -> Annotated[PhpObject, "ReflectionClass"] | None:
        """Returns the class corresponding to the scope inside a closure."""
        closure = self.subject().closure
        return None if closure is None or closure.scope is None else reflect_class(closure.scope)

    @method
    def getClosureCalledClass(self) -> Annotated[PhpObject, "ReflectionClass"] | None:
        """Returns the class corresponding to static:: inside a closure."""
        closure = self.subject().closure
        if closure is None:
            return None
        this = closure.this
        called = this if isinstance(this, PhpClass) else this.php_class if this is not None else closure.called
        called = called or closure.scope
        return None if called is None else reflect_class(called)

    @method
    def getClosureUsedVariables(self) -> PhpArray:
        """Returns an array of the used variables in the Closure."""
        result = PhpArray()
        subject = self.subject()
        if subject.closure is not None and subject.declared is not None:
            _add_captured(result, subject)
        return result

    @method
    def getDocComment(self) -> PhpString | Literal[False]:
        """Gets doc comment."""
        subject = self.subject()
        return False if subject.is_builtin else subject.info.doc_comment or False

    @method
    def getEndLine(self) -> int | Literal[False]:
        """Gets end line number."""
        subject = self.subject()
        return False if subject.is_builtin else subject.info.end_line

    @method
    def getExtension(self) -> Annotated[PhpObject, "ReflectionExtension"] | None:
        """Gets extension info."""
        subject = self.subject()
        if not subject.is_builtin:
            return None
        return make("ReflectionExtension", subject.info.extension, subject.info.extension)

    @method
    def getExtensionName(self) -> PhpString | Literal[False]:
        """Gets extension name."""
        subject = self.subject()
        return subject.info.extension if subject.is_builtin else False

    @method
    def getFileName(self) -> PhpString | Literal[False]:
        """Gets file name."""
        subject = self.subject()
        return False if subject.is_builtin or subject.info.unit is None else subject.info.unit.path

    @method
    def getName(self) -> PhpString:
        """Gets function name."""
        return self.subject().name  # type: ignore[no-any-return]

    @method
    def getNamespaceName(self) -> PhpString:
        """Gets namespace name."""
        subject = self.subject()
        return "" if subject.is_real_closure else namespace_of(subject.name)

    @method
    def getNumberOfParameters(self) -> int:
        """Gets number of parameters."""
        return len(self.subject().parameters)

    @method
    def getNumberOfRequiredParameters(self) -> int:
        """Gets number of required parameters."""
        return self.subject().required  # type: ignore[no-any-return]

    @method
    def getParameters(self) -> PhpArray:
        """Gets parameters."""
        return PhpArray(
            [make("ReflectionParameter", parameter, parameter.name) for parameter in self.subject().parameters]
        )

    @method
    def getShortName(self) -> PhpString:
        """Gets function short name."""
        subject = self.subject()
        return subject.name if subject.is_real_closure else short_name(subject.name)

    @method
    def getStartLine(self) -> int | Literal[False]:
        """Gets starting line number."""
        subject = self.subject()
        return False if subject.is_builtin else subject.info.line

    @method
    def getStaticVariables(self) -> PhpArray:
        """Gets static variables."""
        subject = self.subject()
        result = PhpArray()
        if subject.declared is None or subject.declared.node is None:
            return result
        if subject.closure is not None:
            _add_captured(result, subject)
        _add_statics(result, subject)
        return result

    @method
    def returnsReference(self) -> bool:
        """Checks if returns reference."""
        return bool(self.subject().info.returns_ref)

    @method
    def hasReturnType(self) -> bool:
        """Checks if the function has a specified return type."""
        subject = self.subject()
        return subject.return_type is not None and not is_tentative(subject)

    @method
    def getReturnType(self) -> Annotated[PhpObject, "ReflectionType"] | None:
        """Gets the specified return type of a function."""
        subject = self.subject()
        return None if is_tentative(subject) else reflect_type(subject.return_type)

    @method
    def hasTentativeReturnType(self) -> bool:
        """Returns whether the function has a tentative return type."""
        subject = self.subject()
        return subject.return_type is not None and is_tentative(subject)

    @method
    def getTentativeReturnType(self) -> Annotated[PhpObject, "ReflectionType"] | None:
        """Returns the tentative return type associated with the function."""
        subject = self.subject()
        return reflect_type(subject.return_type) if is_tentative(subject) else None

    @method
    def getAttributes(self, name: PhpString | None = None, flags: int = 0) -> PhpArray:
        """Gets attributes."""
        subject = self.subject()
        of_class = subject.method is not None or (subject.scope is not None and not subject.is_real_closure)
        target = TARGET_METHOD if of_class else TARGET_FUNCTION
        declared = subject.declared or getattr(magic_info(subject), "declared", None)
        compiler = None if declared is None else declared.compiler
        trait_name = "" if declared is None else declared.trait_name
        groups = _deprecation(subject) if subject.is_builtin else _groups_of(subject)
        return attributes_of(groups, target, subject.info, compiler, subject.scope, name, flags, trait_name)


def _groups_of(subject: FunctionSubject) -> Any:
    """(attribute groups, names) of a function of a script."""
    if subject.hook is not None:
        node = hook_node(subject.hook, subject.name)
        return (node.attributes, subject.declared.names) if node is not None and subject.declared is not None else ()
    info = subject.info if subject.declared is not None else magic_info(subject)
    declared = getattr(info, "declared", None)
    return () if declared is None else (info.node.attributes, declared.names)


def _deprecation(subject: FunctionSubject) -> Any:
    """The attribute of a function of ours that is deprecated."""
    text = subject.info.deprecated
    if not text:
        return ()
    since, comma, message = text.partition(", ")
    return builtin_attribute("Deprecated", {"since": since, "message": message} if comma else {"since": since})


def magic_info(subject: FunctionSubject) -> Any:
    """What is known of the `__call` behind a closure of a method that does not exist, or None."""
    return getattr(subject.info, "magic", None)


def hook_node(info: Any, name: str) -> Any:
    """The node of a property's hook: `name` ends in `::get` or `::set`."""
    kind = name.rpartition("::")[2]
    return next((node for node in info.hook_nodes or () if node.name.lower() == kind), None)


def has_attribute(declared: Any, lower_name: str) -> bool:
    """Whether (attribute groups, names) have an attribute."""
    if not declared:
        return False
    groups, names = declared
    return any(names.class_name(node.name).lower() == lower_name for group in groups for node in group.attributes)


def is_tentative(subject: FunctionSubject) -> bool:
    """Whether a builtin method's return type is one that scripts need not repeat."""
    if subject.method is None or not subject.is_builtin:
        return False
    declaring = subject.method.declaring
    return declaring.is_internal and is_tentative_method(declaring.lower_name, subject.method.lower_name)


def _add_captured(result: PhpArray, subject: FunctionSubject) -> None:
    for name, value in zip(subject.declared.captured, subject.closure.captured):
        if type(value) is Ref:
            result.bind(name, value)
        elif value is not None or name != "this":
            result.set(name, share_value(value))


def _add_statics(result: PhpArray, subject: FunctionSubject) -> None:
    declared = subject.declared
    body = getattr(subject.info.node, "body", None)
    if not isinstance(body, list):
        return
    declared.materialize()
    keys = subject.info.__dict__.get("static_keys", {})
    held = getattr(subject.closure, "statics", None) if subject.is_real_closure else ctx.static_variables
    for name, (key, initial) in keys.items():
        reference = (held or {}).get(key)
        if reference is not None:
            result.set(name, share_value(reference.get()))
        elif initial is None:
            result.set(name, None)
        elif any(_is_dynamic(node) for node in _walk(initial)):
            # Only running it would tell.
            result.set(name, None)
        else:
            scope = subject.scope or declared.scope
            value = evaluate(subject.info, declared.compiler, declared.names, scope, initial, declared.trait_name)
            if held is not None:
                held[key] = Ref(share_value(value))
            result.set(name, value)


def _walk(node: Any) -> List[Any]:
    from engine.syntax.nodes import Node

    found, pending = [], [node]
    while pending:
        current = pending.pop()
        if isinstance(current, Node):
            found.append(current)
            pending.extend(vars(current).values())
        elif isinstance(current, list):
            pending.extend(current)
    return found


def _is_dynamic(node: Any) -> bool:
    return type(node).__name__ in ("Call", "MethodCall", "StaticCall", "Variable", "New", "Assign", "Closure")


@php_class("ReflectionFunction", parent="ReflectionFunctionAbstract")
class ReflectionFunction(ReflectionFunctionAbstract):
    """A function or closure."""

    IS_DEPRECATED: PhpConst[int] = 2048

    @method(name="__construct")
    def construct(self, function: Annotated[PhpObject, "Closure"] | PhpString) -> None:
        """Constructs a ReflectionFunction object."""
        if isinstance(function, Closure):
            subject = closure_subject(function)
        else:
            assert isinstance(function, str)
            found = named_function(function)
            subject = FunctionSubject(found.name, getattr(found, "info", None) or found)
        self.describe_as(subject, subject.name)

    @method(name="__toString")
    def to_string(self) -> PhpString:
        """Returns the string representation of the ReflectionFunction object."""
        return function_text(self.subject(), "", None)

    @method
    def isAnonymous(self) -> bool:
        """Checks if a function is anonymous."""
        return self.subject().is_real_closure  # type: ignore[no-any-return]

    @method(deprecated="8.0, as ReflectionFunction can no longer be constructed for disabled functions")
    def isDisabled(self) -> bool:
        """Checks if function is disabled."""
        return False

    @method
    def invoke(self, *args: Value, **named: Value) -> Value:
        """Invokes function."""
        return call_by_value(callable_of(self.subject()), list(args), named)

    @method
    def invokeArgs(self, args: PhpArray) -> Value:
        """Invokes function args."""
        return call_with_array(callable_of(self.subject()), args)

    @method
    def getClosure(self) -> Annotated[PhpObject, "Closure"]:
        """Returns a dynamically created closure for the function."""
        subject = self.subject()
        return subject.closure if subject.closure is not None else closure_of(callable_of(subject))


def named_function(name: str) -> Any:
    """The function of this name; throws a ReflectionException where there is none."""
    found = find_function(name[1:] if name[:1] == "\\" else name)
    if found is None:
        raise reflection_error(f"Function {name.lstrip(chr(92))}() does not exist")
    return found


def callable_of(subject: FunctionSubject) -> Any:
    """What calls a function or closure."""
    if subject.closure is not None:
        return subject.closure
    return subject.info if subject.is_builtin else subject.declared.user_function


Described = Optional[FunctionSubject]
CLASSES = (ReflectionFunctionAbstract, ReflectionFunction)
