"""ReflectionReference: which array elements share a reference."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Annotated

from engine.builtin.classes import method, php_class
from engine.runtime import entropy
from engine.runtime.classes import PhpClass, instantiate
from engine.runtime.context import ctx
from engine.runtime.references import Ref
from engine.runtime.values import PhpString, canonical_int
from engine.stdlib.reflection.subjects import Reflecting, reflection_error

if TYPE_CHECKING:
    from engine.runtime.arrays import PhpArray
    from engine.runtime.objects import PhpObject


@php_class("ReflectionReference", final=True)
class ReflectionReference(Reflecting):
    """A reference."""

    @staticmethod
    @method(static=True)
    def fromArrayElement(
        _called: PhpClass, array: PhpArray, key: int | PhpString
    ) -> Annotated[PhpObject, "ReflectionReference"] | None:
        """Create a ReflectionReference from an array element."""
        if type(key) is str:
            number = canonical_int(key)
            key = key if number is None else number
        if not array.has(key):
            raise reflection_error("Array key not found")
        item = dict(array.raw_items())[key]
        if type(item) is not Ref or item.holders < 2:
            return None
        made = instantiate(_called)
        made.describe_as(item)
        return made

    @method
    def getId(self) -> PhpString:
        """Get unique ID of a reference."""
        reference = self._subject
        if reference is None:
            raise reflection_error("Corrupted ReflectionReference object")
        kept = ctx.state("reflection.references", dict)
        kept[id(reference)] = reference
        key = ctx.state("reflection.key", lambda: entropy.random_bytes(16))
        digest = hashlib.sha1(b"%d" % id(reference) + key, usedforsecurity=False).digest()
        return digest.decode("latin-1")

    @method(name="__clone", visibility="private")
    def clone(self) -> None:
        """Refuse to be cloned."""

    @method(name="__construct", visibility="private")
    def construct(self) -> None:
        """Refuse to be made."""
        raise reflection_error(
            "Cannot directly instantiate ReflectionReference. Use ReflectionReference::fromArrayElement() instead"
        )


CLASSES = (ReflectionReference,)
