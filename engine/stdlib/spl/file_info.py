"""SplFileInfo: a file's name, and questions about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Callable, Literal, Optional

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, Resource, Untyped
from engine.runtime.classes import PhpClass, instantiate
from engine.runtime.context import ctx
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.objects import PhpObject
from engine.runtime.stream_contexts import context_or_default
from engine.runtime.virtual_files import Node, virtual_files
from engine.stdlib.core.class_names import named_class
from engine.stdlib.filesystem.files import size_of
from engine.stdlib.filesystem.paths import basename, dirname
from engine.stdlib.spl.object_state import members

if TYPE_CHECKING:
    from engine.runtime.arrays import PhpArray
    from engine.runtime.values import PhpString

EXTENSION = "SPL"


@php_class("SplFileInfo", interfaces=("Stringable",))
class SplFileInfo(PhpObject):
    """A high-level object oriented interface to information for an individual file."""

    # The path name; None until the constructor has run.
    _name: Optional[str] = None
    _path: Optional[str] = None
    _info_class: Any = None
    _file_class: Any = None

    @method(name="__construct")
    def construct(self, filename: PhpString) -> None:
        """Construct a new SplFileInfo object."""
        _refuse_nul("filename", filename)
        self._use(filename)

    def _use(self, name: str) -> None:
        name = name.rstrip("/") or name[:1]
        self._name = name
        self._path = name.rpartition("/")[0]

    def _pathname(self) -> str:
        if self._name is None:
            raise throw_error("Error", "Object not initialized")
        return self._name

    def _folder(self) -> str:
        return self._path or ""

    def _filename(self) -> str:
        name, path = self._pathname(), self._folder()
        return name[len(path) + 1 :] if path and len(path) < len(name) else name

    def _of_node(self, ask: Callable[[Node], int]) -> int | Literal[False]:
        """What `ask` says of the file; false where the object has no name, an exception where there is no file."""
        name = self._pathname()
        if not name:
            return False
        node = virtual_files().find(name)
        if node is None:
            raise throw_error("RuntimeException", f"{current_builtin_name()}(): stat failed for {name}")
        return ask(node)

    def _found(self) -> Optional[Node]:
        name = self._pathname()
        return virtual_files().find(name) if name else None

    @method(name="getPath")
    def get_path(self) -> PhpString:
        """Gets the path without filename."""
        return self._folder()

    @method(name="getFilename")
    def get_filename(self) -> PhpString:
        """Gets the filename."""
        return self._filename()

    @method(name="getExtension")
    def get_extension(self) -> PhpString:
        """Gets the file extension."""
        return _extension(self._filename())

    @method(name="getBasename")
    def get_basename(self, suffix: PhpString = "") -> PhpString:
        """Gets the base name of the file."""
        return basename(self._filename(), suffix)

    @method(name="getPathname")
    def get_pathname(self) -> PhpString:
        """Gets the path to the file."""
        return "" if self._name is None else self._pathname()

    @method(name="getPerms", effect="volatile")
    def get_perms(self) -> int | Literal[False]:
        """Gets file permissions."""
        return self._of_node(lambda node: node.mode)

    @method(name="getInode")
    def get_inode(self) -> int | Literal[False]:
        """Gets the inode for the file."""
        return self._of_node(lambda node: node.inode)

    @method(name="getSize")
    def get_size(self) -> int | Literal[False]:
        """Gets file size."""
        return self._of_node(size_of)

    @method(name="getOwner")
    def get_owner(self) -> int | Literal[False]:
        """Gets the owner of the file."""
        return self._of_node(lambda _node: 0)

    @method(name="getGroup")
    def get_group(self) -> int | Literal[False]:
        """Gets the file group."""
        return self._of_node(lambda _node: 0)

    @method(name="getATime", effect="volatile")
    def get_atime(self) -> int | Literal[False]:
        """Gets last access time of the file."""
        return self._of_node(lambda node: node.accessed)

    @method(name="getMTime", effect="volatile")
    def get_mtime(self) -> int | Literal[False]:
        """Gets the last modified time."""
        return self._of_node(lambda node: node.modified)

    @method(name="getCTime", effect="volatile")
    def get_ctime(self) -> int | Literal[False]:
        """Gets the inode change time."""
        return self._of_node(lambda node: node.modified)

    @method(name="getType")
    def get_type(self) -> PhpString | Literal[False]:
        """Gets file type."""
        node = self._found()
        if not self._pathname():
            return False
        if node is None:
            raise throw_error("RuntimeException", f"{current_builtin_name()}(): Lstat failed for {self._pathname()}")
        return "dir" if node.is_folder else "file"

    @method(name="isWritable")
    def is_writable(self) -> bool:
        """Tells if the entry is writable."""
        node = self._found()
        return node is not None and node.is_writable

    @method(name="isReadable")
    def is_readable(self) -> bool:
        """Tells if file is readable."""
        return self._found() is not None

    @method(name="isExecutable")
    def is_executable(self) -> bool:
        """Tells if the file is executable."""
        node = self._found()
        return node is not None and bool(node.mode & 0o111)

    @method(name="isFile")
    def is_file(self) -> bool:
        """Tells if the object references a regular file."""
        node = self._found()
        return node is not None and not node.is_folder

    @method(name="isDir")
    def is_dir(self) -> bool:
        """Tells if the file is a directory."""
        node = self._found()
        return node is not None and node.is_folder

    @method(name="isLink")
    def is_link(self) -> bool:
        """Tells if the file is a link."""
        self._pathname()
        return False

    @method(name="getLinkTarget")
    def get_link_target(self) -> PhpString | Literal[False]:
        """Gets the target of a link."""
        name = self._pathname()
        if not name:
            raise throw_error("RuntimeException", "Empty filename, cannot get link target")
        reason = "No such file or directory" if self._found() is None else "Invalid argument"
        raise throw_error("RuntimeException", f"Unable to read link {name}, error: {reason}")

    @method(name="getRealPath")
    def get_real_path(self) -> PhpString | Literal[False]:
        """Gets absolute path to file."""
        name = self._name or ""
        files = virtual_files()
        if not name:
            return files.current_folder
        return files.resolve(name) if files.find(name) is not None else False

    @method(name="getFileInfo", shown_types={"class": "?string"})
    def get_file_info(self, class_: Untyped = None) -> Annotated[PhpObject, "SplFileInfo"]:
        """Gets an SplFileInfo object for the file."""
        made = self._make_info(self._pathname(), self._chosen(class_))
        made._path = self._folder()
        return made  # type: ignore[no-any-return]

    @method(name="getPathInfo", shown_types={"class": "?string"})
    def get_path_info(self, class_: Untyped = None) -> Annotated[PhpObject, "SplFileInfo"] | None:
        """Gets an SplFileInfo object for the path."""
        if class_ is not None:
            named_class("class", class_, or_null=True)
        owner = self._chosen(class_)
        name = self._pathname()
        return self._make_info(dirname(name), owner) if name else None

    def _chosen(self, given: Any) -> Any:
        """The class for SplFileInfo objects."""
        if given is None:
            return self._info_class or ctx.library.find_class("splfileinfo")
        return named_class("class", given, "SplFileInfo", or_null=True)

    def _make_info(self, name: str, owner: PhpClass) -> Any:
        constructor = owner.constructor
        if constructor is not None and not constructor.declaring.is_internal:
            return owner.make(name)
        made = instantiate(owner)
        made._use(name)
        return made

    @method(name="openFile")
    def open_file(
        self, mode: PhpString = "r", useIncludePath: bool = False, context: Resource | None = None
    ) -> Annotated[PhpObject, "SplFileObject"]:
        """Gets an SplFileObject object for the file."""
        context_or_default(context)  # type: ignore[arg-type]
        owner = self._file_class or ctx.library.find_class("splfileobject")
        if not owner.constructor.declaring.is_internal:
            return owner.make(self._pathname(), mode, useIncludePath, context)  # type: ignore[no-any-return]
        made = instantiate(owner)
        made._begin(self._pathname(), mode, use_include_path=useIncludePath)
        made._path = self._folder()
        return made

    @method(name="setFileClass", shown_types={"class": "string"})
    def set_file_class(self, class_: Untyped = "SplFileObject") -> None:
        """Sets the class used with SplFileInfo::openFile()."""
        self._file_class = named_class("class", class_, "SplFileObject")

    @method(name="setInfoClass", shown_types={"class": "string"})
    def set_info_class(self, class_: Untyped = "SplFileInfo") -> None:
        """Sets the class used with SplFileInfo::getFileInfo() and SplFileInfo::getPathInfo()."""
        self._info_class = named_class("class", class_, "SplFileInfo")

    @method(name="__toString")
    def to_string(self) -> PhpString:
        """Returns the path to the file as a string."""
        return self._name or ""

    @method(name="__debugInfo")
    def debug_info(self) -> PhpArray:
        """Returns the properties and the names."""
        result = members(self)
        self._describe(result)
        return result

    def _describe(self, result: PhpArray) -> None:
        result.set("\0SplFileInfo\0pathName", self._name or "")
        if self._name is not None:
            result.set("\0SplFileInfo\0fileName", self._filename())

    @method(name="_bad_state_ex", final=True, deprecated="8.2")
    def bad_state_ex(self) -> None:
        """Throws: the parent's constructor was not called."""
        raise throw_error("Error", "The parent constructor was not called: the object is in an invalid state")


def _extension(name: str) -> str:
    _stem, dot, extension = basename(name).rpartition(".")
    return extension if dot else ""


def _refuse_nul(parameter: str, name: str) -> None:
    if "\0" in name:
        raise BadArgumentError(parameter, "must not contain any null bytes")


CLASSES = (SplFileInfo,)
