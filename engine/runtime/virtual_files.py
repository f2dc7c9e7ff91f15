"""The files a script sees: its own, which it may only read, and what it writes below /tmp, which is gone with it.

Nothing here touches the machine's disk. Only `howdah run`, which trusts its script, gives a Request whose files are
those of the disk and, as `ctx.real_names`, what lists a folder of it.
"""

from __future__ import annotations

import posixpath
import time
from typing import Dict, List, Optional, Set

from engine.runtime.context import ctx

TEMPORARY_FOLDER = "/tmp"
# How much a script may write, and into how many files and folders.
WRITTEN_BYTES_MAX = 64 << 20
WRITTEN_FILES_MAX = 2000

NOT_FOUND = "No such file or directory"
EXISTS = "File exists"
IS_FOLDER = "Is a directory"
NOT_A_FOLDER = "Not a directory"
DENIED = "Permission denied"
NOT_EMPTY = "Directory not empty"
NO_SPACE = "No space left on device"
READ_ONLY = "Read-only file system"
ERROR_NUMBERS = {
    NOT_FOUND: 2, DENIED: 13, EXISTS: 17, NOT_A_FOLDER: 20, IS_FOLDER: 21, NO_SPACE: 28, READ_ONLY: 30, NOT_EMPTY: 39,
}  # fmt: skip

_FOLDER_MODE = 0o40755
_TEMPORARY_MODE = 0o41777
_FILE_MODE = 0o100644


class FileError(Exception):
    """What the system would answer: `reason` is its text for the error."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Node:
    """A file or folder. `data` is None for a folder."""

    __slots__ = ("accessed", "data", "inode", "is_writable", "mode", "modified")

    def __init__(self, data: Optional[bytearray], mode: int, inode: int, *, is_writable: bool) -> None:
        self.data = data
        self.mode = mode
        self.inode = inode
        self.is_writable = is_writable
        self.modified = self.accessed = int(time.time())

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return self.data is None


class VirtualFiles:
    """The tree of one execution."""

    def __init__(self) -> None:
        self.folder = ctx.request.folder
        self.current_folder = ctx.request.folder
        self.written = 0
        self.next_inode = 2
        self.own: Dict[str, Node] = {}
        # The names of the request's files, by what path they are at.
        self.own_names = {self.resolve_in(self.folder, name): name for name in ctx.request.files}
        self.nodes: Dict[str, Node] = {TEMPORARY_FOLDER: self._node(None, _TEMPORARY_MODE, is_writable=True)}
        self.own_folders = self._own_folders()

    def _node(self, data: Optional[bytearray], mode: int, *, is_writable: bool) -> Node:
        self.next_inode += 1
        return Node(data, mode, self.next_inode, is_writable=is_writable)

    def _own_paths(self) -> List[str]:
        paths = list(self.own_names)
        filename = ctx.request.filename
        if filename.startswith("/") and filename not in self.own_names:
            paths.append(filename)
        return paths

    def _own_folders(self) -> Set[str]:
        folders = {"/", posixpath.normpath(self.folder)}
        for path in [*self._own_paths(), posixpath.join(self.folder, "x")]:
            parent = posixpath.dirname(path)
            while parent not in folders or parent != "/":
                folders.add(parent)
                if parent in ("/", ""):
                    break
                parent = posixpath.dirname(parent)
        return folders

    # ------------------------------------------------------------ names

    @staticmethod
    def resolve_in(folder: str, name: str) -> str:
        """The absolute path of `name` as seen from `folder`."""
        path = posixpath.normpath(posixpath.join(folder, name))
        return path[1:] if path.startswith("//") else path

    def resolve(self, name: str) -> str:
        """The absolute path that `name` means to the script."""
        return self.resolve_in(self.current_folder, name)

    # ------------------------------------------------------------ looking

    def find(self, name: str) -> Optional[Node]:
        """The file or folder of this name, or None."""
        path = self.resolve(name)
        found = self.nodes.get(path) or self.own.get(path)
        if found is None:
            found = self._find_own(path)
        if found is not None and name.endswith("/") and not found.is_folder:
            return None
        return found

    def text(self, path: str) -> Optional[str]:
        """The contents of the file at this absolute path, or None."""
        node = self.nodes.get(path)
        if node is not None:
            return None if node.data is None else node.data.decode("latin-1")
        return self._own_text(path)

    def _own_text(self, path: str) -> Optional[str]:
        request = ctx.request
        name = self.own_names.get(path)
        if path == request.filename and (request.code or name is None):
            return request.code
        return request.files.get(path if name is None else name)

    def _find_own(self, path: str) -> Optional[Node]:
        text = self._own_text(path)
        if text is not None:
            node = self._node(bytearray(text.encode("latin-1")), _FILE_MODE, is_writable=False)
        elif path in self.own_folders or _real_names(path) is not None:
            node = self._node(None, _FOLDER_MODE, is_writable=False)
        else:
            return None
        self.own[path] = node
        return node

    def names_in(self, name: str) -> List[str]:
        """What is in a folder, sorted; raises FileError."""
        node = self.find(name)
        if node is None:
            raise FileError(NOT_FOUND)
        if not node.is_folder:
            raise FileError(NOT_A_FOLDER)
        path = self.resolve(name)
        prefix = path.rstrip("/") + "/"
        found = set(_real_names(path) or ())
        for candidate in [*self.nodes, *self._own_paths(), *self.own_folders]:
            if candidate.startswith(prefix) and candidate != path:
                found.add(candidate[len(prefix) :].partition("/")[0])
        return sorted(name for name in found if name)

    # ------------------------------------------------------------ writing

    def _parent(self, path: str) -> Node:
        parent = self.find(posixpath.dirname(path) or "/")
        if parent is None:
            raise FileError(NOT_FOUND)
        if not parent.is_folder:
            raise FileError(NOT_A_FOLDER)
        if not parent.is_writable:
            raise FileError(DENIED)
        return parent

    def create(self, name: str) -> Node:
        """A new empty file; raises FileError."""
        path = self.resolve(name)
        self._parent(path)
        if len(self.nodes) >= WRITTEN_FILES_MAX:
            raise FileError(NO_SPACE)
        node = self.nodes[path] = self._node(bytearray(), _FILE_MODE, is_writable=True)
        return node

    def reserve(self, size: int) -> None:
        """Account for `size` more bytes in files; raises FileError where they do not fit."""
        if size > 0:
            ctx.charge(self.written + size)
            if self.written + size > WRITTEN_BYTES_MAX:
                raise FileError(NO_SPACE)
        self.written = max(0, self.written + size)

    def remove(self, name: str) -> None:
        """Remove a file; raises FileError."""
        path = self.resolve(name)
        node = self.find(name)
        if node is None:
            raise FileError(NOT_FOUND)
        if node.is_folder:
            raise FileError(IS_FOLDER)
        self._parent(path)
        self.reserve(-len(node.data or b""))
        del self.nodes[path]

    def make_folder(self, name: str, mode: int, *, recursive: bool) -> None:
        """Make a folder; raises FileError."""
        path = self.resolve(name)
        if self.find(path) is not None:
            raise FileError(EXISTS)
        if recursive and self.find(posixpath.dirname(path)) is None:
            self.make_folder(posixpath.dirname(path), mode, recursive=True)
        self._parent(path)
        if len(self.nodes) >= WRITTEN_FILES_MAX:
            raise FileError(NO_SPACE)
        self.nodes[path] = self._node(None, 0o40000 | (mode & 0o777 & ~0o22), is_writable=True)

    def remove_folder(self, name: str) -> None:
        """Remove an empty folder; raises FileError."""
        path = self.resolve(name)
        node = self.find(name)
        if node is None:
            raise FileError(NOT_FOUND)
        if not node.is_folder:
            raise FileError(NOT_A_FOLDER)
        if self.names_in(name):
            raise FileError(NOT_EMPTY)
        self._parent(path)
        if path == TEMPORARY_FOLDER:
            raise FileError(DENIED)
        del self.nodes[path]

    def rename(self, old: str, new: str) -> None:
        """Move a file or folder; raises FileError."""
        node = self.find(old)
        if node is None:
            raise FileError(NOT_FOUND)
        source, target = self.resolve(old), self.resolve(new)
        self._parent(source)
        self._parent(target)
        present = self.find(new)
        if present is not None and present.is_folder != node.is_folder:
            raise FileError(IS_FOLDER if present.is_folder else NOT_A_FOLDER)
        if present is not None and present.is_folder and self.names_in(new):
            raise FileError(NOT_EMPTY)
        if source == target:
            return
        for path in [path for path in self.nodes if path == source or path.startswith(source + "/")]:
            self.nodes[target + path[len(source) :]] = self.nodes.pop(path)


def _real_names(path: str) -> Optional[List[str]]:
    """What is in a folder of the disk, where scripts may look at it; None if that is no folder."""
    return None if ctx.real_names is None else ctx.real_names(path)


def virtual_files() -> VirtualFiles:
    """The tree of this execution."""
    return ctx.state("virtual_files", VirtualFiles)
