"""Files: reading, writing and asking about them by name. The tree is in engine.runtime.virtual_files."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any, Dict, List, Literal, Optional

from engine.builtin.declare import BadArgumentError, Path, PhpConst, Resource, Untyped, contextual, volatile
from engine.runtime import entropy
from engine.runtime.arrays import PhpArray
from engine.runtime.context import E_NOTICE, ctx
from engine.runtime.conversions import is_resource, to_bool, to_int, to_string
from engine.runtime.deprecated_constants import DeprecatedConstant
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject
from engine.runtime.request_body import body_state
from engine.runtime.stream_contexts import context_or_default
from engine.runtime.streams import OpenError, Stream, memory_node, open_stream
from engine.runtime.user_streams import call_wrapper, wrapper_object
from engine.runtime.virtual_files import IS_FOLDER, FileError, Node, virtual_files

if TYPE_CHECKING:
    from engine.runtime.values import PhpString, Value

EXTENSION = "standard"

FILE_USE_INCLUDE_PATH: PhpConst[int] = 1
FILE_IGNORE_NEW_LINES: PhpConst[int] = 2
FILE_SKIP_EMPTY_LINES: PhpConst[int] = 4
FILE_APPEND: PhpConst[int] = 8
FILE_NO_DEFAULT_CONTEXT: PhpConst[int] = 16
FILE_TEXT: PhpConst[int] = DeprecatedConstant("FILE_TEXT", 0)  # type: ignore[assignment]
FILE_BINARY: PhpConst[int] = DeprecatedConstant("FILE_BINARY", 0)  # type: ignore[assignment]

_OWNER = 0
_BLOCK = 512
# Of the mode that a script's url_stat() gives: the bits that tell a folder.
_TYPE_BITS = 0o170000
_FOLDER_BITS = 0o040000
_STAT_QUIETLY = 2
_STAT_LINK = 1
# What PHP adds to every url_stat(): its own functions do not ask open_basedir again.
_STAT_ALWAYS = 4
_REPORT_ERRORS = 8
# What stream_metadata() is asked to change.
_TOUCH, _OWNER_NAME, _OWNER_NUMBER, _GROUP_NAME, _GROUP_NUMBER, _ACCESS = range(1, 7)
STAT_NAMES = "dev ino mode nlink uid gid rdev size atime mtime ctime blksize blocks".split()


# ---------------------------------------------------------------- whole files


@contextual
def file_get_contents(
    filename: Path, use_include_path: bool = False, context: Resource | None = None, offset: int = 0,
    length: int | None = None,
) -> PhpString | Literal[False]:  # fmt: skip
    """Reads entire file into a string."""
    if length is not None and length < 0:
        raise BadArgumentError("length", "must be greater than or equal to 0")
    stream = _open(filename, "rb", use_include_path=use_include_path, context=context)
    if stream is None:
        return False
    try:
        if stream.node is not None and stream.node.is_folder:
            ctx.function_warning("Read of 8192 bytes failed with errno=21 Is a directory", E_NOTICE)
            return ""
        if offset:
            if offset < 0:
                offset += stream.size()
            if offset < 0 or not stream.seek(offset, 0):
                ctx.function_warning(f"Failed to seek to position {offset} in the stream")
                return False
        available = stream.available()
        size = available if length is None else min(length, available)
        ctx.charge(size)
        return stream.read(size)
    finally:
        stream.close()


@contextual
def file_put_contents(
    filename: Path, data: Value, flags: int = 0, context: Resource | None = None
) -> int | Literal[False]:
    """Write data to a file."""
    if isinstance(data, PhpObject) and "__tostring" not in data.php_class.methods:
        return False
    mode = "ab" if flags & FILE_APPEND else "wb"
    stream = _open(filename, mode, use_include_path=bool(flags & FILE_USE_INCLUDE_PATH), context=context)
    if stream is None:
        return False
    try:
        if type(data) is PhpArray:
            return write_all(stream, "".join([to_string(value) for value in data.values()]))
        if is_resource(data):
            text = data.read(data.available())  # type: ignore[union-attr]
            return write_all(stream, text)
        return write_all(stream, to_string(data))
    finally:
        stream.close()


@contextual
def file(filename: Path, flags: int = 0, context: Resource | None = None) -> PhpArray | Literal[False]:
    """Reads entire file into an array."""
    if flags < 0 or flags > 31 or flags & FILE_APPEND:
        raise BadArgumentError("flags", "must be a valid flag value")
    stream = _open(filename, "rb", use_include_path=bool(flags & FILE_USE_INCLUDE_PATH), context=context)
    if stream is None:
        return False
    text = stream.read(stream.available())
    stream.close()
    lines: List[Any] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        stop = len(text) if end < 0 else end + 1
        line = text[start:stop]
        start = stop
        if flags & FILE_IGNORE_NEW_LINES:
            line = line.removesuffix("\n")
            line = line[:-1] if line.endswith("\r") and end >= 0 else line
            if flags & FILE_SKIP_EMPTY_LINES and not line:
                continue
        lines.append(line)
    return PhpArray(lines)


@contextual
def readfile(filename: Path, use_include_path: bool = False, context: Resource | None = None) -> int | Literal[False]:
    """Outputs a file."""
    stream = _open(filename, "rb", use_include_path=use_include_path, context=context)
    if stream is None:
        return False
    text = stream.read(stream.available())
    stream.close()
    ctx.echo(text)
    return len(text)


# ---------------------------------------------------------------- the tree


@contextual
def copy(from_: Path, to: Path, context: Resource | None = None) -> bool:
    """Copies file."""
    source_node = virtual_files().find(from_)
    if source_node is not None and source_node.is_folder:
        ctx.function_warning("The first argument to copy() function cannot be a directory")
        return False
    source = _open(from_, "rb", context=context)
    if source is None:
        return False
    text = source.read(source.available())
    source.close()
    target = _open(to, "wb", context=context)
    if target is None:
        return False
    write_all(target, text)
    target.close()
    return True


@contextual
def rename(from_: Path, to: Path, context: Resource | None = None) -> bool:
    """Renames a file or directory."""
    schemes = {scheme for scheme, separator, _rest in (name.partition("://") for name in (from_, to)) if separator}
    if "streams.wrappers" in ctx.states and schemes and not (len(schemes) == 1 and "://" in from_ and "://" in to):
        ctx.function_warning("Cannot rename a file across wrapper types")
        return False
    answer = _by_wrapper(from_, context, "rename", from_, to)
    if answer is not None:
        return answer
    try:
        virtual_files().rename(from_, to)
    except FileError as error:
        ctx.warning(f"rename({from_},{to}): {error.reason}")
        return False
    return True


@contextual
def unlink(filename: Path, context: Resource | None = None) -> bool:
    """Deletes a file."""
    answer = _by_wrapper(filename, context, "unlink", filename)
    if answer is not None:
        return answer
    try:
        virtual_files().remove(filename)
    except FileError as error:
        ctx.warning(f"unlink({filename}): {error.reason}")
        return False
    return True


@contextual
def mkdir(directory: Path, permissions: int = 0o777, recursive: bool = False, context: Resource | None = None) -> bool:
    """Makes directory."""
    answer = _by_wrapper(directory, context, "mkdir", directory, permissions, int(recursive) | _REPORT_ERRORS)
    if answer is not None:
        return answer
    try:
        virtual_files().make_folder(directory, permissions, recursive=recursive)
    except FileError as error:
        ctx.function_warning(error.reason)
        return False
    return True


@contextual
def rmdir(directory: Path, context: Resource | None = None) -> bool:
    """Removes directory."""
    answer = _by_wrapper(directory, context, "rmdir", directory, _REPORT_ERRORS)
    if answer is not None:
        return answer
    try:
        virtual_files().remove_folder(directory)
    except FileError as error:
        ctx.warning(f"rmdir({directory}): {error.reason}")
        return False
    return True


@volatile
def touch(filename: Path, mtime: int | None = None, atime: int | None = None) -> bool:
    """Sets access and modification time of file."""
    if mtime is None and atime is not None:
        raise BadArgumentError("mtime", "cannot be null when argument #3 ($atime) is an integer")
    times = PhpArray() if mtime is None else PhpArray([mtime, mtime if atime is None else atime])
    answer = _change_by_wrapper(filename, _TOUCH, times)
    if answer is not None:
        return answer
    files = virtual_files()
    node = files.find(filename)
    if node is None:
        try:
            node = files.create(filename)
        except FileError as error:
            ctx.function_warning(f"Unable to create file {filename} because {error.reason}")
            return False
    elif not node.is_writable:
        ctx.function_warning("Utime failed: Permission denied")
        return False
    import time

    node.modified = int(time.time()) if mtime is None else mtime
    node.accessed = node.modified if atime is None else atime
    return True


@volatile
def tempnam(directory: Path, prefix: Path) -> PhpString | Literal[False]:
    """Create file with unique file name."""
    files = virtual_files()
    folder = files.find(directory) if directory else None
    base = files.resolve(directory) if directory else "/tmp"
    if folder is None or not folder.is_folder or not folder.is_writable:
        if directory:
            ctx.function_warning("file created in the system's temporary directory", E_NOTICE)
        base = "/tmp"
    path = _free_name(base, basename_of(prefix)[:63])
    try:
        files.create(path).mode = 0o100600
    except FileError as error:
        ctx.function_warning(error.reason)
        return False
    return path


@contextual
def tmpfile() -> Untyped:
    """Creates a temporary file."""
    path = _free_name("/tmp", "php")
    return Stream(memory_node(), "r+b", path, ("plainfile", "STDIO"))


@contextual
def realpath(path: Path) -> PhpString | Literal[False]:
    """Returns canonicalized absolute pathname."""
    files = virtual_files()
    return files.resolve(path) if files.find(path or ".") is not None else False


@contextual
def chmod(filename: Path, permissions: int) -> bool:
    """Changes file mode."""
    answer = _change_by_wrapper(filename, _ACCESS, permissions)
    if answer is not None:
        return answer
    node = virtual_files().find(filename)
    if node is None or not node.is_writable:
        ctx.function_warning("No such file or directory" if node is None else "Operation not permitted")
        return False
    node.mode = (node.mode & ~0o7777) | (permissions & 0o7777)
    return True


@contextual
def umask(mask: int | None = None) -> int:
    """Changes the current umask."""
    held: Any = ctx.state("files.umask", lambda: [0o22])
    before: int = held[0]
    if mask is not None:
        held[0] = mask & 0o777
    return before


@contextual
def clearstatcache(clear_realpath_cache: bool = False, filename: Path = "") -> None:
    """Clears file status cache."""


@contextual
def realpath_cache_size() -> int:
    """Get realpath cache size."""
    return 0


@contextual
def realpath_cache_get() -> PhpArray:
    """Get realpath cache entries."""
    return PhpArray()


@contextual(aliases=("diskfreespace",))
def disk_free_space(directory: Path) -> float | Literal[False]:
    """Returns available space on filesystem or disk partition."""
    from engine.runtime.virtual_files import WRITTEN_BYTES_MAX

    return float(WRITTEN_BYTES_MAX - virtual_files().written)


@contextual
def disk_total_space(directory: Path) -> float | Literal[False]:
    """Returns the total size of a filesystem or disk partition."""
    from engine.runtime.virtual_files import WRITTEN_BYTES_MAX

    return float(WRITTEN_BYTES_MAX)


# ---------------------------------------------------------------- questions


@contextual
def file_exists(filename: PhpString) -> bool:
    """Checks whether a file or directory exists."""
    return _find(filename) is not None


@contextual
def is_file(filename: PhpString) -> bool:
    """Tells whether the filename is a regular file."""
    node = _find(filename)
    return node is not None and not node.is_folder


@contextual
def is_dir(filename: PhpString) -> bool:
    """Tells whether the filename is a directory."""
    node = _find(filename)
    return node is not None and node.is_folder


@contextual
def is_link(filename: PhpString) -> bool:
    """Tells whether the filename is a symbolic link."""
    return False


@contextual
def is_readable(filename: PhpString) -> bool:
    """Tells whether a file exists and is readable."""
    return _find(filename) is not None


@contextual(aliases=("is_writeable",))
def is_writable(filename: PhpString) -> bool:
    """Tells whether the filename is writable."""
    node = _find(filename)
    return node is not None and node.is_writable


@contextual
def is_executable(filename: PhpString) -> bool:
    """Tells whether the filename is executable."""
    node = _find(filename)
    return node is not None and bool(node.mode & 0o111)


@contextual
def is_uploaded_file(filename: Path) -> bool:
    """Tells whether the file was uploaded via HTTP POST."""
    return filename in body_state().uploaded


@contextual
def move_uploaded_file(from_: Path, to: Path) -> bool:
    """Moves an uploaded file to a new location."""
    uploaded = body_state().uploaded
    if from_ not in uploaded:
        return False
    try:
        virtual_files().rename(from_, to)
    except FileError:
        ctx.function_warning(f'Unable to move "{from_}" to "{to}"')
        return False
    uploaded.discard(from_)
    return True


@contextual
def filesize(filename: PhpString) -> int | Literal[False]:
    """Gets file size."""
    node = _stat(filename)
    return False if node is None else size_of(node)


@volatile
def filemtime(filename: PhpString) -> int | Literal[False]:
    """Gets file modification time."""
    node = _stat(filename)
    return False if node is None else node.modified


@volatile
def fileatime(filename: PhpString) -> int | Literal[False]:
    """Gets last access time of file."""
    node = _stat(filename)
    return False if node is None else node.accessed


@volatile
def filectime(filename: PhpString) -> int | Literal[False]:
    """Gets inode change time of file."""
    node = _stat(filename)
    return False if node is None else node.modified


@contextual
def fileinode(filename: PhpString) -> int | Literal[False]:
    """Gets file inode."""
    node = _stat(filename)
    return False if node is None else node.inode


@contextual
def fileowner(filename: PhpString) -> int | Literal[False]:
    """Gets file owner."""
    return False if _stat(filename) is None else _OWNER


@contextual
def filegroup(filename: PhpString) -> int | Literal[False]:
    """Gets file group."""
    return False if _stat(filename) is None else _OWNER


@contextual
def fileperms(filename: PhpString) -> int | Literal[False]:
    """Gets file permissions."""
    node = _stat(filename)
    return False if node is None else node.mode


@contextual
def filetype(filename: PhpString) -> PhpString | Literal[False]:
    """Gets file type."""
    node = _stat(filename, "Lstat")
    if node is None:
        return False
    return "dir" if node.is_folder else "file"


@volatile
def stat(filename: PhpString) -> PhpArray | Literal[False]:
    """Gives information about a file."""
    node = _stat(filename)
    return False if node is None else stat_array(node)


@volatile
def lstat(filename: PhpString) -> PhpArray | Literal[False]:
    """Gives information about a file or symbolic link."""
    node = _find(filename)
    if node is None:
        ctx.function_warning(f"Lstat failed for {filename}")
        return False
    return stat_array(node)


@contextual
def readlink(path: Path) -> PhpString | Literal[False]:
    """Returns the target of a symbolic link."""
    ctx.function_warning("No such file or directory" if _find(path) is None else "Invalid argument")
    return False


# ---------------------------------------------------------------- helpers


def _find(name: str, *, flags: int = _STAT_QUIETLY) -> Optional[Node]:
    if not name or "\0" in name:
        return None
    if "streams.wrappers" in ctx.states and "://" in name:
        return _find_by_wrapper(name, flags)
    if name[:7].lower() == "file://":
        name = name[7:]
    return virtual_files().find(name)


def _by_wrapper(name: str, context: Any, operation: str, *arguments: Any) -> Optional[bool]:
    """What a wrapper of the script's makes of an operation, or None where `name` has none."""
    if "streams.wrappers" not in ctx.states or "://" not in name:
        return None
    return _operate(wrapper_object(name, context_or_default(context)), operation, *arguments)


def _change_by_wrapper(name: str, option: int, value: Any) -> Optional[bool]:
    """What a wrapper of the script's makes of a new time, owner or mode; it is told of no context."""
    return _operate(wrapper_object(name), "stream_metadata", name, option, value)


def _operate(target: Any, operation: str, *arguments: Any) -> Optional[bool]:
    if target is None:
        return None
    answer = call_wrapper(target, operation, *arguments)
    if answer is NotImplemented:
        ctx.function_warning(f"{target.php_class.name}::{operation} is not implemented!")
        return False
    return to_bool(answer)


def _find_by_wrapper(name: str, flags: int) -> Optional[Node]:
    """A node with what the wrapper's url_stat() says."""
    target = wrapper_object(name)
    if target is None:
        return virtual_files().find(name[7:]) if name[:7].lower() == "file://" else None
    answer = call_wrapper(target, "url_stat", name, flags | _STAT_ALWAYS)
    return StatedNode(answer) if type(answer) is PhpArray else None


class StatedNode(Node):
    """What a wrapper of the script's says of a file: its numbers are all there is of it."""

    def __init__(self, answer: PhpArray) -> None:
        self.numbers = {name: to_int(answer.get(name, 0)) for name in STAT_NAMES}
        mode = self.numbers["mode"]
        is_folder = mode & _TYPE_BITS == _FOLDER_BITS
        super().__init__(None if is_folder else bytearray(), mode, self.numbers["ino"], is_writable=bool(mode & 0o222))
        self.modified, self.accessed = self.numbers["mtime"], self.numbers["atime"]


def _stat(name: str, operation: str = "stat") -> Optional[Node]:
    node = _find(name, flags=0)
    if node is None and name:
        ctx.function_warning("Filename contains null byte" if "\0" in name else f"{operation} failed for {name}")
    return node


def size_of(node: Node) -> int:
    """The size that stat() gives."""
    if isinstance(node, StatedNode):
        return node.numbers["size"]
    return 4096 if node.data is None else len(node.data)


def stat_array(node: Node) -> PhpArray:
    """What stat() returns."""
    size = size_of(node)
    values = node.numbers if isinstance(node, StatedNode) else {
        "dev": 1, "ino": node.inode, "mode": node.mode, "nlink": 1, "uid": _OWNER, "gid": _OWNER, "rdev": 0,
        "size": size, "atime": node.accessed, "mtime": node.modified, "ctime": node.modified, "blksize": 4096,
        "blocks": (size + _BLOCK - 1) // _BLOCK,
    }  # fmt: skip
    return _listed(values)


def memory_stat(node: Node, *, is_writable: bool) -> PhpArray:
    """What fstat() says of a stream in memory, which has neither times nor blocks."""
    mode = 0o100666 if is_writable else 0o100444
    unknown = {"rdev": -1, "size": size_of(node), "atime": 0, "mtime": 0, "ctime": 0, "blksize": -1, "blocks": -1}
    return _listed({"dev": 12, "ino": 0, "mode": mode, "nlink": 1, "uid": 0, "gid": 0, **unknown})


def _listed(values: Dict[str, int]) -> PhpArray:
    """The numbers by place, then by name."""
    result = PhpArray(list(values.values()))
    for name, value in values.items():
        result.set(name, value)
    return result


def _open(name: str, mode: str, *, use_include_path: bool = False, context: Any = None) -> Optional[Stream]:
    """Open a file for a function that takes its name, with PHP's warning where that fails."""
    context = context_or_default(context)
    if not name:
        raise throw_error("ValueError", "Path must not be empty")
    try:
        return open_stream(name, mode, use_include_path=use_include_path, context=context)
    except OpenError as error:
        if error.reason is not None:
            from engine.runtime.frames import current_builtin_name

            ctx.warning(f"{current_builtin_name()}({name}): Failed to open stream: {error.reason}")
        return None


def open_or_warn(name: str, mode: str, *, use_include_path: bool = False, context: Any = None) -> Optional[Stream]:
    """As fopen() does."""
    return _open(name, mode, use_include_path=use_include_path, context=context)


def write_all(stream: Stream, text: str) -> int | Literal[False]:
    """Write, with PHP's notice where that fails."""
    try:
        return stream.write(text)
    except FileError as error:
        number = 28 if error.reason != IS_FOLDER else 21
        ctx.function_warning(f"Write of {len(text)} bytes failed with errno={number} {error.reason}", E_NOTICE)
        return False


def append_to_file(name: str, text: str) -> bool:
    """error_log()'s destination 3."""
    stream = _open(name, "a")
    if stream is None:
        return False
    written = write_all(stream, text)
    stream.close()
    return written is not False


def _free_name(folder: str, prefix: str) -> str:
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    while True:
        chosen = [letters[byte % len(letters)] for byte in entropy.random_bytes(6)]
        path = posixpath.join(folder, prefix + "".join(chosen))
        if virtual_files().find(path) is None:
            return path


def basename_of(path: str) -> str:
    """The last part of a path."""
    return path.rstrip("/").rpartition("/")[2]
