"""Tokenizer: PHP code as a list of its tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Sequence

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, PhpConst, Untyped, contextual, pure
from engine.errors import CompileError
from engine.runtime.arrays import PhpArray
from engine.runtime.classes import PhpClass, instantiate
from engine.runtime.context import ctx
from engine.runtime.conversions import type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject
from engine.runtime.properties import read_property
from engine.runtime.references import Ref
from engine.stdlib.tokenizer.scanner import Token, scan
from engine.syntax.parser import parse
from engine.syntax.tokens import KEYWORDS

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "tokenizer"

T_LNUMBER: PhpConst[int] = 260
T_DNUMBER: PhpConst[int] = 261
T_STRING: PhpConst[int] = 262
T_NAME_FULLY_QUALIFIED: PhpConst[int] = 263
T_NAME_RELATIVE: PhpConst[int] = 264
T_NAME_QUALIFIED: PhpConst[int] = 265
T_VARIABLE: PhpConst[int] = 266
T_INLINE_HTML: PhpConst[int] = 267
T_ENCAPSED_AND_WHITESPACE: PhpConst[int] = 268
T_CONSTANT_ENCAPSED_STRING: PhpConst[int] = 269
T_STRING_VARNAME: PhpConst[int] = 270
T_NUM_STRING: PhpConst[int] = 271
T_INCLUDE: PhpConst[int] = 272
T_INCLUDE_ONCE: PhpConst[int] = 273
T_EVAL: PhpConst[int] = 274
T_REQUIRE: PhpConst[int] = 275
T_REQUIRE_ONCE: PhpConst[int] = 276
T_LOGICAL_OR: PhpConst[int] = 277
T_LOGICAL_XOR: PhpConst[int] = 278
T_LOGICAL_AND: PhpConst[int] = 279
T_PRINT: PhpConst[int] = 280
T_YIELD: PhpConst[int] = 281
T_YIELD_FROM: PhpConst[int] = 282
T_INSTANCEOF: PhpConst[int] = 283
T_NEW: PhpConst[int] = 284
T_CLONE: PhpConst[int] = 285
T_EXIT: PhpConst[int] = 286
T_IF: PhpConst[int] = 287
T_ELSEIF: PhpConst[int] = 288
T_ELSE: PhpConst[int] = 289
T_ENDIF: PhpConst[int] = 290
T_ECHO: PhpConst[int] = 291
T_DO: PhpConst[int] = 292
T_WHILE: PhpConst[int] = 293
T_ENDWHILE: PhpConst[int] = 294
T_FOR: PhpConst[int] = 295
T_ENDFOR: PhpConst[int] = 296
T_FOREACH: PhpConst[int] = 297
T_ENDFOREACH: PhpConst[int] = 298
T_DECLARE: PhpConst[int] = 299
T_ENDDECLARE: PhpConst[int] = 300
T_AS: PhpConst[int] = 301
T_SWITCH: PhpConst[int] = 302
T_ENDSWITCH: PhpConst[int] = 303
T_CASE: PhpConst[int] = 304
T_DEFAULT: PhpConst[int] = 305
T_MATCH: PhpConst[int] = 306
T_BREAK: PhpConst[int] = 307
T_CONTINUE: PhpConst[int] = 308
T_GOTO: PhpConst[int] = 309
T_FUNCTION: PhpConst[int] = 310
T_FN: PhpConst[int] = 311
T_CONST: PhpConst[int] = 312
T_RETURN: PhpConst[int] = 313
T_TRY: PhpConst[int] = 314
T_CATCH: PhpConst[int] = 315
T_FINALLY: PhpConst[int] = 316
T_THROW: PhpConst[int] = 317
T_USE: PhpConst[int] = 318
T_INSTEADOF: PhpConst[int] = 319
T_GLOBAL: PhpConst[int] = 320
T_STATIC: PhpConst[int] = 321
T_ABSTRACT: PhpConst[int] = 322
T_FINAL: PhpConst[int] = 323
T_PRIVATE: PhpConst[int] = 324
T_PROTECTED: PhpConst[int] = 325
T_PUBLIC: PhpConst[int] = 326
T_PRIVATE_SET: PhpConst[int] = 327
T_PROTECTED_SET: PhpConst[int] = 328
T_PUBLIC_SET: PhpConst[int] = 329
T_READONLY: PhpConst[int] = 330
T_VAR: PhpConst[int] = 331
T_UNSET: PhpConst[int] = 332
T_ISSET: PhpConst[int] = 333
T_EMPTY: PhpConst[int] = 334
T_HALT_COMPILER: PhpConst[int] = 335
T_CLASS: PhpConst[int] = 336
T_TRAIT: PhpConst[int] = 337
T_INTERFACE: PhpConst[int] = 338
T_ENUM: PhpConst[int] = 339
T_EXTENDS: PhpConst[int] = 340
T_IMPLEMENTS: PhpConst[int] = 341
T_NAMESPACE: PhpConst[int] = 342
T_LIST: PhpConst[int] = 343
T_ARRAY: PhpConst[int] = 344
T_CALLABLE: PhpConst[int] = 345
T_LINE: PhpConst[int] = 346
T_FILE: PhpConst[int] = 347
T_DIR: PhpConst[int] = 348
T_CLASS_C: PhpConst[int] = 349
T_TRAIT_C: PhpConst[int] = 350
T_METHOD_C: PhpConst[int] = 351
T_FUNC_C: PhpConst[int] = 352
T_PROPERTY_C: PhpConst[int] = 353
T_NS_C: PhpConst[int] = 354
T_ATTRIBUTE: PhpConst[int] = 355
T_PLUS_EQUAL: PhpConst[int] = 356
T_MINUS_EQUAL: PhpConst[int] = 357
T_MUL_EQUAL: PhpConst[int] = 358
T_DIV_EQUAL: PhpConst[int] = 359
T_CONCAT_EQUAL: PhpConst[int] = 360
T_MOD_EQUAL: PhpConst[int] = 361
T_AND_EQUAL: PhpConst[int] = 362
T_OR_EQUAL: PhpConst[int] = 363
T_XOR_EQUAL: PhpConst[int] = 364
T_SL_EQUAL: PhpConst[int] = 365
T_SR_EQUAL: PhpConst[int] = 366
T_COALESCE_EQUAL: PhpConst[int] = 367
T_BOOLEAN_OR: PhpConst[int] = 368
T_BOOLEAN_AND: PhpConst[int] = 369
T_IS_EQUAL: PhpConst[int] = 370
T_IS_NOT_EQUAL: PhpConst[int] = 371
T_IS_IDENTICAL: PhpConst[int] = 372
T_IS_NOT_IDENTICAL: PhpConst[int] = 373
T_IS_SMALLER_OR_EQUAL: PhpConst[int] = 374
T_IS_GREATER_OR_EQUAL: PhpConst[int] = 375
T_SPACESHIP: PhpConst[int] = 376
T_SL: PhpConst[int] = 377
T_SR: PhpConst[int] = 378
T_INC: PhpConst[int] = 379
T_DEC: PhpConst[int] = 380
T_INT_CAST: PhpConst[int] = 381
T_DOUBLE_CAST: PhpConst[int] = 382
T_STRING_CAST: PhpConst[int] = 383
T_ARRAY_CAST: PhpConst[int] = 384
T_OBJECT_CAST: PhpConst[int] = 385
T_BOOL_CAST: PhpConst[int] = 386
T_UNSET_CAST: PhpConst[int] = 387
T_OBJECT_OPERATOR: PhpConst[int] = 388
T_NULLSAFE_OBJECT_OPERATOR: PhpConst[int] = 389
T_DOUBLE_ARROW: PhpConst[int] = 390
T_COMMENT: PhpConst[int] = 391
T_DOC_COMMENT: PhpConst[int] = 392
T_OPEN_TAG: PhpConst[int] = 393
T_OPEN_TAG_WITH_ECHO: PhpConst[int] = 394
T_CLOSE_TAG: PhpConst[int] = 395
T_WHITESPACE: PhpConst[int] = 396
T_START_HEREDOC: PhpConst[int] = 397
T_END_HEREDOC: PhpConst[int] = 398
T_DOLLAR_OPEN_CURLY_BRACES: PhpConst[int] = 399
T_CURLY_OPEN: PhpConst[int] = 400
T_PAAMAYIM_NEKUDOTAYIM: PhpConst[int] = 401
T_NS_SEPARATOR: PhpConst[int] = 402
T_ELLIPSIS: PhpConst[int] = 403
T_COALESCE: PhpConst[int] = 404
T_POW: PhpConst[int] = 405
T_POW_EQUAL: PhpConst[int] = 406
T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG: PhpConst[int] = 407
T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG: PhpConst[int] = 408
T_BAD_CHARACTER: PhpConst[int] = 409
T_DOUBLE_COLON: PhpConst[int] = 401
TOKEN_PARSE: PhpConst[int] = 1

_KINDS: Dict[str, int] = {name: value for name, value in list(globals().items()) if name[:2] == "T_" and value > 255}
_NAMES: Dict[int, str] = {value: name for name, value in _KINDS.items()}
_NAMES[T_PAAMAYIM_NEKUDOTAYIM] = "T_DOUBLE_COLON"
_BLANK = ("T_WHITESPACE", "T_COMMENT", "T_DOC_COMMENT")
# What a token costs at least.
_TOKEN_BYTES = 200


@contextual
def token_get_all(code: PhpString, flags: int = 0) -> PhpArray:
    """Split given source into PHP tokens."""
    rows: List[Any] = []
    for token in _tokens(code, flags):
        kind = _KINDS.get(token.name)
        rows.append(token.text if kind is None else PhpArray([kind, token.text, token.line]))
    return PhpArray(rows)


@pure
def token_name(id: int) -> PhpString:
    """Get the symbolic name of a given PHP token."""
    return _NAMES.get(id, "UNKNOWN")


@php_class(
    "PhpToken",
    interfaces=("Stringable",),
    properties=(
        ("id", "public", None, "int", ("uninitialized",)),
        ("text", "public", None, "string", ("uninitialized",)),
        ("line", "public", None, "int", ("uninitialized",)),
        ("pos", "public", None, "int", ("uninitialized",)),
    ),
)
class PhpToken(PhpObject):
    """A token of PHP code."""

    @staticmethod
    @method(static=True)
    def tokenize(called: PhpClass, code: PhpString, flags: int = 0) -> PhpArray:
        """Splits given source into PHP tokens, represented by PhpToken objects."""
        if called.is_abstract:
            raise throw_error("Error", f"Cannot instantiate abstract class {called.name}")
        made: List[Any] = []
        for token in _tokens(code, flags):
            each = instantiate(called)
            kind = _KINDS.get(token.name)
            _fill(each, ord(token.text[-1]) if kind is None else kind, token.text, token.line, token.position)
            made.append(each)
        return PhpArray(made)

    @method(name="__construct", final=True)
    def construct(self, id: int, text: PhpString, line: int = -1, pos: int = -1) -> None:
        """Returns a new PhpToken object."""
        _fill(self, id, text, line, pos)

    @method(name="is")
    def is_(self, kind: Untyped) -> bool:
        """Tells whether the token is of given kind."""
        if type(kind) is not PhpArray:
            if type(kind) is not int and type(kind) is not str:
                raise BadArgumentError(
                    "kind", f"must be of type string|int|array, {type_for_error(kind)} given", "TypeError"
                )
            return _matches(self, kind)
        for entry in kind.values():
            each = entry.get() if type(entry) is Ref else entry
            if type(each) is not int and type(each) is not str:
                message = f"must only have elements of type string|int, {type_for_error(each)} given"
                raise BadArgumentError("kind", message, "TypeError")
            if _matches(self, each):
                return True
        return False

    @method(name="isIgnorable")
    def is_ignorable(self) -> bool:
        """Tells whether the token would be ignored by the PHP parser."""
        return _member(self, "id") in (T_WHITESPACE, T_COMMENT, T_DOC_COMMENT, T_OPEN_TAG)

    @method(name="getTokenName")
    def get_token_name(self) -> PhpString | None:
        """Returns the name of the token."""
        kind = _member(self, "id")
        return chr(kind & 255) if kind < 256 else _NAMES.get(kind)

    @method(name="__toString")
    def to_string(self) -> PhpString:
        """Returns the textual content of the token."""
        text: str = _member(self, "text")
        return text


CLASSES = (PhpToken,)


def _fill(target: Any, kind: int, text: str, line: int, position: int) -> None:
    storage = target.__dict__
    storage["p_id"] = kind
    storage["p_text"] = text
    storage["p_line"] = line
    storage["p_pos"] = position


def _member(target: Any, name: str) -> Any:
    return read_property(target, name)


def _matches(target: Any, kind: Any) -> bool:
    return bool(_member(target, "id") == kind if type(kind) is int else _member(target, "text") == kind)


def _tokens(code: str, flags: int) -> List[Token]:
    ctx.charge(len(code) * 2)
    is_short = ctx.ini.get_bool("short_open_tag")
    if flags & TOKEN_PARSE:
        _check(code, is_short=is_short)
    tokens = scan(code, short_open_tag=is_short, stops_at_halt=True)
    ctx.charge(len(tokens) * _TOKEN_BYTES)
    return _with_names(tokens) if flags & TOKEN_PARSE else tokens


def _check(code: str, *, is_short: bool) -> None:
    """Throw PHP's ParseError for code that no parser takes."""
    try:
        parse(code, short_open_tag=is_short)
    except CompileError as error:
        raise throw_error("ParseError", error.message, line=error.line) from error


# ---------------------------------------------------------------- keywords that are names

_RESERVED = frozenset(KEYWORDS.values()) - {"T_HALT_COMPILER"} | {"T_ENUM"}
_DECLARATORS = frozenset(("T_CLASS", "T_INTERFACE", "T_TRAIT", "T_ENUM"))


# Where a token stands: in the body of a class, or in what a class changes of its traits.
_ELSEWHERE, _IN_CLASS, _IN_ADAPTATIONS = range(3)


def _with_names(tokens: List[Token]) -> List[Token]:
    """Correct code with each keyword that the grammar takes for a name as a T_STRING."""
    code = [index for index, token in enumerate(tokens) if token.name not in _BLANK]
    names = [tokens[index].name or tokens[index].text for index in code]
    result = list(tokens)
    bodies = _bodies(names)
    for place, index in enumerate(code):
        if names[place] in _RESERVED and _is_name(names, place, bodies[place]):
            result[index] = tokens[index]._replace(name="T_STRING")
    return result


def _bodies(names: Sequence[str]) -> List[int]:
    """For each token in the body of what it stands directly."""
    result: List[int] = []
    bodies: List[int] = []
    coming = _ELSEWHERE
    parentheses = 0
    for place, name in enumerate(names):
        current = bodies[-1] if bodies and not parentheses else _ELSEWHERE
        result.append(current)
        if name in _DECLARATORS and names[place - 1] != "T_PAAMAYIM_NEKUDOTAYIM":
            coming = _IN_CLASS
        elif name == "T_USE" and current == _IN_CLASS:
            coming = _IN_ADAPTATIONS
        elif name == ";":
            coming = _ELSEWHERE
        elif name in ("(", "["):
            parentheses += 1
        elif name in (")", "]"):
            parentheses -= 1
        elif name in ("{", "T_CURLY_OPEN", "T_DOLLAR_OPEN_CURLY_BRACES"):
            bodies.append(coming if name == "{" and not parentheses else _ELSEWHERE)
            coming = _ELSEWHERE
        elif name == "}" and bodies:
            bodies.pop()
    return result


def _is_name(names: Sequence[str], place: int, body: int) -> bool:
    before = names[place - 1]
    after = names[place + 1] if place + 1 < len(names) else ""
    if before == "T_PAAMAYIM_NEKUDOTAYIM":
        return True
    if before == "T_NAMESPACE":
        return after in (";", "{")
    if before in ("(", ",") and after == ":":
        # A named argument; but `case` and `default` may come after a comma too.
        return names[place] != "T_DEFAULT"
    if body == _IN_ADAPTATIONS:
        if before == "T_AS":
            return names[place] not in _MODIFIERS
        return after in ("T_INSTEADOF", "T_AS") or (before in _VISIBILITIES and names[place - 2] == "T_AS")
    if body != _IN_CLASS:
        return False
    if before == "T_FUNCTION" or (before.startswith("T_AMPERSAND") and names[place - 2] == "T_FUNCTION"):
        return True
    if before == "T_CASE" or (before == "T_CONST" and after in ("=", "T_STRING")):
        return after in ("=", ";")
    return after == "=" and before != "T_VARIABLE" and names[place] != "T_STATIC"


_VISIBILITIES = frozenset(("T_PUBLIC", "T_PROTECTED", "T_PRIVATE"))
_MODIFIERS = _VISIBILITIES | {"T_STATIC", "T_ABSTRACT", "T_FINAL", "T_READONLY"}
