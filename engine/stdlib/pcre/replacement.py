"""Regular expressions (Perl-compatible): replacing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional, Tuple, Union

from engine.builtin.declare import BadArgumentError, Callback, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import to_string
from engine.runtime.functions import find_callable
from engine.runtime.pcre2 import NO_MATCH, Pattern
from engine.runtime.regular_expressions import INTERNAL_ERROR, regular_expressions
from engine.stdlib.pcre.matching import groups

if TYPE_CHECKING:
    from engine.runtime.references import Ref
    from engine.runtime.values import PhpString, Value

EXTENSION = "pcre"

# A replacement, read: text and the numbers of groups in turn.
Template = List[Union[str, int]]
# Makes the text that takes the place of the latest match, of so many groups, in a subject.
Replacer = Callable[[Pattern, str, int], str]

_KEPT_TEMPLATES = 256
# A result longer than this is charged to the memory limit while it grows.
_CHARGED_LENGTH = 1 << 20


@contextual
def preg_replace(
    pattern: PhpString | PhpArray,
    replacement: PhpString | PhpArray,
    subject: PhpString | PhpArray,
    limit: int = -1,
    count: Ref[Value] | None = None,
) -> PhpString | PhpArray | None:
    """Perform a regular expression search and replace."""
    replacers = _replacers(pattern, replacement)
    result, replaced = _replace_in_subjects(replacers, subject, limit, only_replaced=False)
    if count is not None:
        count.set(replaced)
    return result


@contextual
def preg_filter(
    pattern: PhpString | PhpArray,
    replacement: PhpString | PhpArray,
    subject: PhpString | PhpArray,
    limit: int = -1,
    count: Ref[Value] | None = None,
) -> PhpString | PhpArray | None:
    """Perform a regular expression search and replace."""
    replacers = _replacers(pattern, replacement)
    result, replaced = _replace_in_subjects(replacers, subject, limit, only_replaced=True)
    if count is not None:
        count.set(replaced)
    return result


@contextual
def preg_replace_callback(
    pattern: PhpString | PhpArray,
    callback: Callback,
    subject: PhpString | PhpArray,
    limit: int = -1,
    count: Ref[Value] | None = None,
    flags: int = 0,
) -> PhpString | PhpArray | None:
    """Perform a regular expression search and replace using a callback."""
    replacer = _calling(callback, flags)
    patterns = [pattern] if type(pattern) is str else pattern.values()  # type: ignore[union-attr]
    result, replaced = _replace_in_subjects(
        [(text, replacer) for text in patterns], subject, limit, only_replaced=False
    )
    if count is not None:
        count.set(replaced)
    return result


@contextual
def preg_replace_callback_array(
    pattern: PhpArray,
    subject: PhpString | PhpArray,
    limit: int = -1,
    count: Ref[Value] | None = None,
    flags: int = 0,
) -> PhpString | PhpArray | None:
    """Perform a regular expression search and replace using callbacks."""
    total = 0
    result: Union[str, PhpArray] = subject.share() if isinstance(subject, PhpArray) else subject
    for text, function in pattern.items():
        callback = find_callable(function)
        if callback is None:
            raise BadArgumentError("pattern", "must contain only valid callbacks", "TypeError")
        if type(text) is not str:
            raise BadArgumentError("pattern", "must contain only string patterns as keys", "TypeError")
        replaced_in, replaced = _replace_in_subjects(
            [(text, _calling(callback, flags))], result, limit, only_replaced=False
        )
        total += replaced
        if replaced_in is None:
            return None
        result = replaced_in
    if count is not None:
        count.set(total)
    return result


def replace_matches(pattern: Pattern, subject: str, limit: int, replacer: Replacer) -> Tuple[Optional[str], int]:
    """Replace up to `limit` matches, all if negative: the result, None on an error, and how many were replaced."""
    state = regular_expressions()
    encoded = state.encode(subject)
    offsets = pattern.offsets
    pieces: List[str] = []
    replaced = last = length = 0
    charged = _CHARGED_LENGTH
    count = state.first_match(pattern, subject, encoded, 0)
    while count > 0 and limit != replaced:
        begin = offsets[0]
        end = offsets[1]
        if end < begin:
            state.error_code = INTERNAL_ERROR
            return None, replaced
        replaced += 1
        if begin > last:
            pieces.append(subject[last:begin])
        text = replacer(pattern, subject, count)
        pieces.append(text)
        length += begin - last + len(text)
        if length > charged:
            ctx.charge(length)
            charged = 2 * length
        last = end
        if limit == replaced:
            break
        count = pattern.match_next(encoded, end, after_empty=begin == end)
    if count < NO_MATCH and limit:
        state.record_error(count)
        return None, replaced
    if not replaced:
        return subject, 0
    pieces.append(subject[last:])
    return "".join(pieces), replaced


def read_template(replacement: str) -> Template:
    r"""`replacement` as text and group numbers: `$1`, `${1}` and `\1` are groups; a backslash quotes `$` and itself."""
    parts: Template = []
    text = ""
    position = begin = 0
    size = len(replacement)
    is_escaped = False
    while position < size:
        character = replacement[position]
        if character not in "\\$":
            position += 1
            is_escaped = False
        elif is_escaped:
            # The backslash before is replaced by what it quotes.
            text += replacement[begin : position - 1]
            begin = position
            position += 1
            is_escaped = False
        else:
            group, end = _read_group(replacement, position)
            if group < 0:
                position += 1
                is_escaped = character == "\\"
            else:
                text += replacement[begin:position]
                if text:
                    parts.append(text)
                    text = ""
                parts.append(group)
                position = begin = end
                is_escaped = False
    text += replacement[begin:]
    if text:
        parts.append(text)
    return parts


def _read_group(replacement: str, position: int) -> Tuple[int, int]:
    """The group number referred to at `position`, -1 if none is, and where the reference ends."""
    is_braced = replacement.startswith("${", position)
    digits = position + 2 if is_braced else position + 1
    end = digits
    while end < digits + 2 and "0" <= replacement[end : end + 1] <= "9":
        end += 1
    if end == digits or (is_braced and replacement[end : end + 1] != "}"):
        return -1, position
    return int(replacement[digits:end]), end + is_braced


def _replace_in_subjects(
    replacers: List[Tuple[Any, Replacer]],
    subject: Union[str, PhpArray],
    limit: int,
    *,
    only_replaced: bool,
) -> Tuple[Union[str, PhpArray, None], int]:
    """The result for a subject or an array of them; without those nothing was replaced in, if asked."""
    if type(subject) is str:
        result, replaced = _replace_in_subject(replacers, subject, limit)
        return (None if only_replaced and not replaced else result), replaced
    results = PhpArray()
    total = 0
    for key, value in subject.items():  # type: ignore[union-attr]
        text = value if type(value) is str else to_string(value)
        result, replaced = _replace_in_subject(replacers, text, limit)
        total += replaced
        if result is not None and (replaced or not only_replaced):
            results.set(key, result)
    return results, total


def _replace_in_subject(replacers: List[Tuple[Any, Replacer]], subject: str, limit: int) -> Tuple[Optional[str], int]:
    total = 0
    result: Optional[str] = subject
    state = regular_expressions()
    for text, replacer in replacers:
        pattern = state.compile(text if type(text) is str else to_string(text))
        if pattern is None:
            return None, total
        result, replaced = replace_matches(pattern, result, limit, replacer)  # type: ignore[arg-type]
        total += replaced
        if result is None:
            return None, total
    return result, total


def _replacers(pattern: Union[str, PhpArray], replacement: Union[str, PhpArray]) -> List[Tuple[Any, Replacer]]:
    """Each pattern with what replaces its matches."""
    if type(pattern) is str:
        if type(replacement) is not str:
            raise BadArgumentError(
                "pattern",
                "must be of type array when argument #2 ($replacement) is an array, string given",
                "TypeError",
            )
        return [(pattern, _replacer(replacement))]
    patterns = pattern.values()  # type: ignore[union-attr]
    if type(replacement) is str:
        replacer = _replacer(replacement)
        return [(text, replacer) for text in patterns]
    replacements = replacement.values()  # type: ignore[union-attr]
    replacements.extend([""] * (len(patterns) - len(replacements)))
    return [(text, _replacer(to_string(replacements[index]))) for index, text in enumerate(patterns)]


def _replacer(replacement: str) -> Replacer:
    if "$" not in replacement and "\\" not in replacement:
        return lambda _pattern, _subject, _count: replacement
    templates: Dict[str, Template] = ctx.state("pcre.templates", dict)
    template = templates.get(replacement)
    if template is None:
        if len(templates) >= _KEPT_TEMPLATES:
            templates.clear()
        template = templates[replacement] = read_template(replacement)
    return _filling(template)


def _filling(template: Template) -> Replacer:
    def fill(pattern: Pattern, subject: str, count: int) -> str:
        offsets = pattern.offsets
        result = ""
        for part in template:
            if isinstance(part, str):
                result += part
            elif part < count:
                begin = offsets[2 * part]
                if begin >= 0:
                    result += subject[begin : offsets[2 * part + 1]]
        return result

    return fill


def _calling(callback: Callback, flags: int) -> Replacer:
    def call(pattern: Pattern, subject: str, count: int) -> str:
        result = callback(groups(pattern, subject, count, flags))
        return result if type(result) is str else to_string(result)

    return call
