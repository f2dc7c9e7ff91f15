"""What a class may change of what it inherits, asked when it is linked to the parent, interfaces and traits it found.

What hangs on classes that do not exist yet becomes an Obligation: `settle` loads them, as PHP does, once the class
itself can be found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, List, NoReturn, Optional, Set, Tuple

from engine.compiler.signatures import spelled
from engine.errors import FatalError, PhpThrown
from engine.runtime.classes import (
    PRIVATE,
    VISIBILITY_NAMES,
    ConstantInfo,
    MethodInfo,
    PhpClass,
    PropertyInfo,
    lookup_class,
)  # fmt: skip
from engine.runtime.context import E_DEPRECATED, ctx
from engine.runtime.exceptions import describe
from engine.runtime.variance import Classes, Verdict, is_same_type, is_subtype

if TYPE_CHECKING:
    from engine.compiler.class_compiler import ClassPrototype
    from engine.runtime.types import PhpType

# Level, message, line, file, and what a fatal error begins with should an error handler throw.
Notice = Tuple[int, str, int, str, str]

# Tells what is wrong: the verdict is False or, with the name of a class that does not exist, None.
Refuse = Callable[[Verdict, str], None]


class Obligation:
    """A question about types whose answer depends on classes other than the one that is linked."""

    def __init__(self, verdict: Callable[[Classes], Verdict], refuse: Refuse) -> None:
        self.verdict = verdict
        self.refuse = refuse

    def is_open(self, made: PhpClass) -> bool:
        """Whether it cannot be decided by the classes there are; refuses the class if it can, and is wrong."""
        verdict = self.verdict(Classes(made))
        if verdict is False:
            self.refuse(verdict, "")
        return verdict is None


def shown_name(php_class: PhpClass) -> str:
    """The name of a class as messages say it."""
    return php_class.name.split("\0")[0]


def settle(made: PhpClass, obligations: List[Obligation]) -> None:
    """Load what the open obligations need and decide them; `made` must be where lookups find it."""
    for obligation in obligations:
        classes = Classes(made)
        if obligation.verdict(classes) is None:
            for name in classes.missing:
                _load(made, name)
            classes = Classes(made)
        verdict = obligation.verdict(classes)
        if verdict is not True:
            obligation.refuse(verdict, classes.missing[0] if classes.missing else "")


def _load(made: PhpClass, name: str) -> None:
    try:
        lookup_class(name)
    except PhpThrown as thrown:
        uncaught(thrown, f"During inheritance of {shown_name(made)}, while autoloading {name}: ")


def uncaught(thrown: PhpThrown, prefix: str) -> NoReturn:
    """End the script: nothing can be caught while a class is half linked."""
    storage = thrown.object.__dict__
    raise FatalError(f"{prefix}Uncaught {describe(thrown.object)}", storage.get("g_line", 0), storage.get("g_file", ""))


class Inheritance:
    """The checks of one class."""

    def __init__(self, prototype: ClassPrototype, made: PhpClass) -> None:
        self.made = made
        self.path = prototype.path
        self.line = prototype.line
        self.obligations: List[Obligation] = []
        # Deprecations to be reported in every execution that declares the class; None once it is linked.
        self.notices: Optional[List[Notice]] = []

    def check(self, parent: Optional[PhpClass]) -> List[Obligation]:
        """Compare the class with its parent, then with the interfaces that it adds."""
        made = self.made
        self.parent = parent
        for info in made.properties.values():
            if info.declaring is made and "set" in info.hooks:
                self._set_parameter(info)
        if parent is not None:
            for name, theirs in [*parent.properties.items(), *parent.static_properties.items()]:
                self._property(self._present(name), theirs)
            for name, constant in parent.constants.items():
                self._constant(made.constants.get(name), constant)
            for key, method in parent.methods.items():
                self._method(made.methods[key], method, is_parent=True)
        inherited = [] if parent is None else parent.interface_list
        for interface in made.interface_list:
            if interface not in inherited:
                self._interface(interface)
        return self.obligations

    def _interface(self, interface: PhpClass) -> None:
        made = self.made
        for name, constant in interface.constants.items():
            mine = made.constants.get(name)
            if mine is not constant and mine is not None and not self._redeclares(mine):
                kind = "Interface" if made.kind == "interface" else "Enum" if made.kind == "enum" else "Class"
                self._refuse(
                    f"{kind} {shown_name(made)} inherits both {mine.declaring.name}::{name} and "
                    f"{constant.declaring.name}::{name}, which is ambiguous"
                )
            self._constant(mine, constant)
        for key, method in interface.methods.items():
            # What it inherits is compared where its own turn comes.
            if method.declaring is interface:
                self._method(made.methods[key], method)
        for name, info in interface.properties.items():
            self._property(self._present(name), info)

    def _present(self, name: str) -> Optional[PropertyInfo]:
        """The property of this name that the class has, its own before inherited ones."""
        instance, static = self.made.properties.get(name), self.made.static_properties.get(name)
        return static if instance is None or (static is not None and static.declaring is self.made) else instance

    def _redeclares(self, constant: ConstantInfo) -> bool:
        return constant.declaring is self.made

    def _refuse(self, message: str, line: Optional[int] = None, path: Optional[str] = None) -> NoReturn:
        raise FatalError(message, self.line if line is None else line, path or self.path)

    def _oblige(self, verdict: Callable[[Classes], Verdict], refuse: Refuse) -> None:
        classes = Classes(self.made)
        found = verdict(classes)
        if found is False:
            refuse(found, "")
        elif found is None or classes.asked:
            self.obligations.append(Obligation(verdict, refuse))

    # ------------------------------------------------------------ constants

    def _constant(self, mine: Optional[ConstantInfo], theirs: ConstantInfo) -> None:
        if mine is None or mine is theirs or theirs.visibility == PRIVATE:
            return
        made = self.made
        whole = f"{shown_name(mine.declaring)}::{mine.name}"
        if mine.visibility > theirs.visibility:
            self._refuse(self._access(whole, theirs.visibility, theirs.declaring))
        if theirs.is_final:
            self._refuse(f"{whole} cannot override final constant {theirs.declaring.name}::{mine.name}")
        if theirs.type is None:
            return

        def refuse(verdict: Verdict, _missing: str) -> None:
            self._refuse(
                f"Type of {whole} must be compatible with {theirs.declaring.name}::{mine.name} of type "
                f"{theirs.type.display}"
            )

        if mine.type is None:
            refuse(False, "")  # noqa: FBT003 - a verdict
        self._oblige(lambda classes: is_subtype(classes, mine.type, made, theirs.type), refuse)

    def _access(self, whole: str, visibility: int, owner: PhpClass) -> str:
        level = VISIBILITY_NAMES[visibility]
        # Only of constants does PHP say that it is an interface.
        is_constant = "$" not in whole and "(" not in whole
        kind = "interface" if owner.kind == "interface" and is_constant else "class"
        weaker = "" if level == "public" else " or weaker"
        return f"Access level to {whole} must be {level} (as in {kind} {owner.name}){weaker}"

    # ------------------------------------------------------------ properties

    def _property(self, mine: Optional[PropertyInfo], theirs: PropertyInfo) -> None:
        if mine is None or mine is theirs or theirs.visibility == PRIVATE or (mine.declaring is not self.made \
                and theirs.declaring.kind != "interface"):  # fmt: skip
            return
        owner, name = shown_name(mine.declaring), mine.name
        their_name = f"{theirs.declaring.name}::${name}"
        is_interface = theirs.declaring.kind == "interface"
        if theirs.is_final or (theirs.set_visibility == PRIVATE and theirs.visibility != PRIVATE and not is_interface):
            self._refuse(f"Cannot override final property {their_name}")
        if mine.is_static != theirs.is_static:
            words = ("static", "non static") if theirs.is_static else ("non static", "static")
            self._refuse(f"Cannot redeclare {words[0]} {their_name} as {words[1]} {owner}::${name}")
        if mine.is_readonly != theirs.is_readonly and not is_interface:
            words = ("readonly", "non-readonly") if theirs.is_readonly else ("non-readonly", "readonly")
            self._refuse(f"Cannot redeclare {words[0]} property {their_name} as {words[1]} {owner}::${name}")
        if mine.visibility > theirs.visibility:
            self._refuse(self._access(f"{owner}::${name}", theirs.visibility, theirs.declaring))
        self._set_access(mine, theirs)
        self._hooks(mine, theirs)
        self._property_type(mine, theirs)

    def _set_access(self, mine: PropertyInfo, theirs: PropertyInfo) -> None:
        """Who may write must not shrink, unless nobody could."""
        if mine.set_visibility <= theirs.set_visibility or mine.set_visibility == mine.visibility:
            return
        if theirs.is_virtual_read_only or (theirs.is_abstract and "set" not in theirs.hooks):
            return
        wanted = "omitted" if theirs.set_visibility == theirs.visibility else (
            f"{VISIBILITY_NAMES[theirs.set_visibility]}(set)"
        )  # fmt: skip
        weaker = "" if wanted == "omitted" else " or weaker"
        self._refuse(
            f"Set access level of {shown_name(mine.declaring)}::${mine.name} must be {wanted} "
            f"(as in class {theirs.declaring.name}){weaker}"
        )

    def _hooks(self, mine: PropertyInfo, theirs: PropertyInfo) -> None:
        for kind in ("get", "set"):
            own, inherited = mine.hooks.get(kind), theirs.hooks.get(kind)
            if own is None or inherited is None or own is inherited or own.declaring is not self.made:
                continue
            if inherited.is_final:
                self._refuse(f"Cannot override final property hook {inherited.declaring.name}::{inherited.name}()")
            self._signature(own, inherited, shown_name(own.declaring), ": void" if kind == "set" else "")

    def _property_type(self, mine: PropertyInfo, theirs: PropertyInfo) -> None:
        whole = f"{shown_name(mine.declaring)}::${mine.name}"
        if theirs.type is None:
            if mine.type is not None:
                self._refuse(f"Type of {whole} must not be defined (as in class {theirs.declaring.name})")
            return
        variance = theirs.variance
        wanted = {"get": "subtype of ", "set": "supertype of "}.get(variance, "")

        def refuse(verdict: Verdict, missing: str) -> None:
            if verdict is None:
                self._refuse(
                    f"Could not check compatibility between {whole} and {theirs.declaring.name}::${mine.name}, because "
                    f"class {missing} is not available"
                )
            self._refuse(
                f"Type of {whole} must be {wanted}{theirs.type.display} (as in class {theirs.declaring.name})"  # type: ignore[union-attr]
            )

        self._oblige(lambda classes: _property_verdict(classes, mine, theirs, variance), refuse)
        self._set_type(mine, theirs, whole)

    def _set_parameter(self, info: PropertyInfo) -> None:
        """What a `set` hook takes is at least what the property is."""
        parameters = info.hooks["set"].info.parameters
        if not parameters or parameters[0].type is None or info.type is None:
            return
        accepted, held, scope = parameters[0].type, info.type, info.declaring

        def refuse(_verdict: Verdict, _missing: str) -> None:
            whole = f"{shown_name(scope)}::${info.name}"
            self._refuse(
                f"Type of parameter ${parameters[0].name} of hook {whole}::set must be compatible with property type"
            )

        self._oblige(lambda classes: is_subtype(classes, held, scope, accepted), refuse)

    def _set_type(self, mine: PropertyInfo, theirs: PropertyInfo, whole: str) -> None:
        """A `set` hook that takes more than the property's type binds those of subclasses."""
        setter = theirs.hooks.get("set")
        if setter is None or not setter.info.parameters or mine.hooks.get("set") is not None:
            return
        wanted: PhpType = setter.info.parameters[0].type
        if wanted is None or mine.type is None:
            return
        kind = "interface" if theirs.declaring.kind == "interface" else "class"

        def refuse(_verdict: Verdict, _missing: str) -> None:
            self._refuse(
                f"Set type of {whole} must be supertype of {wanted.display} (as in {kind} {theirs.declaring.name})"
            )

        self._oblige(lambda classes: is_subtype(classes, wanted, theirs.declaring, mine.type), refuse)  # type: ignore[arg-type]

    # ------------------------------------------------------------ methods

    def _method(self, mine: MethodInfo, theirs: MethodInfo, *, is_parent: bool = False) -> None:
        if mine is theirs or (is_parent and mine.declaring is not self.made):
            return
        is_private = theirs.visibility == PRIVATE and not theirs.is_abstract
        if is_private and not (theirs.lower_name == "__construct" and theirs.is_final):
            return
        if theirs.lower_name == "__construct":
            bound = theirs if theirs.is_abstract else abstract_constructor(theirs.declaring)
            if bound is None:
                return
            theirs = bound
        trait = getattr(mine.info, "trait", None)
        owner = trait.name if trait is not None and is_parent else shown_name(mine.declaring)
        self.check_method(mine, theirs, owner)

    def check_method(
        self, mine: MethodInfo, theirs: MethodInfo, owner: str, other: Optional[str] = None, *, visibility: bool = True
    ) -> None:
        """Whether `mine` may stand for `theirs`; messages call it one of the class `owner`, and theirs `other`'s."""
        line, path = method_place(mine, self)
        if mine.is_static != theirs.is_static:
            words = ("static", "non static") if theirs.is_static else ("non static", "static")
            full = f"{theirs.declaring.name}::{mine.name}()"
            self._refuse(f"Cannot make {words[0]} method {full} {words[1]} in class {owner}", line, path)
        if visibility and mine.visibility > theirs.visibility:
            self._refuse(self._access(f"{owner}::{mine.name}()", theirs.visibility, theirs.declaring), line, path)
        self._signature(mine, theirs, owner, other=other)

    def _signature(
        self, mine: MethodInfo, theirs: MethodInfo, owner: str, result: str = "", other: Optional[str] = None
    ) -> None:
        line, path = method_place(mine, self)
        scope = mine.declaring

        def refuse(verdict: Verdict, missing: str) -> None:
            own, wanted = spelled(mine, owner) + result, spelled(theirs, other or shown_name(theirs.declaring)) + result
            if verdict is None:
                message = (
                    f"Could not check compatibility between {own} and {wanted}, because class {missing} is not "
                    "available"
                )
            else:
                message = f"Declaration of {own} must be compatible with {wanted}"
            self._refuse(message, line, path)

        def refuse_result(verdict: Verdict, missing: str) -> None:
            if verdict is None or not is_tentative(theirs):
                refuse(verdict, missing)
            elif not _bears(mine, "returntypewillchange"):
                self._warn(mine, theirs, owner, line, path)

        self._oblige(lambda classes: parameters_fit(classes, mine, theirs), refuse)
        wanted = return_type(theirs)
        given = return_type(mine)
        if wanted is None:
            return
        if given is None:
            refuse_result(False, "")  # noqa: FBT003 - a verdict
        else:
            self._oblige(lambda classes: is_subtype(classes, given, scope, wanted), refuse_result)

    def _warn(self, mine: MethodInfo, theirs: MethodInfo, owner: str, line: int, path: str) -> None:
        message = (
            f"Return type of {spelled(mine, owner)} should either be compatible with "
            f"{spelled(theirs, theirs.declaring.name)}, or the #[\\ReturnTypeWillChange] attribute should be used to "
            "temporarily suppress the notice"
        )
        self.note((E_DEPRECATED, message, line, path, f"During inheritance of {shown_name(theirs.declaring)}: "))

    def note(self, notice: Notice) -> None:
        """Report a notice whenever the class is declared."""
        if self.notices is None:
            report(notice)
        else:
            self.notices.append(notice)

    def check_serializable(self) -> None:
        """PHP deprecates the interface for classes that do not have the magic methods too."""
        made = self.made
        if "serializable" not in made.ancestors or made.is_abstract or made.kind == "interface":
            return
        if "__serialize" in made.methods and "__unserialize" in made.methods:
            return
        name = shown_name(made)
        message = (
            f"{name} implements the Serializable interface, which is deprecated. Implement __serialize() and "
            "__unserialize() instead (or in addition, if support for old PHP versions is necessary)"
        )
        prefix = f"During inheritance of {name}, while implementing Serializable: "
        self.note((E_DEPRECATED, message, self.line, self.path, prefix))


def report(notice: Notice) -> None:
    """Tell a notice; nothing can be caught while a class is half linked."""
    level, message, line, path, prefix = notice
    try:
        ctx.diagnose(level, message, path, line)
    except PhpThrown as thrown:
        uncaught(thrown, prefix)


def check_overrides(made: PhpClass, fulfilled: Set[str], refuse: Callable[[str, int], NoReturn]) -> None:
    """`#[Override]`: methods and hooks that bear it override something, or are `fulfilled`, as a trait asks."""
    if made.kind == "trait":
        return
    elders = [*([made.parent] if made.parent is not None else []), *made.interface_list]
    for method in made.methods.values():
        if method.declaring is not made or method.lower_name in fulfilled or not _bears(method, "override"):
            continue
        if not any(_is_overridden(elder.methods.get(method.lower_name)) for elder in elders):
            _refuse_override(made, method, refuse)
    for info in made.properties.values():
        for kind, hook in info.hooks.items():
            older = [elder.properties.get(info.name) for elder in elders]
            if (
                hook.declaring is made
                and _bears(hook, "override")
                and not any(
                    one is not None and one.visibility != PRIVATE and (not one.is_virtual or kind in one.hooks)
                    for one in older
                )
            ):
                _refuse_override(made, hook, refuse)


def _refuse_override(made: PhpClass, method: MethodInfo, refuse: Callable[[str, int], NoReturn]) -> NoReturn:
    name = f"{shown_name(made)}::{method.name}()"
    refuse(f"{name} has #[\\Override] attribute, but no matching parent method exists", method.info.line)


def _is_overridden(older: Optional[MethodInfo]) -> bool:
    if older is None or older.visibility == PRIVATE:
        return False
    return older.is_abstract or older.lower_name != "__construct"


def _bears(method: MethodInfo, lower_name: str) -> bool:
    from engine.compiler.unit_compiler import find_attribute

    declared = getattr(method.info, "declared", None)
    if declared is None:
        return False
    return find_attribute(declared.names, declared.node.attributes, lower_name) is not None


def _property_verdict(classes: Classes, mine: PropertyInfo, theirs: PropertyInfo, variance: str) -> Verdict:
    if mine.type is None:
        return False
    wanted: Any = theirs.type
    if variance == "get":
        return is_subtype(classes, mine.type, mine.declaring, wanted)
    if variance == "set":
        return is_subtype(classes, wanted, theirs.declaring, mine.type)
    return is_same_type(classes, mine.type, mine.declaring, wanted)


def method_place(method: MethodInfo, check: Inheritance) -> Tuple[int, str]:
    """Line and file of a method of a script."""
    info = method.info
    if getattr(info, "unit", None) is None:
        return check.line, check.path
    return info.line, info.unit.path


def abstract_constructor(owner: Optional[PhpClass]) -> Optional[MethodInfo]:
    """The constructor without a body, if any, that the constructors of `owner` and its heirs must obey."""
    while owner is not None:
        found = owner.methods.get("__construct")
        if found is not None and found.is_abstract:
            return found
        for interface in owner.interface_list:
            promised = interface.methods.get("__construct")
            if promised is not None:
                return promised
        owner = owner.parent
    return None


def parameters_fit(classes: Classes, mine: MethodInfo, theirs: MethodInfo) -> Verdict:
    """Whether `mine` takes whatever `theirs` does."""
    own, other = parameters_of(mine), parameters_of(theirs)
    if required(theirs) < required(mine) or (theirs.info.returns_ref and not mine.info.returns_ref):
        return False
    own_variadic = bool(own) and own[-1].variadic
    other_variadic = bool(other) and other[-1].variadic
    if other_variadic and not own_variadic:
        return False
    verdict: Verdict = True
    for position in range(max(len(own), len(other))):
        wanted = other[position] if position < len(other) else other[-1] if other_variadic else None
        given = own[position] if position < len(own) else own[-1] if own_variadic else None
        if wanted is None:
            continue
        if given is None or given.by_ref != wanted.by_ref:
            return False
        if given.type is None or given.type.accepts_mixed:
            continue
        if wanted.type is None:
            return False
        fits = is_subtype(classes, wanted.type, theirs.declaring, given.type)
        if fits is False:
            return False
        verdict = verdict and fits
    return verdict


class _Parameter:
    __slots__ = ("by_ref", "type", "variadic")

    def __init__(self, type_: Optional[PhpType], *, by_ref: bool, variadic: bool) -> None:
        self.type = type_
        self.by_ref = by_ref
        self.variadic = variadic


def parameters_of(method: MethodInfo) -> Any:
    """The parameters of a method, a script's or ours."""
    info = method.info
    signature = getattr(info, "signature", None)
    if signature is None:
        return info.parameters
    return [
        _Parameter(parameter.type, by_ref=parameter.by_ref == 1, variadic=parameter.is_variadic)
        for parameter in signature.parameters
    ]


def required(method: MethodInfo) -> int:
    """How many arguments a method must have."""
    info = method.info
    found: int = info.required if hasattr(info, "required") else info.min_args
    return found


def return_type(method: MethodInfo) -> Optional[PhpType]:
    """The declared return type of a method, a script's or ours."""
    info = method.info
    signature = getattr(info, "signature", None)
    if signature is None:
        return info.return_type  # type: ignore[no-any-return]
    if method.lower_name in ("__construct", "__destruct"):
        return None
    return signature.return_type  # type: ignore[no-any-return]


def is_tentative(method: MethodInfo) -> bool:
    """Whether the return type of a method need not be repeated yet."""
    from engine.stdlib.reflection.tentative_types import is_tentative_method

    declaring = method.declaring
    return declaring.is_internal and is_tentative_method(declaring.lower_name, method.lower_name)


def check_interfaces(made: PhpClass, named: List[PhpClass], refuse: Callable[[str], NoReturn]) -> None:
    """Refuse interfaces that a class may not name."""
    kind = {"interface": "Interface", "enum": "Enum"}.get(made.kind, "Class")
    name = shown_name(made)
    seen: Dict[str, bool] = {}
    for interface in named:
        if interface.lower_name in seen:
            refuse(f"{kind} {name} cannot implement previously implemented interface {interface.name}")
        seen[interface.lower_name] = True
    if made.kind == "interface":
        return
    ancestors = made.ancestors
    if made.kind != "enum":
        for lowered in ("backedenum", "unitenum"):
            if lowered in ancestors:
                shown = {"backedenum": "BackedEnum", "unitenum": "UnitEnum"}[lowered]
                refuse(f"Non-enum class {name} cannot implement interface {shown}")
    elif "backedenum" in ancestors and not made.is_backed:
        refuse(f"Non-backed enum {name} cannot implement interface BackedEnum")
    if "datetimeinterface" in ancestors and not ancestors & {"datetime", "datetimeimmutable"}:
        refuse("DateTimeInterface can't be implemented by user classes")
    if "throwable" in ancestors and not ancestors & {"exception", "error"}:
        if made.kind == "enum":
            refuse(f"Enum {name} cannot implement interface Throwable")
        refuse(f"Class {name} cannot implement interface Throwable, extend Exception or Error instead")
