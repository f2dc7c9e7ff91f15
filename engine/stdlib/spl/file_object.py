"""SplFileObject and SplTempFileObject: a file, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Literal, Optional

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, PhpConst, Resource
from engine.runtime.arrays import PhpArray
from engine.runtime.context import E_DEPRECATED, ctx
from engine.runtime.conversions import type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.streams import OpenError, Stream, open_stream
from engine.runtime.values import MISSING, PhpString, Value
from engine.runtime.virtual_files import FileError, virtual_files
from engine.stdlib.filesystem import streams
from engine.stdlib.filesystem.streams import SEEK_SET
from engine.stdlib.spl.file_info import SplFileInfo
from engine.stdlib.spl.object_state import is_overridden
from engine.stdlib.strings.csv import parse_csv_record

if TYPE_CHECKING:
    from engine.runtime.references import Ref

EXTENSION = "SPL"

_CSV_DEFAULTS = {"separator": ",", "enclosure": '"', "escape": "\\"}

_DROP_NEW_LINE = 1
_READ_AHEAD = 2
_SKIP_EMPTY = 4
_READ_CSV = 8
_FLAGS = 15


@php_class("SplFileObject", parent="SplFileInfo", interfaces=("RecursiveIterator", "SeekableIterator"), last="""
    fread fgetcsv fputcsv setCsvControl getCsvControl flock fflush ftell fseek fgetc fpassthru fscanf fwrite fstat
    ftruncate current key next setFlags getFlags setMaxLineLen getMaxLineLen hasChildren getChildren seek
    getCurrentLine __toString
    """)  # fmt: skip
class SplFileObject(SplFileInfo):
    """An object-oriented interface for a file."""

    DROP_NEW_LINE: PhpConst[int] = 1
    READ_AHEAD: PhpConst[int] = 2
    SKIP_EMPTY: PhpConst[int] = 4
    READ_CSV: PhpConst[int] = 8

    _stream: Any = None
    _mode = "r"
    _flags = 0
    _line: Optional[str] = None
    _row: Optional[PhpArray] = None
    _number = 0
    _length_max = 0
    _csv = (",", '"', "\\")
    _is_escape_default = True

    @method(name="__construct")
    def construct(
        self, filename: PhpString, mode: PhpString = "r", useIncludePath: bool = False,
        context: Resource | None = None,
    ) -> None:  # fmt: skip
        """Construct a new file object."""
        if "\0" in filename:
            raise BadArgumentError("filename", "must not contain any null bytes")
        self._begin(filename, mode, use_include_path=useIncludePath)
        folder, slash, _rest = filename.rstrip("/").rpartition("/")
        self._path = folder if slash else ""

    def _begin(self, name: str, mode: str, *, use_include_path: bool = False) -> None:
        if self._stream is not None:
            raise throw_error("Error", "Cannot call constructor twice")
        node = virtual_files().find(name) if name else None
        if node is not None and node.is_folder:
            raise throw_error("LogicException", "Cannot use SplFileObject with directories")
        if not name:
            raise throw_error("ValueError", "Path must not be empty")
        try:
            self._stream = open_stream(name, mode, use_include_path=use_include_path)
        except OpenError as error:
            where = current_builtin_name()
            raise throw_error("RuntimeException", f"{where}({name}): Failed to open stream: {error.reason}") from None
        self._mode = mode
        self._name = name[:-1] if len(name) > 1 and name.endswith("/") else name

    def _file(self) -> Stream:
        if self._stream is None:
            raise throw_error("Error", "Object not initialized")
        return self._stream  # type: ignore[no-any-return]

    def clone_native(self, made: Any) -> None:
        """Refuse: an open file cannot be had twice."""
        raise throw_error("Error", f"Trying to clone an uncloneable object of class {self.php_class.name}")

    def _describe(self, result: PhpArray) -> None:
        super()._describe(result)
        if self._stream is not None:
            result.set("\0SplFileObject\0openMode", self._mode)
            result.set("\0SplFileObject\0delimiter", self._csv[0])
            result.set("\0SplFileObject\0enclosure", self._csv[1])

    # ------------------------------------------------------------ lines

    def _at_end(self) -> bool:
        stream = self._file()
        return stream.is_at_end and not stream.available()

    def _forget(self) -> None:
        self._line = None
        self._row = None

    def _cannot_read(self) -> Exception:
        return throw_error("RuntimeException", f"Cannot read from file {self._pathname()}")

    def _read(self, *, silent: bool, add: int, csv: bool) -> bool:
        """Read a line; False at the end."""
        self._forget()
        if self._at_end():
            if not silent:
                raise self._cannot_read()
            return False
        line = self._file().read_line(self._length_max or None) or ""
        if not csv and self._flags & _DROP_NEW_LINE and line.endswith("\n"):
            line = line[:-1]
            line = line.removesuffix("\r")
        self._line = line
        self._number += add
        return True

    def _read_counted(self, *, silent: bool, csv: bool) -> bool:
        return self._read(silent=silent, add=0 if self._line is None else 1, csv=csv)

    def _is_empty(self) -> bool:
        line = self._line
        if not line:
            return True
        both = _READ_CSV | _DROP_NEW_LINE
        return self._flags & both == both and line in ("\n", "\r\n")

    def _read_row(self, separator: str, enclosure: str, escape: str, *, silent: bool) -> bool:
        while True:
            if not self._read_counted(silent=silent, csv=True):
                return False
            if not (self._is_empty() and self._flags & _SKIP_EMPTY):
                break
        fields = parse_csv_record(self._line or "", separator, enclosure, escape, self._file().read_line)
        values: List[Any] = [None] if fields is None else list(fields)
        self._row = PhpArray(values)
        return True

    def _read_one(self, *, silent: bool) -> bool:
        if self._flags & _READ_CSV:
            return self._read_row(*self._csv, silent=silent)
        if not is_overridden(self, "getcurrentline"):
            return self._read_counted(silent=silent, csv=False)
        had_line = self._line is not None or self._row is not None
        if self._at_end():
            self._forget()
            if not silent:
                raise self._cannot_read()
            return False
        text = self.php_class.methods["getcurrentline"].function(self)
        if type(text) is not str:
            name, given = self.php_class.name, type_for_error(text)
            raise throw_error(
                "TypeError", f"{name}::getCurrentLine(): Return value must be of type string, {given} returned"
            )
        if had_line:
            self._number += 1
        self._forget()
        self._line = text
        return True

    def _read_line(self, *, silent: bool) -> bool:
        found = self._read_one(silent=silent)
        while found and self._flags & _SKIP_EMPTY and self._is_empty():
            self._forget()
            found = self._read_one(silent=silent)
        return found

    def _start_over(self) -> None:
        stream = self._file()
        if not stream.is_seekable or not stream.seek(0, 0):
            raise throw_error("RuntimeException", f"Cannot rewind file {self._pathname()}")
        self._forget()
        self._number = 0
        if self._flags & _READ_AHEAD:
            self._read_line(silent=True)

    # ------------------------------------------------------------ iterating

    @method
    def rewind(self) -> None:
        """Rewind the file to the first line."""
        self._start_over()

    @method
    def eof(self) -> bool:
        """Reached end of file."""
        return self._at_end()

    @method
    def valid(self) -> bool:
        """Not at EOF."""
        if self._flags & _READ_AHEAD:
            return self._line is not None or self._row is not None
        return self._stream is not None and not self._at_end()

    @method
    def fgets(self) -> PhpString:
        """Gets line from file."""
        self._file()
        self._read(silent=False, add=1, csv=False)
        return self._line or ""

    @method(name="getCurrentLine")
    def get_current_line(self) -> PhpString:
        """Alias of SplFileObject::fgets()."""
        self._file()
        self._read(silent=False, add=1, csv=False)
        return self._line or ""

    @method
    def current(self) -> PhpString | PhpArray | Literal[False]:
        """Retrieve current line of file."""
        self._file()
        if self._line is None and self._row is None:
            self._read_line(silent=True)
        if self._line is not None and (not self._flags & _READ_CSV or self._row is None):
            return self._line
        return False if self._row is None else self._row.share()

    @method
    def key(self) -> int:
        """Get line number."""
        return self._number

    @method
    def next(self) -> None:
        """Read next line."""
        self._file()
        self._forget()
        if self._flags & _READ_AHEAD:
            self._read_line(silent=True)
        self._number += 1

    @method
    def seek(self, line: int) -> None:
        """Seek to specified line."""
        self._file()
        if line < 0:
            raise BadArgumentError("line", "must be greater than or equal to 0")
        self._start_over()
        for _number in range(line):
            if not self._read_line(silent=True):
                return
        if line > 0 and not self._flags & _READ_AHEAD:
            self._number += 1
            self._forget()

    @method(name="hasChildren")
    def has_children(self) -> Literal[False]:
        """A file has no children."""
        return False

    @method(name="getChildren")
    def get_children(self) -> Literal[None]:  # noqa: PYI061 - `None` is PHP's `void`
        """A file has no children."""

    @method(name="setFlags")
    def set_flags(self, flags: int) -> None:
        """Sets flags for the SplFileObject."""
        self._flags = flags

    @method(name="getFlags")
    def get_flags(self) -> int:
        """Gets flags for the SplFileObject."""
        return self._flags & _FLAGS

    @method(name="setMaxLineLen")
    def set_max_line_len(self, maxLength: int) -> None:
        """Set maximum line length."""
        if maxLength < 0:
            raise BadArgumentError("maxLength", "must be greater than or equal to 0")
        self._length_max = maxLength

    @method(name="getMaxLineLen")
    def get_max_line_len(self) -> int:
        """Get maximum line length."""
        return self._length_max

    @method(name="__toString")
    def to_string(self) -> PhpString:
        """Returns the current line, read unless it was."""
        self._file()
        if self._line is None:
            self._read_line(silent=False)
        return self._line or ""

    # ------------------------------------------------------------ csv

    def _controls(self, separator: Any, enclosure: Any, escape: Any) -> Any:
        defaults = self._csv
        separator = defaults[0] if separator is MISSING else separator
        enclosure = defaults[1] if enclosure is MISSING else enclosure
        for name, text in (("separator", separator), ("enclosure", enclosure)):
            if len(text) != 1:
                raise BadArgumentError(name, "must be a single character")
        if escape is MISSING:
            if self._is_escape_default:
                ctx.function_warning(
                    "the $escape parameter must be provided, as its default value will change, either explicitly or via"
                    " SplFileObject::setCsvControl()", E_DEPRECATED,
                )  # fmt: skip
            escape = defaults[2]
        if len(escape) > 1:
            raise BadArgumentError("escape", "must be empty or a single character")
        return separator, enclosure, escape

    @method(shown=_CSV_DEFAULTS)
    def fgetcsv(
        self,
        separator: PhpString = MISSING,
        enclosure: PhpString = MISSING,
        escape: PhpString = MISSING,
    ) -> PhpArray | Literal[False]:
        """Gets line from file and parse as CSV fields."""
        self._file()
        controls = self._controls(separator, enclosure, escape)
        if not self._read_row(*controls, silent=True):
            return False
        assert self._row is not None
        return self._row.share()

    @method(shown=_CSV_DEFAULTS)
    def fputcsv(
        self,
        fields: PhpArray,
        separator: PhpString = MISSING,
        enclosure: PhpString = MISSING,
        escape: PhpString = MISSING,
        eol: PhpString = "\n",
    ) -> int | Literal[False]:
        """Write a field array as a CSV line."""
        stream: Any = self._file()
        controls = self._controls(separator, enclosure, escape)
        return streams.fputcsv(stream, fields, *controls, eol)  # type: ignore[call-arg]

    @method(name="setCsvControl", shown={"escape": "\\"})
    def set_csv_control(
        self,
        separator: PhpString = ",",
        enclosure: PhpString = '"',
        escape: PhpString = MISSING,
    ) -> None:
        """Set the delimiter, enclosure and escape character for CSV."""
        for name, text in (("separator", separator), ("enclosure", enclosure)):
            if len(text) != 1:
                raise BadArgumentError(name, "must be a single character")
        if escape is MISSING:
            ctx.function_warning(
                "the $escape parameter must be provided as its default value will change", E_DEPRECATED
            )
            escape = "\\"
        else:
            self._is_escape_default = False
        if len(escape) > 1:
            raise BadArgumentError("escape", "must be empty or a single character")
        self._csv = (separator, enclosure, escape)

    @method(name="getCsvControl")
    def get_csv_control(self) -> PhpArray:
        """Get the delimiter, enclosure and escape character for CSV."""
        return PhpArray(list(self._csv))

    # ------------------------------------------------------------ as the functions on streams

    @method
    def fread(self, length: int) -> PhpString | Literal[False]:
        """Read from file."""
        stream: Any = self._file()
        if length < 1:
            raise BadArgumentError("length", "must be greater than 0")
        return streams.fread(stream, length)

    @method
    def flock(self, operation: int, wouldBlock: Ref | None = None) -> bool:
        """Portable file locking."""
        stream: Any = self._file()
        return streams.flock(stream, operation, wouldBlock)

    @method
    def fflush(self) -> bool:
        """Flushes the output to the file."""
        self._file()
        return True

    @method
    def ftell(self) -> int | Literal[False]:
        """Return current file position."""
        return self._file().position

    @method
    def fseek(self, offset: int, whence: int = SEEK_SET) -> int:
        """Seek to a position."""
        stream: Any = self._file()
        self._forget()
        return streams.fseek(stream, offset, whence)

    @method
    def fgetc(self) -> PhpString | Literal[False]:
        """Gets character from file."""
        stream = self._file()
        self._forget()
        letter = stream.read(1) if stream.can_read() else ""
        if letter == "\n":
            self._number += 1
        return letter or False

    @method
    def fpassthru(self) -> int:
        """Output all remaining data on a file pointer."""
        stream: Any = self._file()
        return streams.fpassthru(stream)

    @method
    def fscanf(self, format_: PhpString, *vars_: Ref[Value]) -> PhpArray | int | None:
        """Parses input from file according to a format."""
        from engine.stdlib.strings.scanning import scan_text

        self._file()
        self._number += 1
        if not self._read(silent=False, add=0, csv=False):
            return None
        return scan_text(self._line or "", format_, vars_)

    @method(shown={"length": 0})
    def fwrite(self, data: PhpString, length: int = MISSING) -> int | Literal[False]:
        """Write to file."""
        stream: Any = self._file()
        if length is not MISSING:
            if length < 0:
                return 0
            data = data[:length]
        return streams.fwrite(stream, data, None)

    @method
    def fstat(self) -> PhpArray:
        """Gets information about the file."""
        stream: Any = self._file()
        found: Any = streams.fstat(stream)
        return found  # type: ignore[no-any-return]

    @method
    def ftruncate(self, size: int) -> bool:
        """Truncates the file to a given length."""
        stream = self._file()
        if size < 0:
            raise BadArgumentError("size", "must be greater than or equal to 0")
        if stream.node is None:
            raise throw_error("LogicException", f"Can't truncate file {self._pathname()}")
        if not stream.is_writable:
            return False
        try:
            return stream.truncate(size)
        except FileError:
            return False


@php_class("SplTempFileObject", parent="SplFileObject")
class SplTempFileObject(SplFileObject):
    """An object-oriented interface for a temporary file."""

    @method(name="__construct")
    def construct(self, maxMemory: int = 2097152) -> None:  # type: ignore[override]
        """Construct a new temporary file object."""
        if maxMemory < 0:
            name = "php://memory"
        elif maxMemory == 2097152:
            name = "php://temp"
        else:
            name = f"php://temp/maxmemory:{maxMemory}"
        self._begin(name, "wb")
        self._path = ""


CLASSES = (SplFileObject, SplTempFileObject)
