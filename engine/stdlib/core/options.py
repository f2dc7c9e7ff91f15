"""PHP options and information: directives, environment, memory, the engine itself."""

from __future__ import annotations

import time
from typing import Annotated, Any, Dict, List, Literal, Optional

from engine.builtin.declare import BadArgumentError, Path, PhpConst, contextual, volatile
from engine.runtime import entropy, version
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.clock import clock
from engine.runtime.context import ctx
from engine.runtime.conversions import to_bool, to_int, to_string
from engine.runtime.deprecated_constants import DeprecatedConstant
from engine.runtime.exceptions import printed, throw_error
from engine.runtime.ini import ACCESS, EMPTY_TEXTS
from engine.runtime.lifetimes import collect_cycles
from engine.runtime.objects import PhpObject
from engine.runtime.quantities import parse_quantity
from engine.runtime.references import Ref
from engine.runtime.values import MISSING, PhpString, Value
from engine.stdlib.core.directives import MEMORY_USAGE, set_directive

EXTENSION = "standard"
OTHER_EXTENSIONS = dict.fromkeys(
    """extension_loaded gc_collect_cycles gc_disable gc_enable gc_enabled gc_mem_caches gc_status get_extension_funcs
    get_required_files get_included_files get_loaded_extensions get_resources zend_version""".split(),
    "Core",
)

INI_USER: PhpConst[int] = 1
INI_PERDIR: PhpConst[int] = 2
INI_SYSTEM: PhpConst[int] = 4
INI_ALL: PhpConst[int] = 7
CONNECTION_ABORTED: PhpConst[int] = 1
CONNECTION_NORMAL: PhpConst[int] = 0
CONNECTION_TIMEOUT: PhpConst[int] = 2

# What memory_get_usage() says: an execution's memory is not counted value by value.
_EMPTY = PhpArray()
_PROCESS_ID = 4242
# How an extension's directives begin; the rest belongs to core or standard.
_PREFIXES = ("bcmath", "date", "filter", "iconv", "mbstring", "openssl", "pcre", "session", "zlib")
_STANDARD = (
    "assert.", "url_rewriter.", "user_agent", "from", "default_socket_timeout", "auto_detect_line_endings", "browscap",
    "session.trans_sid_",
)  # fmt: skip
_USER_ACCESS = 1


# ---------------------------------------------------------------- directives


@contextual
def ini_get(option: PhpString) -> PhpString | Literal[False]:
    """Gets the value of a configuration option."""
    value = ctx.ini.get(option)
    return False if value is None else value


@contextual(aliases=("ini_alter",))
def ini_set(option: PhpString, value: PhpString | int | float | bool | None) -> PhpString | Literal[False]:
    """Sets the value of a configuration option."""
    before = ctx.ini.get(option)
    if before is None or not ACCESS.get(option, 7) & _USER_ACCESS:
        return False
    return before if set_directive(option, "" if value is None else to_string(value)) else False


@contextual
def ini_restore(option: PhpString) -> None:
    """Restores the value of a configuration option."""
    ini = ctx.ini
    if option in ini.initial and ini.values[option] != ini.initial[option]:
        set_directive(option, ini.initial[option])


@contextual
def ini_get_all(extension: PhpString | None = None, details: bool = True) -> PhpArray | Literal[False]:
    """Gets all configuration options."""
    if extension is not None and extension.lower() not in [name.lower() for name in _extensions()]:
        ctx.function_warning(f'Extension "{extension}" cannot be found')
        return False
    result = PhpArray()
    for name in sorted(ctx.ini.values, key=str.lower):
        if extension is not None and extension_of_directive(name) != extension.lower():
            continue
        value = ctx.ini.values[name]
        if details:
            row: Any = {
                "global_value": _shown(name, ctx.ini.initial.get(name)), "local_value": _shown(name, value),
                "access": ACCESS.get(name, 7),
            }  # fmt: skip
            result.set(name, PhpArray.from_strings(row))
        else:
            result.set(name, _shown(name, value))
    return result


@contextual
def ini_parse_quantity(shorthand: PhpString) -> int:
    """Get interpreted size from ini shorthand syntax."""
    value, problem = parse_quantity(shorthand)
    if problem is not None:
        ctx.warning(problem)
    return value


@contextual
def get_cfg_var(option: PhpString) -> PhpString | PhpArray | Literal[False]:
    """Gets the value of a PHP configuration option."""
    return ctx.ini.initial[option] if option in ctx.request.ini else False


@contextual
def set_time_limit(seconds: int) -> bool:
    """Limits the maximum execution time."""
    ctx.ini.set("max_execution_time", str(seconds))
    return True


@contextual
def get_include_path() -> PhpString | Literal[False]:
    """Gets the current include_path configuration option."""
    return ctx.ini.get("include_path") or False


@contextual
def set_include_path(include_path: Path) -> PhpString | Literal[False]:
    """Sets the include_path configuration option."""
    before = ctx.ini.get("include_path") or ""
    return before if set_directive("include_path", include_path) else False


@contextual
def php_ini_loaded_file() -> PhpString | Literal[False]:
    """Retrieve a path to the loaded php.ini file."""
    return False


@contextual
def php_ini_scanned_files() -> PhpString | Literal[False]:
    """Return a list of .ini files parsed from the additional ini dir."""
    return False


@contextual
def assert_(assertion: Value, description: Annotated[PhpObject, "Throwable"] | PhpString | None = None) -> bool:
    """Checks an assertion."""
    if ctx.ini.get_int("zend.assertions") <= 0 or not ctx.ini.get_bool("assert.active") or to_bool(assertion):
        return True
    from engine.errors import PhpThrown, ScriptExit
    from engine.runtime.functions import find_callable

    given = ctx.states.get("assert.callback")
    callback = find_callable(given if given is not None else ctx.ini.get("assert.callback") or "")
    if callback is not None:
        from engine.runtime.frames import current_position

        file, line = current_position()
        callback(file, line, None, *([] if description is None else [to_string(description)]))
    if ctx.ini.get_bool("assert.exception"):
        if isinstance(description, PhpObject):
            raise PhpThrown(description)
        raise throw_error("AssertionError", printed(description or ""), code=1)
    if ctx.ini.get_bool("assert.warning"):
        ctx.function_warning("Assertion failed" if description is None else f"{to_string(description)} failed")
    if ctx.ini.get_bool("assert.bail"):
        raise ScriptExit(255)
    return False


ASSERT_ACTIVE: PhpConst[int] = DeprecatedConstant("ASSERT_ACTIVE", 1)  # type: ignore[assignment]
ASSERT_CALLBACK: PhpConst[int] = DeprecatedConstant("ASSERT_CALLBACK", 2)  # type: ignore[assignment]
ASSERT_BAIL: PhpConst[int] = DeprecatedConstant("ASSERT_BAIL", 3)  # type: ignore[assignment]
ASSERT_WARNING: PhpConst[int] = DeprecatedConstant("ASSERT_WARNING", 4)  # type: ignore[assignment]
ASSERT_EXCEPTION: PhpConst[int] = DeprecatedConstant("ASSERT_EXCEPTION", 5)  # type: ignore[assignment]
_ASSERT_CALLBACK = 2
_ASSERT_OPTIONS = {
    1: "assert.active",
    2: "assert.callback",
    3: "assert.bail",
    4: "assert.warning",
    5: "assert.exception",
}


@contextual(deprecated="8.3")
def assert_options(option: int, value: Value = MISSING) -> Value:
    """Set/get the various assert flags."""
    name = _ASSERT_OPTIONS.get(option)
    if name is None:
        raise BadArgumentError("option", "must be an ASSERT_* constant")
    if option == _ASSERT_CALLBACK:
        held: Any = ctx.states.get("assert.callback")
        before: Any = (ctx.ini.get(name) or None) if held is None else held
        if value is not MISSING:
            ctx.states["assert.callback"] = share_value(value)
        return before  # type: ignore[no-any-return]
    before = to_int(ctx.ini.get(name) or "")
    if value is not MISSING:
        ctx.ini.set(name, to_string(value))
    return before  # type: ignore[no-any-return]


# ---------------------------------------------------------------- environment


def _environment() -> Dict[str, str]:
    return ctx.state("options.environment", lambda: dict(ctx.request.env))


@contextual
def getenv(name: PhpString | None = None, local_only: bool = False) -> PhpString | PhpArray | Literal[False]:
    """Gets the value of a single or all environment variables."""
    environment = _environment()
    if name is None:
        return PhpArray.from_items(list(environment.items()))
    return environment.get(name, False)


@contextual
def putenv(assignment: PhpString) -> bool:
    """Sets the value of an environment variable."""
    if not assignment or assignment[0] == "=":
        raise BadArgumentError("assignment", "must have a valid syntax")
    name, equals, value = assignment.partition("=")
    if equals:
        _environment()[name] = value
    else:
        _environment().pop(name, None)
    return True


@contextual
def getopt(
    short_options: PhpString, long_options: PhpArray = _EMPTY, rest_index: Ref | None = None
) -> PhpArray | Literal[False]:
    """Gets options from the command line argument list."""
    result = PhpArray()
    letters = _short_options(short_options)
    names = {to_string(item).rstrip(":"): len(to_string(item)) - len(to_string(item).rstrip(":"))
             for item in long_options.values()}  # fmt: skip
    arguments = ctx.request.args
    position = 0
    while position < len(arguments):
        text = arguments[position]
        if text == "--":
            position += 1
            break
        if len(text) < 2 or text[0] != "-":
            break
        position += 1
        if text.startswith("--"):
            name, equals, value = text[2:].partition("=")
            if name in names:
                position = _take(result, name, names[name], value if equals else None, arguments, position)
            continue
        index = 1
        while index < len(text):
            letter = text[index]
            index += 1
            if letter not in letters:
                continue
            if letters[letter]:
                attached = text[index:]
                if attached[:1] == "=":
                    attached = attached[1:]
                position = _take(result, letter, letters[letter], attached or None, arguments, position)
                break
            _add_option(result, letter, value=False)
    if isinstance(rest_index, Ref):
        rest_index.set(position + 1)
    return result


@contextual
def php_sapi_name() -> PhpString | Literal[False]:
    """Returns the type of interface between web server and PHP."""
    return "cli"


@contextual
def php_uname(mode: PhpString = "a") -> PhpString:
    """Returns information about the operating system PHP is running on."""
    parts = {"s": "Linux", "n": "localhost", "r": "6.1.0", "v": "#1 SMP", "m": "x86_64"}
    if mode in parts:
        return parts[mode]
    if mode == "a":
        return " ".join(parts.values())
    if len(mode) != 1:
        raise BadArgumentError("mode", "must be a single character")
    raise BadArgumentError("mode", 'must be one of "a", "m", "n", "r", "s", or "v"')


@contextual
def phpversion(extension: PhpString | None = None) -> PhpString | Literal[False]:
    """Gets the current PHP version."""
    if extension is None or extension.lower() in [name.lower() for name in _extensions()]:
        return version.PHP_VERSION
    return False


@contextual
def zend_version() -> PhpString:
    """Gets the version of the current Zend engine."""
    return version.ZEND_VERSION


@contextual
def memory_get_usage(real_usage: bool = False) -> int:
    """Returns the amount of memory allocated to PHP."""
    return MEMORY_USAGE


@contextual
def memory_get_peak_usage(real_usage: bool = False) -> int:
    """Returns the peak of memory allocated by PHP."""
    return MEMORY_USAGE


@contextual
def memory_reset_peak_usage() -> None:
    """Reset the peak memory usage."""


@contextual
def getmypid() -> int | Literal[False]:
    """Gets PHP's process ID."""
    return _PROCESS_ID


@contextual
def getmyuid() -> int | Literal[False]:
    """Gets PHP script owner's UID."""
    return 1000


@contextual
def getmygid() -> int | Literal[False]:
    """Get PHP script owner's GID."""
    return 1000


@contextual
def getmyinode() -> int | Literal[False]:
    """Gets the inode of the current script."""
    return 1


@volatile
def getlastmod() -> int | Literal[False]:
    """Gets time of last page modification."""
    return int(time.time())


@contextual
def get_current_user() -> PhpString:
    """Gets the name of the owner of the current PHP script."""
    return "php"


@contextual
def gethostname() -> PhpString | Literal[False]:
    """Gets the host name."""
    return "localhost"


@contextual
def sys_get_temp_dir() -> PhpString:
    """Returns directory path used for temporary files."""
    return "/tmp"


@volatile
def sys_getloadavg() -> PhpArray | Literal[False]:
    """Gets system load average."""
    return PhpArray([0.0, 0.0, 0.0])


@volatile
def getrusage(mode: int = 0) -> PhpArray | Literal[False]:
    """Gets the current resource usages."""
    used = time.process_time()
    row: Any = {
        "ru_oublock": 0, "ru_inblock": 0, "ru_msgsnd": 0, "ru_msgrcv": 0, "ru_maxrss": 20480, "ru_ixrss": 0,
        "ru_idrss": 0,
        "ru_minflt": 0, "ru_majflt": 0, "ru_nsignals": 0, "ru_nvcsw": 0, "ru_nivcsw": 0, "ru_nswap": 0,
        "ru_utime.tv_usec": int(used * 1000000) % 1000000, "ru_utime.tv_sec": int(used), "ru_stime.tv_usec": 0,
        "ru_stime.tv_sec": 0,
    }  # fmt: skip
    return PhpArray.from_strings(row)


# ---------------------------------------------------------------- garbage collector


@contextual
def gc_collect_cycles() -> int:
    """Forces collection of any existing garbage cycles."""
    return collect_cycles()


@contextual
def gc_enabled() -> bool:
    """Returns status of the circular reference collector."""
    return ctx.ini.get_bool("zend.enable_gc")


@contextual
def gc_enable() -> None:
    """Activates the circular reference collector."""
    ctx.ini.set("zend.enable_gc", "1")


@contextual
def gc_disable() -> None:
    """Deactivates the circular reference collector."""
    ctx.ini.set("zend.enable_gc", "0")


@contextual
def gc_mem_caches() -> int:
    """Reclaims memory used by the Zend Engine memory manager."""
    return 0


@contextual
def gc_status() -> PhpArray:
    """Gets information about the garbage collector."""
    row: Any = {
        "running": False, "protected": False, "full": False, "runs": 0, "collected": 0, "threshold": 10001,
        "buffer_size": 16384, "roots": 0, "application_time": 0.0, "collector_time": 0.0, "destructor_time": 0.0,
        "free_time": 0.0,
    }  # fmt: skip
    return PhpArray.from_strings(row)


# ---------------------------------------------------------------- extensions


@contextual
def extension_loaded(extension: PhpString) -> bool:
    """Find out whether an extension is loaded."""
    return extension.lower() in [name.lower() for name in _extensions()]


@contextual
def get_loaded_extensions(zend_extensions: bool = False) -> PhpArray:
    """Returns an array with the names of all modules compiled and loaded."""
    return PhpArray() if zend_extensions else PhpArray(list(_extensions()))


@contextual
def get_extension_funcs(extension: PhpString) -> PhpArray | Literal[False]:
    """Returns an array with the names of the functions of a module."""
    lowered = extension.lower()
    names: List[Any] = [
        name for name, function in ctx.library.functions.items() if function.extension.lower() == lowered
    ]
    return PhpArray(names) if names else False


@contextual
def get_resources(type_: PhpString | None = None) -> PhpArray:
    """Returns active resources."""
    result = PhpArray()
    for number, held in ctx.states.get("resources", {}).items():
        if type_ is None or held.resource_type == type_:
            result.set(number, held)
    return result


@contextual
def get_included_files() -> PhpArray:
    """Returns an array with the names of included or required files."""
    return PhpArray(list(ctx.included))


@contextual
def get_required_files() -> PhpArray:
    """Alias of get_included_files()."""
    return PhpArray(list(ctx.included))


# ---------------------------------------------------------------- time


@volatile
def sleep(seconds: int) -> int:
    """Delay execution."""
    if seconds < 0:
        raise BadArgumentError("seconds", "must be greater than or equal to 0")
    _pause(float(seconds))
    return 0


@volatile
def usleep(microseconds: int) -> None:
    """Delay execution in microseconds."""
    if microseconds < 0:
        raise BadArgumentError("microseconds", "must be greater than or equal to 0")
    _pause(microseconds / 1000000)


@volatile
def time_nanosleep(seconds: int, nanoseconds: int) -> PhpArray | bool:
    """Delay for a number of seconds and nanoseconds."""
    if seconds < 0:
        raise BadArgumentError("seconds", "must be greater than or equal to 0")
    if nanoseconds < 0:
        raise BadArgumentError("nanoseconds", "must be greater than or equal to 0")
    if nanoseconds > 999999999:
        raise throw_error("ValueError", "Nanoseconds was not in the range 0 to 999 999 999 or seconds was negative")
    _pause(seconds + nanoseconds / 1000000000)
    return True


@volatile
def time_sleep_until(timestamp: float) -> bool:
    """Make the script sleep until the specified time."""
    if not 0 <= timestamp <= (1 << 63) / 1000000000:
        raise BadArgumentError("timestamp", f"must be between 0 and {(1 << 63) // 1000000000}")
    left = timestamp - time.time()
    if left <= 0:
        ctx.function_warning("Argument #1 ($timestamp) must be greater than or equal to the current time")
        return False
    _pause(left)
    return True


@volatile
def uniqid(prefix: PhpString = "", more_entropy: bool = False) -> PhpString:
    """Generate a time-based identifier."""
    last: Any = ctx.state("options.uniqid", lambda: [0])
    moment = max(time.time_ns() // 1000, last[0] + 1)
    last[0] = moment
    text = f"{prefix}{moment // 1000000:08x}{moment % 1000000:05x}"
    if not more_entropy:
        return text
    fraction = int.from_bytes(entropy.random_bytes(7), "little") / (1 << 56)
    return text + format(fraction * 10, ".8f")


# ---------------------------------------------------------------- the connection


@contextual
def connection_status() -> int:
    """Returns connection status bitfield."""
    return CONNECTION_NORMAL


@contextual
def connection_aborted() -> int:
    """Check whether client disconnected."""
    return 0


@contextual
def ignore_user_abort(enable: bool | None = None) -> int:
    """Set whether a client disconnect should abort script execution."""
    before = int(ctx.ini.get_bool("ignore_user_abort"))
    if enable is not None:
        ctx.ini.set("ignore_user_abort", "1" if enable else "0")
    return before


# ---------------------------------------------------------------- helpers


def _pause(seconds: float) -> None:
    """Sleep, though no longer than the execution may take: its clock ends it then."""
    clock.expect_wait()
    time.sleep(min(seconds, ctx.request.limits.wall_ms / 1000 + 1))


def _extensions() -> List[str]:
    return ctx.library.extensions  # type: ignore[no-any-return]


def _shown(name: str, value: Optional[str]) -> Optional[str]:
    """A directive's value as ini_get_all() lists it: null where there is none."""
    return None if not value and name not in EMPTY_TEXTS else value


def extension_of_directive(name: str) -> str:
    """The extension that a directive belongs to, in lower case."""
    prefix = name.partition(".")[0]
    if prefix in _PREFIXES:
        return prefix
    return "standard" if name.startswith(_STANDARD) else "core"


def _short_options(text: str) -> Dict[str, int]:
    """Each letter with how it takes a value: 0 not, 1 always, 2 perhaps."""
    found: Dict[str, int] = {}
    index = 0
    while index < len(text):
        letter = text[index]
        index += 1
        count = 0
        while index < len(text) and text[index] == ":":
            count += 1
            index += 1
        found[letter] = min(count, 2)
    return found


def _take(result: PhpArray, name: str, wants: int, value: Optional[str], arguments: List[str], position: int) -> int:
    """Record an option; returns where the next argument is."""
    if wants == 0:
        _add_option(result, name, value=False)
    elif value is not None:
        _add_option(result, name, value)
    elif wants == 1:
        if position < len(arguments):
            _add_option(result, name, arguments[position])
            return position + 1
    else:
        _add_option(result, name, value=False)
    return position


def _add_option(result: PhpArray, name: str, value: Any) -> None:
    present = result.get(name, MISSING)
    if present is MISSING:
        result.set(name, value)
    elif type(present) is PhpArray:
        present.append(value)
    else:
        result.set(name, PhpArray([present, value]))
