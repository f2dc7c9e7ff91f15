"""phpinfo() and phpcredits(): what there is to say of this engine and of the execution, in the command line's form."""

from __future__ import annotations

from typing import Any, Dict, Iterable, List, Literal, Tuple

from engine.builtin.declare import contextual, volatile
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import to_string
from engine.runtime.objects import PhpObject
from engine.runtime.superglobals import superglobal
from engine.runtime.version import ENGINE_VERSION, PHP_VERSION, ZEND_VERSION
from engine.stdlib.core.options import extension_of_directive, php_sapi_name, php_uname
from engine.stdlib.filesystem.stream_filters import stream_get_filters
from engine.stdlib.filesystem.streams import stream_get_transports, stream_get_wrappers
from engine.stdlib.network.constants import (
    CREDITS_ALL,
    INFO_ALL,
    INFO_CONFIGURATION,
    INFO_CREDITS,
    INFO_ENVIRONMENT,
    INFO_GENERAL,
    INFO_LICENSE,
    INFO_MODULES,
    INFO_VARIABLES,
)  # fmt: skip
from engine.stdlib.variables.dumping import print_r

EXTENSION = "standard"

_OWN = "Howdah, an engine of its own; no part of it is the PHP Group's"
_RULE = "\n\n _______________________________________________________________________\n\n"
_CREDITS = f"""\
PHP Credits

The language, its library and its manual are the work of the PHP Group and of PHP's community.
This is {_OWN}.
"""
_LICENSE = "Howdah License\nLicensed under the Apache License, Version 2.0.\n"
_DIRECTIVES = ("Directive", "Local Value", "Master Value")
# Directives that are shown as On and Off.
_SWITCHES = frozenset(
    """allow_url_fopen allow_url_include assert.active assert.bail assert.exception assert.warning
    auto_detect_line_endings auto_globals_jit display_startup_errors enable_dl enable_post_data_reading expose_php
    file_uploads html_errors ignore_repeated_errors ignore_repeated_source ignore_user_abort implicit_flush log_errors
    mail.add_x_header mail.mixed_lf_and_crlf mbstring.encoding_translation mbstring.strict_detection pcre.jit
    register_argc_argv report_memleaks report_zend_debug short_open_tag xmlrpc_errors zend.detect_unicode
    zend.enable_gc zend.exception_ignore_args zend.multibyte zend.signal_check zlib.output_compression""".split()
)
_OFF = ("", "0", "off", "no", "false", "none")


@volatile
def phpinfo(flags: int = INFO_ALL) -> Literal[True]:
    """Output information about the engine, its configuration, and what the script was given."""
    parts = ["phpinfo()\n"]
    if flags & INFO_GENERAL:
        parts.append(_general())
    if flags & INFO_CONFIGURATION:
        parts.append(f"{_RULE}\nConfiguration\n")
        if not flags & INFO_MODULES:
            parts.append(f"\nPHP Core\n{_table(_DIRECTIVES, _directives('core'))}")
    if flags & INFO_MODULES:
        parts += [_module(name) for name in sorted(ctx.library.extensions, key=str.lower)]
    if flags & INFO_ENVIRONMENT:
        rows = [(name, value) for name, value in ctx.request.env.items()]
        parts.append(f"\nEnvironment\n{_table(('Variable', 'Value'), rows)}")
    if flags & INFO_VARIABLES:
        parts.append(f"\nPHP Variables\n{_table(('Variable', 'Value'), list(_variables()))}")
    if flags & INFO_CREDITS:
        parts.append(f"{_RULE}{_CREDITS}")
    if flags & INFO_LICENSE:
        parts.append(f"\n{_LICENSE}")
    ctx.echo("".join(parts))
    return True


@contextual
def phpcredits(flags: int = CREDITS_ALL) -> Literal[True]:
    """Prints out the credits."""
    ctx.echo(_CREDITS)
    return True


# ---------------------------------------------------------------- helpers


def _table(heads: Iterable[str], rows: Iterable[Tuple[str, ...]]) -> str:
    """Rows of a table with the heads of its columns; nothing where there are none."""
    lines = [" => ".join(row) for row in rows]
    return "\n" + "\n".join([" => ".join(heads), *lines, ""]) if lines else ""


def _listed(array: PhpArray) -> str:
    return ", ".join([to_string(value) for value in array.values()])


def _general() -> str:
    rows = {
        "System": php_uname(),
        "Server API": to_string(php_sapi_name()),
        "Configuration File (php.ini) Path": "(none)",
        "Loaded Configuration File": "(none)",
        "Engine": f"Howdah {ENGINE_VERSION}",
        "PHP Integer Size": "64 bits",
        "Debug Build": "no",
        "Thread Safety": "disabled",
        "Zend Multibyte Support": "provided by mbstring",
    }
    streams = {
        "Registered PHP Streams": _listed(stream_get_wrappers()),
        "Registered Stream Socket Transports": _listed(stream_get_transports()) or "none registered",
        "Registered Stream Filters": _listed(stream_get_filters()),
    }
    return (
        f"PHP Version => {PHP_VERSION}\n\n{_lines(rows)}\n{_lines(streams)}\n"
        f"This program is run by {_OWN}.\nIt speaks the language of Zend Engine v{ZEND_VERSION}.\n"
    )


def _lines(rows: Dict[str, str]) -> str:
    return "".join([f"{name} => {value}\n" for name, value in rows.items()])


def _module(name: str) -> str:
    """One extension: that it is there, and its directives."""
    about = f"PHP Version => {PHP_VERSION}\n" if name == "Core" else f"{name} support => enabled\n"
    return f"\n{name}\n\n{about}{_table(_DIRECTIVES, _directives(name.lower()))}"


def _directives(extension: str) -> List[Tuple[str, ...]]:
    ini = ctx.ini
    names = sorted([name for name in ini.values if extension_of_directive(name) == extension], key=str.lower)
    return [(name, _shown(name, ini.values[name]), _shown(name, ini.initial.get(name))) for name in names]


def _shown(name: str, value: Any) -> str:
    text = "" if value is None else str(value)
    if name in _SWITCHES:
        return "Off" if text.lower() in _OFF else "On"
    if name == "display_errors":
        return "Off" if text.lower() in _OFF else "STDERR" if text.lower() == "stderr" else "STDOUT"
    return text or "no value"


def _variables() -> Iterable[Tuple[str, str]]:
    """The superglobals' elements, each as a script would name it."""
    for name in ("_REQUEST", "_GET", "_POST", "_FILES", "_COOKIE", "_SERVER", "_ENV"):
        held = superglobal(name).get()
        if type(held) is not PhpArray:
            continue
        for key, value in held.items():
            is_compound = type(value) is PhpArray or isinstance(value, PhpObject)
            yield f"${name}['{key}']", to_string(print_r(value, return_=True)) if is_compound else to_string(value)
