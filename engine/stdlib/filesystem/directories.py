"""Directories: listing and walking them."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Annotated, Any, List, Literal, Optional

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, Path, PhpConst, Resource, Untyped, contextual
from engine.errors import LimitExceededError, Outcome
from engine.runtime.arrays import PhpArray
from engine.runtime.classes import instantiate
from engine.runtime.context import ctx
from engine.runtime.conversions import to_bool, to_string
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject
from engine.runtime.stream_contexts import context_or_default
from engine.runtime.streams import FolderStream, error_number
from engine.runtime.user_streams import call_wrapper, wrapper_object
from engine.runtime.virtual_files import NOT_FOUND, FileError, virtual_files
from engine.stdlib.filesystem.paths import FNM_NOESCAPE, FNM_PERIOD, matches_pattern

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "standard"

SCANDIR_SORT_ASCENDING: PhpConst[int] = 0
SCANDIR_SORT_DESCENDING: PhpConst[int] = 1
SCANDIR_SORT_NONE: PhpConst[int] = 2
GLOB_BRACE: PhpConst[int] = 1024
GLOB_ERR: PhpConst[int] = 1
GLOB_MARK: PhpConst[int] = 2
GLOB_NOCHECK: PhpConst[int] = 16
GLOB_NOESCAPE: PhpConst[int] = 64
GLOB_NOSORT: PhpConst[int] = 4
GLOB_ONLYDIR: PhpConst[int] = 8192
GLOB_AVAILABLE_FLAGS: PhpConst[int] = 9303

# Patterns that braces may stand for.
_ALTERNATIVES_MAX = 1000
# Names that a script's wrapper may tell.
_NAMES_MAX = 100_000


@php_class("Directory", properties=(
    ("path", "public", None, "string", ("is_readonly", "uninitialized")),
    ("handle", "public", None, "mixed", ("is_readonly", "uninitialized")),
))  # fmt: skip
class Directory(PhpObject):
    """A directory that dir() opened."""

    def _stream(self) -> FolderStream:
        stream: Any = self.__dict__.get("p_handle")
        if not isinstance(stream, FolderStream):
            raise throw_error("Error", "Unable to find my handle property")
        return _open_folder(stream)

    @method
    def close(self) -> None:
        """Close directory handle."""
        self._stream().close()

    @method
    def rewind(self) -> None:
        """Rewind directory handle."""
        self._stream().index = 0

    @method
    def read(self) -> PhpString | Literal[False]:
        """Read entry from directory handle."""
        return _read(self._stream())


@contextual
def opendir(directory: Path, context: Resource | None = None) -> Untyped:
    """Open directory handle."""
    return _open(directory, context)


@contextual
def dir_(directory: Path, context: Resource | None = None) -> Annotated[PhpObject, "Directory"] | Literal[False]:
    """Return an instance of the Directory class."""
    stream = _open(directory, context)
    if stream is False:
        return False
    made = instantiate(ctx.library.find_class("directory"))
    made.__dict__["p_path"] = directory
    made.__dict__["p_handle"] = stream
    return made


@contextual
def readdir(dir_handle: Resource | None = None) -> PhpString | Literal[False]:
    """Read entry from directory handle."""
    return _read(_given(dir_handle))


@contextual
def rewinddir(dir_handle: Resource | None = None) -> None:
    """Rewind directory handle."""
    _given(dir_handle).index = 0


@contextual
def closedir(dir_handle: Resource | None = None) -> None:
    """Close directory handle."""
    _given(dir_handle).close()


@contextual
def scandir(
    directory: Path, sorting_order: int = SCANDIR_SORT_ASCENDING, context: Resource | None = None
) -> PhpArray | Literal[False]:
    """List files and directories inside the specified path."""
    if not directory:
        raise BadArgumentError("directory", "must not be empty")
    target = wrapper_object(directory, context) if "://" in directory else None
    try:
        if target is None:
            names = [".", "..", *virtual_files().names_in(directory)]
        else:
            stream = _open_by_wrapper(target, directory)
            if stream is False:
                ctx.function_warning(f"(errno {error_number(NOT_FOUND)}): {NOT_FOUND}")
                return False
            names = stream.names
    except FileError as error:
        ctx.warning(f"scandir({directory}): Failed to open directory: {error.reason}")
        ctx.function_warning(f"(errno {error_number(error.reason)}): {error.reason}")
        return False
    if sorting_order != SCANDIR_SORT_NONE:
        names.sort(reverse=sorting_order == SCANDIR_SORT_DESCENDING)
    return PhpArray(list(names))


@contextual
def getcwd() -> PhpString | Literal[False]:
    """Gets the current working directory."""
    return virtual_files().current_folder


@contextual
def chdir(directory: Path) -> bool:
    """Change directory."""
    files = virtual_files()
    node = files.find(directory)
    if node is None or not node.is_folder:
        reason = "No such file or directory (errno 2)" if node is None else "Not a directory (errno 20)"
        ctx.function_warning(reason)
        return False
    files.current_folder = files.resolve(directory)
    return True


@contextual
def glob(pattern: Path, flags: int = 0) -> PhpArray | Literal[False]:
    """Find pathnames matching a pattern."""
    if flags & ~GLOB_AVAILABLE_FLAGS:
        ctx.function_warning("At least one of the passed flags is invalid or not supported on this platform")
        return False
    found: List[Any] = []
    for alternative in _alternatives(pattern) if flags & GLOB_BRACE else [pattern]:
        matched = _matching(alternative, flags)
        if not flags & GLOB_NOSORT:
            matched.sort()
        found += matched
    if not found and flags & GLOB_NOCHECK:
        found = [pattern]
    return PhpArray(found)


# ---------------------------------------------------------------- helpers


def _open(name: str, context: Any) -> Any:
    from engine.runtime.frames import current_builtin_name

    if not name:
        raise throw_error("ValueError", "Path must not be empty")
    context = context_or_default(context)
    target = wrapper_object(name, context) if "://" in name else None
    if target is not None:
        return _open_by_wrapper(target, name)
    try:
        names = virtual_files().names_in(name)
    except FileError as error:
        ctx.warning(f"{current_builtin_name()}({name}): Failed to open directory: {error.reason}")
        return False
    stream = FolderStream([".", "..", *names])
    ctx.states["directories.last"] = stream
    return stream


def _open_by_wrapper(target: Any, name: str) -> Any:
    """A folder whose names a wrapper of the script's tells, all at once."""
    answer = call_wrapper(target, "dir_opendir", name, 0)
    if answer is NotImplemented or not to_bool(answer):
        from engine.runtime.frames import current_builtin_name

        problem = f'"{target.php_class.name}::dir_opendir" call failed'
        ctx.warning(f"{current_builtin_name()}({name}): Failed to open directory: {problem}")
        return False
    names: List[str] = []
    while len(names) < _NAMES_MAX:
        found = call_wrapper(target, "dir_readdir")
        if found is NotImplemented or found is False:
            break
        names.append(to_string(found))
    call_wrapper(target, "dir_closedir")
    stream = FolderStream(names)
    ctx.states["directories.last"] = stream
    return stream


def _open_folder(stream: FolderStream) -> FolderStream:
    if not stream.resource_type:
        raise throw_error("TypeError", "supplied resource is not a valid Directory resource")
    return stream


def _given(handle: Any) -> FolderStream:
    if handle is None:
        handle = ctx.states.get("directories.last")
        if handle is None:
            raise throw_error("TypeError", "No resource supplied")
    if not handle.resource_type:
        from engine.runtime.frames import current_builtin_name

        raise throw_error(
            "TypeError", f"{current_builtin_name()}(): supplied resource is not a valid Directory resource"
        )
    if not isinstance(handle, FolderStream):
        raise BadArgumentError("dir_handle", "must be a valid Directory resource", "TypeError")
    return handle


def _read(stream: FolderStream) -> str | Literal[False]:
    if stream.index >= len(stream.names):
        return False
    name = stream.names[stream.index]
    stream.index += 1
    return name


def _alternatives(pattern: str) -> List[str]:
    """The patterns that `{a,b}` stand for."""
    finished: List[str] = []
    pending = [pattern]
    while pending:
        if len(pending) + len(finished) > _ALTERNATIVES_MAX:
            raise LimitExceededError(Outcome.MEMORY_LIMIT, "glob() pattern has too many alternatives")
        text = pending.pop(0)
        found = _first_braces(text)
        if found is None:
            finished.append(text)
            continue
        start, end, choices = found
        pending[:0] = [text[:start] + choice + text[end:] for choice in choices]
    return finished


def _first_braces(text: str) -> Optional[tuple[int, int, List[str]]]:
    start = text.find("{")
    while start >= 0:
        depth = 0
        choices = []
        piece = start + 1
        for index in range(start, len(text)):
            letter = text[index]
            if letter == "{":
                depth += 1
            elif letter == "}":
                depth -= 1
                if not depth:
                    choices.append(text[piece:index])
                    return start, index + 1, choices
            elif letter == "," and depth == 1:
                choices.append(text[piece:index])
                piece = index + 1
        start = text.find("{", start + 1)
    return None


def _matching(pattern: str, flags: int) -> List[str]:
    """The paths that match, component by component."""
    files = virtual_files()
    match_flags = FNM_PERIOD | (FNM_NOESCAPE if flags & GLOB_NOESCAPE else 0)
    found = ["/"] if pattern.startswith("/") else [""]
    parts = [part for part in pattern.split("/") if part]
    for part in parts:
        following: List[str] = []
        for folder in found:
            if not any(letter in part for letter in "*?[\\"):
                path = posixpath.join(folder, part)
                if files.find(path) is not None:
                    following.append(path)
                continue
            node = files.find(folder or ".")
            if node is None or not node.is_folder:
                continue
            names = files.names_in(folder or ".")
            following += [posixpath.join(folder, name) for name in names if matches_pattern(part, name, match_flags)]
        found = following
    result = []
    for path in found:
        node = files.find(path)
        is_folder = node is not None and node.is_folder
        if path and (is_folder or not flags & GLOB_ONLYDIR):
            result.append(path + "/" if is_folder and flags & GLOB_MARK and not path.endswith("/") else path)
    return result


CLASSES = (Directory,)
