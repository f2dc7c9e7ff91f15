"""Strings: sprintf and its family, number_format.

A format is parsed once into a plan; formats that a plan cannot say (`%*d`, broken ones, too few arguments) are read
step by step instead, because PHP raises its errors in the middle, after the conversions before them.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Callable, Dict, List, NamedTuple, Sequence

from engine.builtin.declare import contextual, pure
from engine.errors import PhpThrown
from engine.runtime.classes import build_function
from engine.runtime.context import E_NOTICE, ctx
from engine.runtime.conversions import to_float, to_int, to_string
from engine.runtime.decimals import fixed, scientific
from engine.runtime.exceptions import chain_exceptions, throw_error
from engine.runtime.rounding import php_round
from engine.stdlib.strings.characters import ASCII_DIGITS, ASCII_LETTERS, CHARGE_THRESHOLD_BYTES

if TYPE_CHECKING:
    from engine.runtime.arrays import PhpArray
    from engine.runtime.values import PhpString, Value

_INT32_MAX = 2147483647
_INT32_MIN = -2147483648
_TWO_63 = 9223372036854775808.0
_UINT64_MASK = (1 << 64) - 1
_DEFAULT_PRECISION = 6
_MAX_PRECISION = 53
# From here on a float has no fraction, and number_format prints it as the int it is.
_INTEGRAL_FLOAT = 4503599627370496.0
_MAX_FRACTION_DIGITS = 500

# Formats already parsed, by their text: a script's formats are few, and the process is the executor's own.
_PLANS: Dict[str, _Plan | None] = {}
_PLANS_LIMIT = 512
_PLANNED_FORMAT_LENGTH = 2000
# So often used, a format of no more conversions is worth compiling.
_OFTEN = 100
_COMPILED_CONVERSIONS = 32


class _Specifier(NamedTuple):
    """One conversion: which argument, how to show it, and the text that follows it."""

    argument: int
    letter: str
    width: int
    precision: int  # -1: not given
    padding: str
    is_left: bool
    always_sign: bool
    text_after: str

    @property
    def is_plain(self) -> bool:
        return not self.width and self.precision < 0 and not self.always_sign


class _Plan:
    """A parsed format: the text before the first conversion, the conversions, and how many arguments they need."""

    __slots__ = ("arguments_needed", "conversions", "text_before", "uses", "write")

    def __init__(self, text_before: str, specifiers: Sequence[_Specifier], arguments_needed: int) -> None:
        self.text_before = text_before
        # With each conversion its letter, where nothing else is asked for, or "".
        self.conversions = [(specifier, specifier.letter if specifier.is_plain else "") for specifier in specifiers]
        self.arguments_needed = arguments_needed
        self.uses = 0
        # What writes all of it, once the format was used often.
        self.write: Callable[[Sequence[Value]], str] | None = None

    def compile(self) -> None:
        """`%s-%05d`  becomes  `lambda values: convert(s0, values[0]) + "-" + convert(s1, values[1])`.

        In a loop over the conversions PyPy compiles what follows anew for each of them.
        """
        names: Dict[str, Any] = {"convert": _convert, "to_string": to_string, "to_int": to_int}
        sums = [repr(self.text_before)]
        for number, (specifier, letter) in enumerate(self.conversions):
            value = f"values[{specifier.argument}]"
            if letter == "s":
                sums.append(f"to_string({value})")
            elif letter == "d":
                sums.append(f"str(to_int({value}))")
            else:
                names[f"s{number}"] = specifier
                sums.append(f"convert(s{number}, {value})")
            if specifier.text_after:
                sums.append(repr(specifier.text_after))
        self.write = build_function(f"def write(values):\n    return {' + '.join(sums)}\n", "write", names)


@pure
def sprintf(format: PhpString, *values: Value) -> PhpString:
    """Return a formatted string."""
    return format_text(format, values, missing_offset=1)


@pure
def vsprintf(format: PhpString, values: PhpArray) -> PhpString:
    """Return a formatted string."""
    return format_text(format, values.values(), missing_offset=None)


@contextual
def printf(format: PhpString, *values: Value) -> int:
    """Output a formatted string."""
    text = format_text(format, values, missing_offset=1)
    ctx.echo(text)
    return len(text)


@contextual
def vprintf(format: PhpString, values: PhpArray) -> int:
    """Output a formatted string."""
    text = format_text(format, values.values(), missing_offset=None)
    ctx.echo(text)
    return len(text)


@pure(shown_types={"num": "float"})
def number_format(
    num: int | float,
    decimals: int = 0,
    decimal_separator: PhpString | None = ".",
    thousands_separator: PhpString | None = ",",
) -> PhpString:
    """Format a number with grouped thousands."""
    point = "." if decimal_separator is None else decimal_separator
    between = "," if thousands_separator is None else thousands_separator
    if decimals > CHARGE_THRESHOLD_BYTES:
        ctx.charge(decimals)
    if type(num) is float and not (abs(num) >= _INTEGRAL_FLOAT and -_TWO_63 <= num < _TWO_63):
        return _format_float_grouped(num, max(_INT32_MIN, min(_INT32_MAX, decimals)), point, between)
    magnitude = abs(int(num))
    if decimals < 0:
        magnitude = _round_half_up(magnitude, -decimals) if decimals >= -19 else 0
    sign = "-" if num < 0 and magnitude else ""
    text = sign + _grouped(str(magnitude), between)
    return text + point + "0" * decimals if decimals > 0 else text


def format_text(format_: str, values: Sequence[Value], *, missing_offset: int | None) -> str:
    """`values` as `format_` says.

    The offset is what PHP counts besides them in "N arguments are required"; None for the array of vsprintf, whose
    error is worded otherwise.
    """
    plan = _PLANS.get(format_)
    if plan is None and format_ not in _PLANS:
        plan = _parse(format_)
        if len(format_) <= _PLANNED_FORMAT_LENGTH:
            if len(_PLANS) >= _PLANS_LIMIT:
                _PLANS.clear()
            _PLANS[format_] = plan
    if plan is None or len(values) < plan.arguments_needed:
        return _StepwiseFormatter(format_, values, missing_offset).run()
    if plan.write is not None:
        text = plan.write(values)
        if len(text) > CHARGE_THRESHOLD_BYTES:
            ctx.charge(len(text))
        return text
    plan.uses += 1
    if plan.uses == _OFTEN and len(plan.conversions) <= _COMPILED_CONVERSIONS:
        plan.compile()
    parts = [plan.text_before]
    for specifier, letter in plan.conversions:
        value = values[specifier.argument]
        if letter == "s":
            parts.append(value if type(value) is str else to_string(value))
        elif letter == "d":
            parts.append(str(value if type(value) is int else to_int(value)))
        else:
            parts.append(_convert(specifier, value))
        parts.append(specifier.text_after)
    text = "".join(parts)
    if len(text) > CHARGE_THRESHOLD_BYTES:
        ctx.charge(len(text))
    return text


def _parse(format_: str) -> _Plan | None:
    """The plan of a well-formed format without `*`; None for any other."""
    pieces = format_.split("%")
    text_before = pieces[0]
    specifiers: List[_Specifier] = []
    next_argument = needed = 0
    index = 1
    while index < len(pieces):
        piece = pieces[index]
        index += 1
        if not piece:
            # `%%` is a percent sign, and what follows the second one is text.
            if index == len(pieces):
                return None
            text = "%" + pieces[index]
            index += 1
            if specifiers:
                specifiers[-1] = specifiers[-1]._replace(text_after=specifiers[-1].text_after + text)
            else:
                text_before += text
            continue
        specifier = _parse_specifier(piece, next_argument)
        if specifier is None:
            return None
        if specifier.argument == next_argument and not _names_argument(piece):
            next_argument += 1
        needed = max(needed, specifier.argument + 1)
        specifiers.append(specifier)
    return _Plan(text_before, specifiers, needed)


def _names_argument(piece: str) -> bool:
    return piece.lstrip(ASCII_DIGITS)[:1] == "$"


def _parse_specifier(piece: str, next_argument: int) -> _Specifier | None:
    """What stands between two `%`: a conversion, then text."""
    size = len(piece)
    position = 0
    argument = next_argument
    if _names_argument(piece):
        position = piece.index("$") + 1
        argument = int(piece[: position - 1] or "0") - 1
        if not 0 <= argument < _INT32_MAX:
            return None
    padding = " "
    is_left = always_sign = False
    while position < size:
        flag = piece[position]
        if flag in " 0":
            padding = flag
        elif flag == "-":
            is_left = True
        elif flag == "+":
            always_sign = True
        elif flag == "'" and position + 1 < size:
            position += 1
            padding = piece[position]
        else:
            break
        position += 1
    end = _end_of_digits(piece, position)
    width = int(piece[position:end] or "0")
    position = end
    precision = -1
    if piece[position : position + 1] == ".":
        end = _end_of_digits(piece, position + 1)
        if end == position + 1:
            return None
        precision = int(piece[position + 1 : end])
        position = end
    if piece[position : position + 1] == "l":
        position += 1
    letter = piece[position : position + 1]
    if not letter or letter not in _CONVERSIONS or width >= _INT32_MAX or precision >= _INT32_MAX:
        return None
    return _Specifier(argument, letter, width, precision, padding, is_left, always_sign, piece[position + 1 :])


def _end_of_digits(text: str, position: int) -> int:
    while position < len(text) and text[position] in ASCII_DIGITS:
        position += 1
    return position


class _StepwiseFormatter:
    """Reads a format character by character, as PHP does, and stops where PHP stops."""

    def __init__(self, format_: str, values: Sequence[Value], missing_offset: int | None) -> None:
        # The NUL stands for the end, as in C.
        self.format = format_ + "\0"
        self.size = len(format_)
        self.values = values
        self.missing_offset = missing_offset
        self.position = 0
        self.next_argument = 0
        self.last_missing = -1
        self.failure: PhpThrown | None = None

    def run(self) -> str:
        """The formatted text."""
        parts: List[str] = []
        while self.position < self.size:
            found = self.format.find("%", self.position, self.size)
            if found < 0:
                parts.append(self.format[self.position : self.size])
                break
            parts.append(self.format[self.position : found])
            self.position = found + 1
            if self.format[self.position] == "%":
                parts.append("%")
                self.position += 1
                continue
            converted = self._conversion()
            if converted is not None:
                parts.append(converted)
                self.position += 1
        if self.last_missing >= 0:
            raise self._missing_error()
        if self.failure is not None:
            raise self.failure
        return "".join(parts)

    def _error(self, message: str, error: str = "ValueError") -> PhpThrown:
        """What is wrong with the format; what a value threw before is its previous one."""
        thrown = throw_error(error, message)
        if self.failure is not None:
            chain_exceptions(thrown, self.failure.object)
        return thrown

    def _missing_error(self) -> PhpThrown:
        needed = self.last_missing + 1
        given = len(self.values)
        if self.missing_offset is None:
            return self._error(f"The arguments array must contain {needed} items, {given} given")
        needed += self.missing_offset
        given += self.missing_offset
        return self._error(f"{needed} arguments are required, {given} given", "ArgumentCountError")

    def _conversion(self) -> str | None:
        """One conversion, with the position left on its letter.

        None where its argument is missing, upon which PHP reads on from there as if it were text.
        """
        argument = None
        padding = " "
        is_left = always_sign = False
        width = 0
        precision: int | None = None
        if self.format[self.position] not in ASCII_LETTERS:
            argument = self._argument_number()
            while True:
                flag = self.format[self.position]
                if flag in " 0":
                    padding = flag
                elif flag == "-":
                    is_left = True
                elif flag == "+":
                    always_sign = True
                elif flag == "'":
                    if self.position + 1 >= self.size:
                        raise self._error("Missing padding character")
                    self.position += 1
                    padding = self.format[self.position]
                else:
                    break
                self.position += 1
            if self.format[self.position] == "*":
                given = self._starred("Width", 0)
                if given is None:
                    return None
                width = given
            elif self.format[self.position] in ASCII_DIGITS:
                width = self._number("Width must be between 0 and 2147483647")
            if self.format[self.position] == ".":
                self.position += 1
                if self.format[self.position] == "*":
                    precision = self._starred("Precision", -1)
                    if precision is None:
                        return None
                elif self.format[self.position] in ASCII_DIGITS:
                    precision = self._number("Precision must be between 0 and 2147483647")
        if self.format[self.position] == "l":
            self.position += 1
        if argument is None:
            argument = self.next_argument
            self.next_argument += 1
        if argument >= len(self.values):
            self.last_missing = max(self.last_missing, argument)
            return None
        letter = self.format[self.position]
        if precision == -1 and letter not in "gGhH":
            raise self._error("Precision -1 is only supported for %g, %G, %h and %H")
        if letter == "%":
            return "%"
        if letter not in _CONVERSIONS:
            if self.position >= self.size:
                raise self._error("Missing format specifier at end of string")
            # A NUL ends the message, as C strings do.
            shown = 'Unknown format specifier "' + (letter + '"' if letter != "\0" else "")
            raise self._error(shown)
        if precision is None:
            precision = -1
        elif precision == -1:
            precision = _SHORTEST
        specifier = _Specifier(argument, letter, width, precision, padding, is_left, always_sign, "")
        try:
            return _convert(specifier, self.values[argument])
        except PhpThrown as thrown:
            # What a value throws waits until the arguments are counted; an error of the format does not.
            self.failure = self.failure or thrown
            return ""

    def _argument_number(self) -> int | None:
        """The index that `%2$` names, if it does."""
        end = _end_of_digits(self.format, self.position)
        if self.format[end] != "$":
            return None
        number = int(self.format[self.position : end] or "0")
        if not 0 < number < _INT32_MAX:
            raise self._error(f"Argument number specifier must be greater than zero and less than {_INT32_MAX}")
        self.position = end + 1
        return number - 1

    def _number(self, error: str) -> int:
        end = _end_of_digits(self.format, self.position)
        number = int(self.format[self.position : end])
        if number >= _INT32_MAX:
            raise self._error(error)
        self.position = end
        return number

    def _starred(self, what: str, least: int) -> int | None:
        """The width or precision that an argument gives for `*`."""
        self.position += 1
        argument = self._argument_number()
        if argument is None:
            argument = self.next_argument
            self.next_argument += 1
        if argument >= len(self.values):
            self.last_missing = max(self.last_missing, argument)
            return None
        value = self.values[argument]
        if type(value) is not int:
            raise self._error(f"{what} must be an integer")
        if not least <= value <= _INT32_MAX:
            raise self._error(f"{what} must be between {least} and {_INT32_MAX}")
        return value


# The precision that stands for `%.-1g`: as many digits as are needed.
_SHORTEST = 1 << 40


def _convert(specifier: _Specifier, value: Value) -> str:
    letter = specifier.letter
    if letter == "s":
        text = to_string(value)
        if specifier.precision >= 0:
            text = text[: specifier.precision]
        return _padded(text, specifier, specifier.padding, has_sign=False)
    if letter == "c":
        return chr(to_int(value) & 255)
    if letter in "du":
        number = to_int(value)
        # Zeros on the right would change a number.
        padding = " " if specifier.is_left and specifier.padding == "0" else specifier.padding
        if letter == "u":
            return _padded(str(number & _UINT64_MASK), specifier, padding, has_sign=False)
        text = f"+{number}" if specifier.always_sign and number >= 0 else str(number)
        return _padded(text, specifier, padding, has_sign=number < 0 or specifier.always_sign)
    if letter in _BASES:
        # A precision cuts such a number to nothing, in PHP.
        number = to_int(value) & _UINT64_MASK
        # `%` takes a quarter of the time on PyPy.
        text = "%x" % number if letter == "x" else format(number, letter)  # noqa: UP031
        if specifier.precision >= 0:
            text = ""
        return _padded(text, specifier, specifier.padding, has_sign=False)
    return _convert_float(specifier, to_float(value))


def _convert_float(specifier: _Specifier, number: float) -> str:
    precision = specifier.precision
    if precision < 0:
        precision = _DEFAULT_PRECISION
    elif precision > _MAX_PRECISION and precision != _SHORTEST:
        ctx.function_warning(
            f"Requested precision of {precision} digits was truncated to PHP maximum of {_MAX_PRECISION} digits",
            E_NOTICE,
        )
        precision = _MAX_PRECISION
    if number != number or number in (math.inf, -math.inf):
        return _not_finite(specifier, number)
    letter = specifier.letter
    # PHP shows no sign of a negative zero here.
    if letter in "fF":
        text = fixed(number, precision)
    elif letter in "eE":
        digits, exponent = scientific(number, precision)
        text = ("-" if number < 0.0 else "") + digits[0] + ("." + digits[1:] if precision else "")
        text += letter + ("-" if exponent < 0 else "+") + str(abs(exponent))
    else:
        text = _general(number, precision, "e" if letter in "gh" else "E")
    is_negative = text[0] == "-"
    if specifier.always_sign and not is_negative:
        text = "+" + text
    return _padded(text, specifier, specifier.padding, has_sign=is_negative or specifier.always_sign)


def _not_finite(specifier: _Specifier, number: float) -> str:
    # These are never padded, but where zeros would follow a sign PHP puts the sign over the first letter.
    text = "NaN" if number != number else "INF" if number > 0 else "-INF"
    if specifier.padding == "0" and not specifier.is_left and (specifier.always_sign or number < 0):
        return ("-" if number < 0 else "+") + text[1:]
    return text


def _general(number: float, precision: int, letter: str) -> str:
    """`%g` as PHP writes it: like C's, but 1.0e+25 for 1e+25, and no zeros before the exponent's digits."""
    if precision == _SHORTEST:
        digits, exponent = _shortest_digits(abs(number))
        precision = 17
    else:
        precision = precision or 1
        digits, exponent = scientific(number, precision - 1)
        digits = digits.rstrip("0") or "0"
    sign = "-" if number < 0 or (number == 0 and math.copysign(1.0, number) < 0) else ""
    point = exponent + 1
    if point < -3 or point > precision:
        return f"{sign}{digits[0]}.{digits[1:] or '0'}{letter}{'-' if exponent < 0 else '+'}{abs(exponent)}"
    if point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    if len(digits) <= point:
        return sign + digits + "0" * (point - len(digits))
    return f"{sign}{digits[:point]}.{digits[point:]}"


def _shortest_digits(number: float) -> tuple[str, int]:
    """The fewest digits that mean `number`, and the power of ten of the first of them."""
    if number == 0:
        return "0", 0
    mantissa, _, power = repr(number).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    exponent = int(power or "0") + len(whole) - 1
    if whole == "0":
        exponent -= len(fraction) - len(fraction.lstrip("0")) + 1
        exponent += 1 if not fraction else 0
    return digits.rstrip("0") or "0", exponent


def _padded(text: str, specifier: _Specifier, padding: str, *, has_sign: bool) -> str:
    missing = specifier.width - len(text)
    if missing <= 0:
        return text
    if missing > CHARGE_THRESHOLD_BYTES:
        ctx.charge(missing)
    if specifier.is_left:
        return text + padding * missing
    if has_sign and padding == "0":
        return text[0] + "0" * missing + text[1:]
    return padding * missing + text


_BASES = "xXob"
_CONVERSIONS = "sdufFeEgGhHcxXob"


def _round_half_up(magnitude: int, places: int) -> int:
    power: int = 10**places
    rest = magnitude % power
    return magnitude - rest + (power if rest >= power // 2 else 0)


def _format_float_grouped(number: float, decimals: int, point: str, between: str) -> str:
    rounded = php_round(abs(number), decimals)
    if rounded != rounded or rounded == math.inf:
        # PHP loses the sign here.
        return "inf" if rounded == math.inf else "nan"
    shown = max(0, decimals)
    # PHP's own formatting stops at 500 digits; number_format fills up with zeros.
    digits = fixed(rounded, min(shown, _MAX_FRACTION_DIGITS))
    whole, _, fraction = digits.partition(".")
    text = ("-" if number < 0 and rounded != 0 else "") + _grouped(whole, between)
    return text + point + fraction + "0" * (shown - len(fraction)) if shown else text


def _grouped(digits: str, between: str) -> str:
    """`digits` in groups of three."""
    size = len(digits)
    if size <= 3:
        return digits
    if size <= 6:
        return digits[:-3] + between + digits[-3:]
    if size <= 9:
        return digits[:-6] + between + digits[-6:-3] + between + digits[-3:]
    first = len(digits) % 3
    groups = [digits[:first]] if first else []
    groups.extend([digits[start : start + 3] for start in range(first, len(digits), 3)])
    return between.join(groups)
