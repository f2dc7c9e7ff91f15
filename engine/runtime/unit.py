"""Unit: a compiled file as the runtime sees it. The compiler fills it in; running it never changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional, Tuple

from engine.runtime.frames import TraceFrame, line_of, locals_of
from engine.runtime.references import Ref
from engine.runtime.values import MISSING

if TYPE_CHECKING:
    from types import CodeType, FrameType, ModuleType


# Before the name of a parameter's local: another local, which is set where the default serves.
DEFAULTED = "z_"


class CodeInfo:
    """What is known of one Python code object: its PHP function and the PHP line of each of its lines."""

    __slots__ = ("hook_of", "info", "kind", "lines", "parameters", "scope", "variadic")

    def __init__(self, kind: str, info: Any, lines: List[int], scope: Any) -> None:
        """`kind`: "main", "function", "method", "closure", "include", "thunk", "constant" or "attribute"."""
        self.kind = kind
        self.info = info
        self.lines = lines
        self.scope = scope
        self.hook_of: Optional[str] = None
        self.parameters: List[str] = []
        self.variadic: Optional[str] = None


class Unit:
    """A compiled file: its module, its functions and classes, and where its code stands."""

    def __init__(self, path: str, module: ModuleType) -> None:
        self.path = path
        self.module = module
        self.strict_types = False
        self.codes: Dict[str, CodeInfo] = {}
        self.functions: List[Any] = []
        self.hoisted_classes: List[Any] = []
        self.main: Callable[..., Any] = lambda *_: None
        self.halt_offset: Optional[int] = None
        self.source = ""
        self.is_eval = False
        # What PHP prints each time it compiles the file: (level, message, line).
        self.notices: List[Tuple[int, str, int]] = []

    def position(self, frame: FrameType) -> Tuple[str, int]:
        """File and PHP line at which a frame stands."""
        return self.position_at(frame.f_code, line_of(frame))

    def position_at(self, code: CodeType, number: int) -> Tuple[str, int]:
        """File and PHP line of a line of a code object."""
        lines = self.codes[code.co_filename].lines
        return self.path, lines[number] if number < len(lines) else 0

    def scope_of(self, frame: FrameType) -> Any:
        """The class whose code the frame runs, or None."""
        code = self.codes[frame.f_code.co_filename]
        if code.kind == "closure":
            closure = locals_of(frame).get("z_closure")
            return None if closure is None else closure.scope
        if code.kind == "include":
            return locals_of(frame).get("z_scope")
        return code.scope

    def this_of(self, frame: FrameType) -> Any:
        """The frame's `$this`, or None."""
        found = locals_of(frame).get("v_this")
        if found is None:
            closure = locals_of(frame).get("z_closure")
            return None if closure is None else closure.this
        return found

    def called_class_of(self, frame: FrameType) -> Any:
        """The frame's late static binding class, or None."""
        this = self.this_of(frame)
        if this is not None:
            return this.php_class
        found = locals_of(frame).get("z_static")
        if found is None:
            closure = locals_of(frame).get("z_closure")
            return None if closure is None else closure.called or closure.scope
        return found if not hasattr(found, "php_class") else found.php_class

    def is_hook_of(self, frame: FrameType, target: Any, name: str) -> bool:
        """Whether the frame runs a hook of property `name` of `target`."""
        code = self.codes[frame.f_code.co_filename]
        return code.hook_of == name and locals_of(frame).get("v_this") is target

    def is_constant_expression(self, frame: FrameType) -> bool:
        """Whether the frame evaluates an expression of a declaration."""
        return self.codes[frame.f_code.co_filename].kind in ("thunk", "constant")

    def makes_attribute(self, frame: FrameType) -> bool:
        """Whether the frame makes an attribute's object: PHP shows the call where the attribute stands."""
        return self.codes[frame.f_code.co_filename].kind == "attribute"

    def is_plain_constant(self, frame: FrameType) -> bool:
        """Whether such an expression is nothing but the name of a constant, which PHP looks up on the spot."""
        return self.codes[frame.f_code.co_filename].kind == "constant"

    def describe_frame(self, frame: FrameType) -> Optional[TraceFrame]:
        """The call that the frame runs, its own place left out; None for a file's main code."""
        code = self.codes[frame.f_code.co_filename]
        if code.kind in ("main", "thunk", "constant", "attribute"):
            return None
        found = TraceFrame()
        if code.kind == "include":
            found.function = locals_of(frame).get("z_kind", "include")
            if found.function != "eval":
                found.arguments = [self.path]
            return found
        found.function = code.info.name
        found.arguments = self.arguments_of(frame, code, found.named)
        scope = self.scope_of(frame)
        if scope is not None and code.kind in ("method", "closure"):
            this = self.this_of(frame)
            found.class_name = scope.name
            found.kind = "::" if this is None else "->"
            found.object = this
        return found

    def arguments_of(self, frame: FrameType, code: CodeInfo, named: Dict[str, Any]) -> List[Any]:
        """The arguments as they are now, which is what PHP's traces show; those given by name go to `named`."""
        from engine.runtime.arrays import PhpArray

        local = locals_of(frame)
        values = []
        passed = [
            name
            for name in code.parameters
            if DEFAULTED + name not in local and local.get(name, MISSING) is not MISSING
        ]
        for name in code.parameters[: code.parameters.index(passed[-1]) + 1] if passed else ():
            value = local.get(name, MISSING)
            if type(value) is Ref:
                value = value.get()
            values.append(None if value is MISSING else value)
        parameters = code.info.parameters
        if any(parameter.is_sensitive for parameter in parameters):
            values = [_hidden(value, parameters[number]) for number, value in enumerate(values)]
        rest = local.get(code.variadic) if code.variadic else None
        more = list(rest) if type(rest) is tuple else []
        if type(rest) is Ref:
            rest = rest.get()
        if type(rest) is PhpArray:
            for key, value in rest.items():
                if type(key) is str:
                    named[key] = value
                else:
                    more.append(value)
        if parameters and parameters[-1].variadic and parameters[-1].is_sensitive:
            more = [_hidden(value, parameters[-1]) for value in more]
            for name, value in named.items():
                named[name] = _hidden(value, parameters[-1])
        return values + more


def _hidden(value: Any, parameter: Any) -> Any:
    """An argument as traces hold it: within an object that does not show it, where PHP's attribute says so."""
    from engine.runtime.classes import require_class

    return require_class("SensitiveParameterValue").make(value) if parameter.is_sensitive else value
