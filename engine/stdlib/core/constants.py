"""Constants: define() and its kind, and those of the engine itself."""

from __future__ import annotations

from typing import Any

from engine.builtin.declare import BadArgumentError, PhpConst, contextual
from engine.runtime import version
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.classes import lookup_class, require_class
from engine.runtime.context import ctx
from engine.runtime.declarations import class_constant, declare_constant, has_constant
from engine.runtime.declarations import constant as constant_value
from engine.runtime.deprecated_constants import DeprecatedConstant
from engine.runtime.exceptions import printed
from engine.runtime.values import INT_MAX, INT_MIN, PhpString, Value
from engine.stdlib.variables.dumping import storage_of

EXTENSION = "Core"
OTHER_EXTENSIONS = {"constant": "standard"}

ZEND_THREAD_SAFE: PhpConst[bool] = False
ZEND_DEBUG_BUILD: PhpConst[bool] = False
PHP_VERSION: PhpConst[str] = version.PHP_VERSION
PHP_MAJOR_VERSION: PhpConst[int] = version.PHP_MAJOR_VERSION
PHP_MINOR_VERSION: PhpConst[int] = version.PHP_MINOR_VERSION
PHP_RELEASE_VERSION: PhpConst[int] = version.PHP_RELEASE_VERSION
PHP_EXTRA_VERSION: PhpConst[str] = ""
PHP_VERSION_ID: PhpConst[int] = version.PHP_VERSION_ID
PHP_ZTS: PhpConst[bool] = False
PHP_DEBUG: PhpConst[bool] = False
PHP_OS: PhpConst[str] = "Linux"
PHP_OS_FAMILY: PhpConst[str] = "Linux"
DEFAULT_INCLUDE_PATH: PhpConst[str] = ".:/usr/share/php"
PEAR_INSTALL_DIR: PhpConst[str] = "/usr/share/php"
PEAR_EXTENSION_DIR: PhpConst[str] = "/usr/lib/php/20240924"
PHP_EXTENSION_DIR: PhpConst[str] = "/usr/lib/php/20240924"
PHP_PREFIX: PhpConst[str] = "/usr"
PHP_BINDIR: PhpConst[str] = "/usr/bin"
PHP_SBINDIR: PhpConst[str] = "/usr/sbin"
PHP_MANDIR: PhpConst[str] = "/usr/share/man"
PHP_LIBDIR: PhpConst[str] = "/usr/lib/php"
PHP_DATADIR: PhpConst[str] = "/usr/share/php/8.4"
PHP_SYSCONFDIR: PhpConst[str] = "/etc"
PHP_LOCALSTATEDIR: PhpConst[str] = "/var"
PHP_CONFIG_FILE_PATH: PhpConst[str] = "/etc/php/8.4/cli"
PHP_CONFIG_FILE_SCAN_DIR: PhpConst[str] = "/etc/php/8.4/cli/conf.d"
PHP_SHLIB_SUFFIX: PhpConst[str] = "so"
PHP_EOL: PhpConst[str] = "\n"
PHP_MAXPATHLEN: PhpConst[int] = 4096
PHP_INT_MAX: PhpConst[int] = INT_MAX
PHP_INT_MIN: PhpConst[int] = INT_MIN
PHP_INT_SIZE: PhpConst[int] = 8
PHP_FD_SETSIZE: PhpConst[int] = 1024
PHP_FLOAT_DIG: PhpConst[int] = 15
PHP_FLOAT_EPSILON: PhpConst[float] = 2.220446049250313e-16
PHP_FLOAT_MAX: PhpConst[float] = 1.7976931348623157e308
PHP_FLOAT_MIN: PhpConst[float] = 2.2250738585072014e-308
PHP_SAPI: PhpConst[str] = "cli"
PHP_BINARY: PhpConst[str] = "/usr/bin/php"
PHP_CLI_PROCESS_TITLE: PhpConst[bool] = False
UPLOAD_ERR_OK: PhpConst[int] = 0
UPLOAD_ERR_INI_SIZE: PhpConst[int] = 1
UPLOAD_ERR_FORM_SIZE: PhpConst[int] = 2
UPLOAD_ERR_PARTIAL: PhpConst[int] = 3
UPLOAD_ERR_NO_FILE: PhpConst[int] = 4
UPLOAD_ERR_NO_TMP_DIR: PhpConst[int] = 6
UPLOAD_ERR_CANT_WRITE: PhpConst[int] = 7
UPLOAD_ERR_EXTENSION: PhpConst[int] = 8


@contextual
def define(constant_name: PhpString, value: Value, case_insensitive: bool = False) -> bool:
    """Defines a named constant."""
    if "::" in constant_name:
        raise BadArgumentError("constant_name", "cannot be a class constant")
    if case_insensitive:
        ctx.function_warning(
            "Argument #3 ($case_insensitive) is ignored since declaration of case-insensitive constants is no longer"
            " supported"
        )
    if type(value) is PhpArray and _is_recursive(value, []):
        raise BadArgumentError("value", "cannot be a recursive array")
    if has_constant(constant_name) or constant_name == "__COMPILER_HALT_OFFSET__":
        ctx.warning(f"Constant {printed(constant_name)} already defined")
        return False
    declare_constant(constant_name, _without_references(value))
    return True


def _without_references(value: Value) -> Value:
    """A value as a constant holds it: no element of it changes."""
    if type(value) is not PhpArray:
        return value
    made = PhpArray()
    for key, item in value.items():
        made.set(key, _without_references(item))
    return made


@contextual
def defined(constant_name: PhpString) -> bool:
    """Checks whether a given named constant exists."""
    name = constant_name.lstrip("\\")
    owner_name, colons, member = name.rpartition("::")
    if not colons:
        return has_constant(name)
    owner = _class_named(owner_name, required=False)
    return owner is not None and owner.kind != "trait" and member in owner.constants


@contextual
def constant(name: PhpString) -> Value:
    """Returns the value of a constant."""
    bare = name[1:] if name[:1] == "\\" else name
    owner_name, colons, member = bare.rpartition("::")
    value: Value
    if colons:
        value = class_constant(_class_named(owner_name, required=True), member, owner_name)
    else:
        value = constant_value(bare, None)
    return value


@contextual
def get_defined_constants(categorize: bool = False) -> PhpArray:
    """Returns an associative array with the names of all the constants and their values."""
    result = PhpArray()
    library = ctx.library
    groups: Any = {}
    for name, value in library.constants.items():
        groups.setdefault(library.constant_extensions.get(name, "Core"), []).append((name, value))
    groups["user"] = list(ctx.constants.items())
    for extension, items in groups.items():
        target = PhpArray() if categorize else result
        for name, value in items:
            target.set(name, share_value(_value_of(value)))
        if categorize and len(target):
            result.set(extension, target)
    return result


# ---------------------------------------------------------------- helpers


def _value_of(value: Any) -> Any:
    if isinstance(value, DeprecatedConstant):
        return value.value
    return value() if callable(value) else value


def _class_named(name: str, *, required: bool) -> Any:
    lowered = name.lower()
    if lowered in ("self", "static", "parent"):
        from engine.runtime.frames import current_called_class, current_scope

        scope = current_scope()
        if scope is not None:
            return {"self": scope, "static": current_called_class() or scope, "parent": scope.parent}[lowered]
    return require_class(name) if required else lookup_class(name)


def _is_recursive(array: PhpArray, active: Any) -> bool:
    identity = storage_of(array)
    if identity in active:
        return True
    active.append(identity)
    for value in array.values():
        if type(value) is PhpArray and _is_recursive(value, active):
            return True
    active.pop()
    return False
