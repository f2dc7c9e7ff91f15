"""include, require and eval, within the script's own files."""

from __future__ import annotations

import posixpath
from typing import Any, Optional

from engine.errors import CatchableCompileError, CompileError, FatalError
from engine.runtime.context import ctx
from engine.runtime.declarations import run_unit_declarations
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_position
from engine.runtime.virtual_files import virtual_files


def find_file(name: str, *, also_here: bool = True) -> Optional[str]:
    """The path of the script's own file that `name` means to the running code, or None.

    What is not on the include path may stand beside the running code, and, `also_here`, in the current folder.
    """
    files = virtual_files()
    folders = [files.current_folder]
    if name.startswith("/"):
        folders = ["/"]
    elif not name.startswith(("./", "../")):
        current, folders = folders, (ctx.ini.get("include_path") or "").split(":")
        folders.append(posixpath.dirname(current_position()[0]))
        if also_here:
            folders += current
    for folder in folders:
        path = posixpath.normpath(posixpath.join(files.current_folder, folder, name))
        if path == ctx.request.filename or files.text(path) is not None:
            return path
    return None


def read_source(path: str) -> str:
    """The contents of a file that `find_file` found."""
    return ctx.request.code if path == ctx.request.filename else virtual_files().text(path) or ""


def include(kind: str, name: str, table: Any, this: Any, scope: Any) -> Any:
    """`include`, `include_once`, `require`, `require_once`."""
    if not name:
        raise throw_error("ValueError", "Path must not be empty")
    if "streams.wrappers" in ctx.states and "://" in name:
        return _include_stream(kind, name, table, this, scope)
    path = find_file(name)
    if path is None:
        return _refuse_include(kind, name, "No such file or directory")
    if kind.endswith("_once") and (path in ctx.included or path == ctx.request.filename):
        return True
    ctx.included[path] = True
    unit = compile_source(read_source(path), path)
    run_unit_declarations(unit)
    return unit.main(table, this, scope, kind)


def tell_unopened(kind: str, name: str, reason: Optional[str]) -> None:
    """Tell why a file could not be opened; traces show this call as `require()`, see `frames.OPENING`."""
    if reason is not None:
        ctx.warning(f"{kind}({name}): Failed to open stream: {reason}")


def _refuse_include(kind: str, name: str, reason: Optional[str]) -> bool:
    """What follows when a file could not be opened."""
    tell_unopened(kind, name, reason)
    where = ctx.ini.get("include_path")
    if kind.startswith("require"):
        raise throw_error("Error", f"Failed opening required '{name}' (include_path='{where}')")
    ctx.warning(f"{kind}(): Failed opening '{name}' for inclusion (include_path='{where}')")
    return False


def _include_stream(kind: str, name: str, table: Any, this: Any, scope: Any) -> Any:
    """A file that comes from a stream wrapper of the script's own."""
    from engine.runtime.streams import OpenError
    from engine.runtime.user_streams import call_wrapper, open_user_stream

    if kind.endswith("_once") and name in ctx.included:
        return True
    try:
        stream = open_user_stream(name, "rb", use_include_path=False)
    except OpenError as error:
        return _refuse_include(kind, name, error.reason)
    if stream is None:
        return _refuse_include(kind, name, "No such file or directory")
    ctx.included[name] = True
    call_wrapper(stream.target, "stream_set_option", 2, 0, 8192)
    call_wrapper(stream.target, "stream_stat")
    size = stream.available()
    source = stream.read(size)
    call_wrapper(stream.target, "stream_close")
    unit = compile_source(source, name)
    run_unit_declarations(unit)
    return unit.main(table, this, scope, kind)


def compile_source(source: str, path: str) -> Any:
    """The Unit of an included file; a ParseError is thrown as PHP does."""
    try:
        return ctx.compile_file(source, path)
    except CompileError as error:
        raise compile_failure(error, path) from None


def compile_failure(error: CompileError, path: str) -> BaseException:
    """What a compile error becomes while a script runs: a ParseError to catch, or the end."""
    if error.kind == "Parse error" or isinstance(error, CatchableCompileError):
        thrown = throw_error("ParseError" if error.kind == "Parse error" else "CompileError", error.message)
        thrown.object.__dict__["g_file"] = path
        thrown.object.__dict__["g_line"] = error.line
        return thrown
    return FatalError(error.message, error.line, path)


def evaluate(code: str, table: Any, this: Any, scope: Any, names: Any) -> Any:
    """`eval($code)`."""
    file, line = current_position()
    path = f"{file}({line}) : eval()'d code"
    try:
        unit = ctx.compile_eval(code, path, names)
    except CompileError as error:
        raise compile_failure(error, path) from None
    run_unit_declarations(unit)
    return unit.main(table, this, scope, "eval")
