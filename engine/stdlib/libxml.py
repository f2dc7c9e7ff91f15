"""libxml: its errors, and what parsers would be told. No extension here parses XML, so there never are any errors."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from engine.builtin.classes import php_class
from engine.builtin.declare import Callback, PhpConst, Untyped, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.objects import PhpObject

EXTENSION = "libxml"

# Of the library that Debian's PHP 8.4 is built with.
LIBXML_VERSION: PhpConst[int] = 20914
LIBXML_DOTTED_VERSION: PhpConst[str] = "2.9.14"
LIBXML_LOADED_VERSION: PhpConst[str] = "20914"
LIBXML_RECOVER: PhpConst[int] = 1
LIBXML_NOENT: PhpConst[int] = 2
LIBXML_DTDLOAD: PhpConst[int] = 4
LIBXML_DTDATTR: PhpConst[int] = 8
LIBXML_DTDVALID: PhpConst[int] = 16
LIBXML_NOERROR: PhpConst[int] = 32
LIBXML_NOWARNING: PhpConst[int] = 64
LIBXML_NOBLANKS: PhpConst[int] = 256
LIBXML_XINCLUDE: PhpConst[int] = 1024
LIBXML_NSCLEAN: PhpConst[int] = 8192
LIBXML_NOCDATA: PhpConst[int] = 16384
LIBXML_NONET: PhpConst[int] = 2048
LIBXML_PEDANTIC: PhpConst[int] = 128
LIBXML_COMPACT: PhpConst[int] = 65536
LIBXML_NOXMLDECL: PhpConst[int] = 2
LIBXML_PARSEHUGE: PhpConst[int] = 524288
LIBXML_BIGLINES: PhpConst[int] = 4194304
LIBXML_NOEMPTYTAG: PhpConst[int] = 4
LIBXML_SCHEMA_CREATE: PhpConst[int] = 1
LIBXML_HTML_NOIMPLIED: PhpConst[int] = 8192
LIBXML_HTML_NODEFDTD: PhpConst[int] = 4
LIBXML_ERR_NONE: PhpConst[int] = 0
LIBXML_ERR_WARNING: PhpConst[int] = 1
LIBXML_ERR_ERROR: PhpConst[int] = 2
LIBXML_ERR_FATAL: PhpConst[int] = 3


class _Settings:
    """What a script has asked of parsers."""

    def __init__(self) -> None:
        self.keeps_errors = False
        self.is_loader_disabled = False
        self.entity_loader: Any = None


def _settings() -> _Settings:
    return ctx.state("libxml", _Settings)


@php_class(
    "LibXMLError",
    dynamic_properties=True,
    properties=(
        ("level", "public", None, "int", ("uninitialized",)),
        ("code", "public", None, "int", ("uninitialized",)),
        ("column", "public", None, "int", ("uninitialized",)),
        ("message", "public", None, "string", ("uninitialized",)),
        ("file", "public", None, "string", ("uninitialized",)),
        ("line", "public", None, "int", ("uninitialized",)),
    ),
)
class LibXMLError(PhpObject):
    """An error of the XML parser."""


CLASSES = (LibXMLError,)


@contextual
def libxml_set_streams_context(context: Untyped) -> None:
    """Set the streams context for the next libxml document load or write."""


@contextual
def libxml_use_internal_errors(use_errors: bool | None = None) -> bool:
    """Disable libxml errors and allow user to fetch error information as needed."""
    settings = _settings()
    before = settings.keeps_errors
    if use_errors is not None:
        settings.keeps_errors = use_errors
    return before


@contextual
def libxml_get_last_error() -> Annotated[PhpObject, "LibXMLError"] | Literal[False]:
    """Retrieve last error from libxml."""
    return False


@contextual
def libxml_get_errors() -> PhpArray:
    """Retrieve array of errors."""
    return PhpArray()


@contextual
def libxml_clear_errors() -> None:
    """Clear libxml error buffer."""


@contextual(deprecated="8.0, as external entity loading is disabled by default")
def libxml_disable_entity_loader(disable: bool = True) -> bool:
    """Disable the ability to load external entities."""
    settings = _settings()
    before, settings.is_loader_disabled = settings.is_loader_disabled, disable
    return before


@contextual
def libxml_set_external_entity_loader(resolver_function: Callback | None) -> bool:
    """Changes the default external entity loader."""
    _settings().entity_loader = resolver_function
    return True


@contextual
def libxml_get_external_entity_loader() -> Callback | None:
    """Get the current external entity loader."""
    loader = _settings().entity_loader
    return loader if loader is None or isinstance(loader, PhpObject) else loader.name
