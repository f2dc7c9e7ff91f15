"""DirectoryIterator and its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, List

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, PhpConst
from engine.runtime.context import ctx
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.virtual_files import FileError, virtual_files
from engine.stdlib.filesystem.directories import glob
from engine.stdlib.filesystem.paths import basename
from engine.stdlib.spl.file_info import SplFileInfo

if TYPE_CHECKING:
    from engine.runtime.arrays import PhpArray
    from engine.runtime.objects import PhpObject
    from engine.runtime.values import PhpString, Value

EXTENSION = "SPL"

_AS_SELF = 0x10
_AS_PATHNAME = 0x20
_CURRENT_MASK = 0xF0
_KEY_AS_FILENAME = 0x100
_KEY_MASK = 0xF00
_SKIP_DOTS = 0x1000
_OTHERS = 0x7000


@php_class("DirectoryIterator", parent="SplFileInfo", interfaces=("SeekableIterator",))
class DirectoryIterator(SplFileInfo):
    """A simple interface for viewing the contents of filesystem directories."""

    _names: Any = None
    _index = 0
    _flags = 0
    _sub_path = ""
    _glob = False

    @method(name="__construct")
    def construct(self, directory: PhpString) -> None:
        """Constructs a new directory iterator from a path."""
        self._open(directory, 0)

    def _open(self, folder: str, flags: int) -> None:
        if not folder:
            raise BadArgumentError("directory", "must not be empty")
        if "\0" in folder:
            raise BadArgumentError("directory", "must not contain any null bytes")
        if self._names is not None:
            raise throw_error("Error", "Directory object is already initialized")
        if folder.startswith("glob://"):
            self._open_pattern(folder[7:], flags)
            return
        try:
            names = virtual_files().names_in(folder)
        except FileError as error:
            where = current_builtin_name()
            raise throw_error(
                "UnexpectedValueException", f"{where}({folder}): Failed to open directory: {error.reason}"
            ) from None
        self._names = [".", "..", *names]
        self._flags = flags
        self._path = folder.rstrip("/") if len(folder) > 1 else folder
        self._skip_dots()

    def _open_pattern(self, pattern: str, flags: int) -> None:
        found: Any = glob(pattern)
        paths: List[str] = found.values()
        self._names = [basename(path) for path in paths]
        self._flags = flags
        self._path = pattern.rpartition("/")[0]
        self._glob = True

    def _list(self) -> List[str]:
        if self._names is None:
            raise throw_error("Error", "Object not initialized")
        return self._names  # type: ignore[no-any-return]

    def _entry(self) -> str:
        names = self._list()
        return names[self._index] if self._index < len(names) else ""

    def _pathname(self) -> str:
        entry = self._entry()
        if not entry:
            return ""
        folder = self._folder()
        return f"{folder}/{entry}" if folder else entry

    def _filename(self) -> str:
        return self._entry()

    def _skip_dots(self) -> None:
        while self._flags & _SKIP_DOTS and self._entry() in (".", ".."):
            self._index += 1

    def _describe(self, result: PhpArray) -> None:
        result.set("\0SplFileInfo\0pathName", self._pathname() if self._names is not None else "")
        if self._names is not None and self._entry():
            result.set("\0SplFileInfo\0fileName", self._entry())
        result.set("\0DirectoryIterator\0glob", self._path if self._glob else False)
        result.set("\0RecursiveDirectoryIterator\0subPathName", self._sub_path)

    @method(name="getFilename")
    def get_filename(self) -> PhpString:
        """Return file name of current DirectoryIterator item."""
        return self._entry()

    # PHP declares these anew.
    get_extension = SplFileInfo.get_extension
    get_basename = SplFileInfo.get_basename

    @method(name="isDot")
    def is_dot(self) -> bool:
        """Determine if current DirectoryIterator item is '.' or '..'."""
        return self._entry() in (".", "..")

    @method
    def rewind(self) -> None:
        """Rewind the DirectoryIterator back to the start."""
        self._list()
        self._index = 0
        self._skip_dots()

    @method
    def valid(self) -> bool:
        """Check whether current DirectoryIterator position is a valid file."""
        return self._entry() != ""

    @method
    def key(self) -> Value:
        """Return the key for the current DirectoryIterator item."""
        self._list()
        return self._index

    @method
    def current(self) -> Value:
        """Return the current DirectoryIterator item."""
        self._list()
        return self

    @method
    def next(self) -> None:
        """Move forward to next DirectoryIterator item."""
        self._list()
        self._index += 1
        self._skip_dots()

    @method
    def seek(self, offset: int) -> None:
        """Seek to a DirectoryIterator item."""
        names = self._list()
        if offset >= len(names):
            self._index = len(names)
            raise throw_error("OutOfBoundsException", f"Seek position {offset} is out of range")
        self._index = max(offset, 0)

    @method(name="__toString")
    def to_string(self) -> PhpString:
        """Get file name as a string."""
        return self._entry()


@php_class("FilesystemIterator", parent="DirectoryIterator")
class FilesystemIterator(DirectoryIterator):
    """The Filesystem iterator."""

    CURRENT_MODE_MASK: PhpConst[int] = 240
    CURRENT_AS_PATHNAME: PhpConst[int] = 32
    CURRENT_AS_FILEINFO: PhpConst[int] = 0
    CURRENT_AS_SELF: PhpConst[int] = 16
    KEY_MODE_MASK: PhpConst[int] = 3840
    KEY_AS_PATHNAME: PhpConst[int] = 0
    FOLLOW_SYMLINKS: PhpConst[int] = 16384
    KEY_AS_FILENAME: PhpConst[int] = 256
    NEW_CURRENT_AND_KEY: PhpConst[int] = 256
    OTHER_MODE_MASK: PhpConst[int] = 28672
    SKIP_DOTS: PhpConst[int] = 4096
    UNIX_PATHS: PhpConst[int] = 8192

    @method(name="__construct")
    def construct(self, directory: PhpString, flags: int = 4096) -> None:
        """Constructs a new filesystem iterator."""
        self._open(directory, flags | _SKIP_DOTS)
        self._flags = flags | (self._flags & _SKIP_DOTS)

    @method
    def rewind(self) -> None:
        """Rewinds back to the beginning."""
        self._list()
        self._index = 0
        self._skip_dots()

    @method
    def key(self) -> PhpString:
        """Retrieve the key for the current file."""
        return self._entry() if self._flags & _KEY_MASK == _KEY_AS_FILENAME else self._pathname()

    @method
    def current(self) -> PhpString | Annotated[PhpObject, "SplFileInfo"] | Annotated[PhpObject, "FilesystemIterator"]:
        """The current file."""
        mode = self._flags & _CURRENT_MASK
        if mode == _AS_PATHNAME:
            return self._pathname()
        if mode == _AS_SELF:
            return self
        owner = self._info_class or ctx.library.find_class("splfileinfo")
        return self._make_info(self._pathname(), owner)  # type: ignore[no-any-return]

    @method(name="getFlags")
    def get_flags(self) -> int:
        """Get the handling flags."""
        return self._flags & (_CURRENT_MASK | _KEY_MASK | _OTHERS)

    @method(name="setFlags")
    def set_flags(self, flags: int) -> None:
        """Sets handling flags."""
        mask = _CURRENT_MASK | _KEY_MASK | _OTHERS
        self._flags = (self._flags & ~mask) | (flags & mask)


@php_class("RecursiveDirectoryIterator", parent="FilesystemIterator", interfaces=("RecursiveIterator",))
class RecursiveDirectoryIterator(FilesystemIterator):
    """Provides an interface for iterating recursively over filesystem directories."""

    @method(name="__construct")
    def construct(self, directory: PhpString, flags: int = 0) -> None:
        """Constructs a RecursiveDirectoryIterator."""
        self._open(directory, flags)

    @method(name="hasChildren")
    def has_children(self, allowLinks: bool = False) -> bool:
        """Returns whether current entry is a directory and not '.' or '..'."""
        if self._entry() in (".", "..", ""):
            return False
        node = virtual_files().find(self._pathname())
        return node is not None and node.is_folder

    @method(name="getChildren")
    def get_children(self) -> Annotated[PhpObject, "RecursiveDirectoryIterator"]:
        """Returns an iterator for the current entry if it is a directory."""
        made = self.php_class.make(self._pathname(), self._flags)
        made._sub_path = f"{self._sub_path}/{self._entry()}" if self._sub_path else self._entry()
        made._info_class, made._file_class = self._info_class, self._file_class
        return made  # type: ignore[no-any-return]

    @method(name="getSubPath")
    def get_sub_path(self) -> PhpString:
        """Get sub path."""
        return self._sub_path

    @method(name="getSubPathname")
    def get_sub_pathname(self) -> PhpString:
        """Get sub path and name."""
        return f"{self._sub_path}/{self._entry()}" if self._sub_path else self._entry()


@php_class("GlobIterator", parent="FilesystemIterator", interfaces=("Countable",))
class GlobIterator(FilesystemIterator):
    """Iterates through a file system in a similar fashion to glob()."""

    is_uncloneable = True

    @method(name="__construct")
    def construct(self, pattern: PhpString, flags: int = 0) -> None:
        """Construct a directory using glob."""
        if not pattern:
            raise BadArgumentError("pattern", "must not be empty")
        if self._names is not None:
            raise throw_error("Error", "Directory object is already initialized")
        self._open_pattern(pattern.removeprefix("glob://"), flags | _SKIP_DOTS)

    @method
    def count(self) -> int:
        """Get the number of directories and files."""
        return len(self._list())


CLASSES = (
    DirectoryIterator, FilesystemIterator, RecursiveDirectoryIterator, GlobIterator,
)  # fmt: skip
