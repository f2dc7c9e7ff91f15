"""Source code shown: with colours, or without its blanks and comments."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Dict, Literal, Optional

from engine.builtin.declare import Path, contextual
from engine.runtime.context import ctx
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.virtual_files import FileError, virtual_files
from engine.stdlib.tokenizer.scanner import VALUED, scan

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "standard"

_COLOURED = ("comment", "default", "html", "keyword", "string")
# Colours and references make the text longer by up to this.
_GROWTH = 6
_ESCAPES = {ord("<"): "&lt;", ord(">"): "&gt;", ord("&"): "&amp;", ord("\t"): "    "}
_KINDS: Dict[str, str] = {
    **dict.fromkeys(("T_COMMENT", "T_DOC_COMMENT"), "comment"),
    **dict.fromkeys(
        (
            "T_OPEN_TAG", "T_OPEN_TAG_WITH_ECHO", "T_CLOSE_TAG", "T_LINE", "T_FILE", "T_DIR", "T_TRAIT_C", "T_METHOD_C",
            "T_FUNC_C", "T_PROPERTY_C", "T_NS_C", "T_CLASS_C",
        ),
        "default",
    ),
    **dict.fromkeys(("T_ENCAPSED_AND_WHITESPACE", "T_CONSTANT_ENCAPSED_STRING"), "string"),
    **dict.fromkeys(VALUED, "default"),
    "T_INLINE_HTML": "html",
}  # fmt: skip


@contextual
def highlight_string(string: PhpString, return_: bool = False) -> PhpString | Literal[True]:
    """Syntax highlighting of a string."""
    if return_:
        ctx.output.check_lock("highlight_string")
    return _shown(_highlighted(string), is_returned=return_)


@contextual(aliases=("show_source",))
def highlight_file(filename: Path, return_: bool = False) -> PhpString | bool:
    """Syntax highlighting of a file."""
    if return_:
        ctx.output.check_lock("highlight_file")
    source = read_source(filename)
    if source is None:
        ctx.function_warning(f"Failed opening '{filename}' for highlighting")
        return False
    return _shown(_highlighted(_without_shebang(source)), is_returned=return_)


@contextual
def php_strip_whitespace(filename: Path) -> PhpString:
    """Return source with stripped comments and whitespace."""
    ctx.output.check_lock("php_strip_whitespace")
    source = read_source(filename)
    return "" if source is None else _stripped(_without_shebang(source))


def _shown(text: str, *, is_returned: bool) -> str | Literal[True]:
    if is_returned:
        return text
    ctx.echo(text)
    return True


def read_source(filename: str) -> Optional[str]:
    """A file of the script's; None, after PHP's warning, if there is none."""
    if not filename:
        raise throw_error("ValueError", "Path must not be empty")
    files = virtual_files()
    try:
        node = files.find(filename)
    except FileError:
        node = None
    if node is None and not filename.startswith("/"):
        node = files.find(posixpath.join(posixpath.dirname(ctx.request.filename), filename))
    if node is None:
        ctx.warning(f"{current_builtin_name()}({filename}): Failed to open stream: No such file or directory")
        return None
    return bytes(node.data or b"").decode("latin-1")


def _without_shebang(source: str) -> str:
    if not source.startswith("#!"):
        return source
    end = source.find("\n")
    return "" if end < 0 else source[end + 1 :]


def _highlighted(source: str) -> str:
    ctx.charge(len(source) * _GROWTH)
    colours = {kind: ctx.ini.get(f"highlight.{kind}") or "" for kind in _COLOURED}
    html = last = colours["html"]
    pieces = [f'<pre><code style="color: {html}">']
    for token in scan(source, short_open_tag=ctx.ini.get_bool("short_open_tag")):
        if token.name != "T_WHITESPACE":
            kind = _KINDS.get(token.name, "keyword")
            if not token.name and token.text[-1] == '"':
                kind = "string"
            colour = colours[kind]
            if colour != last:
                if last != html:
                    pieces.append("</span>")
                last = colour
                if last != html:
                    pieces.append(f'<span style="color: {last}">')
        pieces.append(token.text.translate(_ESCAPES))
    if last != html:
        pieces.append("</span>")
    pieces.append("</code></pre>")
    return "".join(pieces)


def _stripped(source: str) -> str:
    pieces = []
    is_after_blank = is_after_heredoc = False
    for token in scan(source, short_open_tag=ctx.ini.get_bool("short_open_tag")):
        if is_after_heredoc:
            is_after_heredoc = False
            if token.name != "T_WHITESPACE":
                pieces.append(token.text)
            pieces.append("\n")
            is_after_blank = True
        elif token.name in ("T_WHITESPACE", "T_COMMENT", "T_DOC_COMMENT"):
            if token.name == "T_WHITESPACE" and not is_after_blank:
                pieces.append(" ")
                is_after_blank = True
        else:
            pieces.append(token.text)
            is_after_heredoc = token.name == "T_END_HEREDOC"
            is_after_blank = False
    return "".join(pieces)
