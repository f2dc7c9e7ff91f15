"""What glibc writes for a character that a set lacks, in the locale C: `//TRANSLIT`.

Most of it follows from Unicode: letters lose their accents, compatibility characters are spelled out. The rest is a
table.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Callable, Dict, Iterator, Optional, Tuple

# Each word is a character and what stands for it.
_WORDS = """
¡! ¢c £GBP ¥JPY ¦| ©(C) «<< ¬! ­- ®(R) ±+- ´' ·. ¸, »>> ÆAE ÐD ×x ØO ÞTH ßss æae ðd ÷/ øo þth ĐD đd ĦH ħh ıi ĸq
ĿL ŀl ŁL łl ŉ'n ŊN ŋn ŒOE œoe ŦT ŧt ƀb ƁB ƂB ƃb ƇC ƈc ƉD ƊD ƋD ƌd ƐE ƑF ƒf ƓG ƕhv ƖI ƗI ƘK ƙk ƚl ƝN ƞn ƢOI ƣoi
ƤP ƥp ƫt ƬT ƭt ƮT ƲV ƳY ƴy ƵZ ƶz ǤG ǥg ȡd ȤZ ȥz ȴl ȵn ȶt ȷj ȸdb ȹqp ȺA ȻC ȼc ȽL ȾT ȿs ɀz ɃB ɄU ɆE ɇe ɈJ ɉj ɌR ɍr
ɎY ɏy ɓb ɕc ɖd ɗd ɛe ɟj ɠg ɡg ɢG ɦh ɧh ɨi ɪI ɫl ɬl ɭl ɱm ɲn ɳn ɴN ɶOE ɼr ɽr ɾr ʀR ʂs ʈt ʉu ʋv ʏY ʐz ʑz ʙB ʛG ʜH
ʝj ʟL ʠq ʣdz ʥdz ʦts ʪls ʫlz ˆ^ ˈ' ˋ` ˍ_ ː: ˜~ ˝'' μu ֏AMD ᴀA ᴁAE ᴃB ᴄC ᴅD ᴆD ᴇE ᴊJ ᴋK ᴌL ᴍM ᴏO ᴘP ᴛT ᴜU ᴠV ᴡW
ᴢZ ᵫue ᵬb ᵭd ᵮf ᵯm ᵰn ᵱp ᵲr ᵳr ᵴs ᵵt ᵶz ᵺth ᵻI ᵽp ᵾU ᶀb ᶁd ᶂf ᶃg ᶄk ᶅl ᶆm ᶇn ᶈp ᶉr ᶊs ᶌv ᶍx ᶎz ᶏa ᶑd ᶒe ᶓe ᶖi ᶙu
ẚa ẜs ẝs ẞSS ỺLL ỻll ỼV ỽv ỾY ỿy ‐- ‒- –- —-- ―- ‘' ’' ‚, ‛' „,, †+ •o ‵` ‹< ›> ⁄/ ⁊& ₠CE ₡C= ₢Cr ₣Fr. ₤L. ₧Pts
₩KRW ₪ILS ₫Dong €EUR ₯GRD ₱PHP ₸KZT ₹INR ₺TL ₾GEL ℞Rx ™(TM) ℮e ←<- →-> ↔<-> ↮!<-> ⇍!<= ⇎!<=> ⇏!=> ⇐<= ⇒=> ⇔<=>
∕/ ∗* ∣| ∥|| ∶: ∼~ ≁!~ ≄!~- ≇!~= ≉!~~ ≠!= ≢!== ≤<= ≥>= ≪<< ≫>> ≮!< ≯!> ≰!<= ≱!>= ≴!<~ ≵!>~ ≸!<> ≹!>< ⋘<<< ⋙>>>
␀NUL ␁SOH ␂STX ␃ETX ␄EOT ␅ENQ ␆ACK ␇BEL ␈BS ␉HT ␊LF ␋VT ␌FF ␍CR ␎SO ␏SI ␐DLE ␑DC1 ␒DC2 ␓DC3 ␔DC4 ␕NAK ␖SYN ␗ETB
␘CAN ␙EM ␚SUB ␛ESC ␜FS ␝GS ␞RS ␟US ␠SP ␡DEL ␣_ ␤NL ─- │| ┌+ ┐+ └+ ┘+ ├+ ┤+ ┬+ ┴+ ┼+ ╱/ ◦o ☺:) ☻:) ⟋/ ⟦[| ⟧|] ⟨<
⟩> ⟪<< ⟫>> ⟬(( ⟭)) ⟮( ⟯) ⦀||| ⦃{| ⦄|} ⦅(( ⦆)) ⦇(| ⦈|) ⦉<| ⦊|> ⧣# ⧥# ⧸/ ⧼< ⧽> ⧾+ ⧿- 〈< 〉> ゠= ʹ´ ʺ´´ ˉ¯ ˊ´ ′´ ⋅·
⋯··· ㎂µA ㎌µF ㎍µg ㎕µl ㎛µm ㎲µs ㎶µV ㎼µW ҤНГ ҥнг ҴТЦ ҵтц ӔАЕ ӕае ʻ‘ ︙...
"""
_TABLE: Dict[str, Tuple[str, ...]] = {word[0]: (word[1:],) for word in _WORDS.split()}
# What a word cannot hold, and characters with a second choice for poorer sets.
_TABLE.update({
    "\xb5": ("\u03bc", "u"), "\u2000": (" ",), "\u2001": (" ",), "\u2011": ("-",), "\u2329": ("<",), "\u232a": (">",),
    "\u02bc": ("\u2019", "'"), "\u201c": ('"',), "\u201d": ('"',), "\u201f": ('"',), "\u202f": ("\xa0", " "),
    "\u20b4": ("\u0433\u0440\u043d", "UAH"), "\u20bd": ("\u0440\u0443\u0431", "RUB"), "\u2212": ("\u2013", "-"),
    "\u2216": ("\\",), "\u2219": ("\xb7", "\u2022"), "\u2572": ("\\",), "\u27cd": ("\\",), "\u29f5": ("\\",),
    "\u29f9": ("\\",),
})  # fmt: skip
# Marks that are left out, and characters of no width.
_DROPPED = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
    "\u06e7\u06e8\u06ea-\u06ed\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff\u1ab0-\u1ace\u1dc0-\u1dff\u200b\u2060-\u2063\u20d0-\u20f0"
    "\u3099\u309a\ufb1e\ufe00-\ufe0f\ufe20-\ufe2d\ufeff]"
)
# Their decompositions are not used.
_UNDECOMPOSED = frozenset("\u01c4\u01c5\u01c6\u2007\u1e9b")


def transliterate(character: str, has: Callable[[str], bool]) -> Optional[str]:
    """What is written for a character where a set lacks it, as far as `has` says the set goes; None for nothing."""
    for candidate in _candidates(character):
        if all(has(part) for part in candidate):
            return candidate
    return "" if _DROPPED.match(character) else None


def _candidates(character: str) -> Iterator[str]:
    """What may stand for a character, the best first."""
    yield from _TABLE.get(character, ())
    kind, _space, rest = unicodedata.decomposition(character).partition(" ")
    if not kind or character in _UNDECOMPOSED:
        return
    if not kind.startswith("<"):
        bare = _DROPPED.sub("", unicodedata.normalize("NFD", character))
        if bare:
            yield bare
        if rest and bare.isalpha():
            yield from _TABLE.get(bare, ())
        return
    text = "".join(chr(int(number, 16)) for number in rest.split())
    if kind == "<fraction>":
        yield f" {text} ".replace("\u2044", "/")
    elif kind == "<circle>":
        yield f"({text})"
    elif len(text) == 1:
        yield text
    elif text[0] != " ":
        yield text
        if kind == "<square>":
            text = text.replace("\xb2", "^2").replace("\xb3", "^3")
        yield "".join(_TABLE.get(part, part)[0] for part in text)
