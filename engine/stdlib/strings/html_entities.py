"""The entities of HTML 5 and HTML 4.01, by name and by character, as PHP's html functions use them.

The names come from Python's own copy of the standard; what is PHP's own is which of several names it writes.
"""

from __future__ import annotations

from functools import lru_cache
from html.entities import codepoint2name, html5
from typing import Dict

# The name that htmlentities writes for each character that has several.
_PREFERRED_NAMES = """
    quot amp ast lt gt lbrack rsqb lowbar grave lbrace vert rcub nbsp DoubleDot copy reg macr plusmn
    DiacriticalAcute CenterDot Cedilla half Aring divide inodot Hacek Breve dot DiacriticalTilde
    DiacriticalDoubleAcute Omega epsi sigmav upsi thetasym upsih straightphi piv gammad varkappa rhov
    straightepsilon backepsilon ThinSpace hairsp ZeroWidthSpace hyphen Verbar OpenCurlyQuote rsquo sbquo
    OpenCurlyDoubleQuote rdquo bdquo Dagger bull hellip backprime oline af InvisibleTimes ic TripleDot complexes
    HilbertSpace Hfr Hopf planck imagline Ifr lagran naturals wp primes rationals realine Rfr Ropf trade Zopf Zfr
    Bscr Cfr expectation Fouriertrf Mellintrf orderof aleph CapitalDifferentialD DifferentialD exponentiale
    ImaginaryI larr uarr srarr darr harr UpDownArrow nwarrow UpperRightArrow LowerRightArrow swarr nleftarrow
    nrarr rarrw Larr twoheadrightarrow larrtl rarrtl LeftTeeArrow UpTeeArrow map DownTeeArrow larrhk rarrhk larrlp
    looparrowright harrw nleftrightarrow Lsh rsh curvearrowleft curarr olarr orarr leftharpoonup leftharpoondown
    RightUpVector uharl rharu rhard RightDownVector dharl rightleftarrows udarr lrarr llarr upuparrows rrarr
    downdownarrows leftrightharpoons rightleftharpoons nLeftarrow nhArr nrArr DoubleLeftArrow DoubleUpArrow
    Implies Downarrow hArr Updownarrow lAarr rAarr LeftArrowBar RightArrowBar DownArrowUpArrow forall comp part
    Exists nexist empty nabla isinv notin ReverseElement notniva prod Coproduct sum MinusPlus plusdo ssetmn compfn
    Sqrt prop angle angmsd mid nshortmid shortparallel nparallel and or Integral tint ContourIntegral
    DoubleContourIntegral cwconint awconint there4 Because Colon minusd sim bsim ac wr NotTilde esim nesim simeq
    nsime TildeFullEqual ncong approx napprox ape bcong CupCap bump nbump HumpEqual nbumpe esdot doteqdot
    fallingdotseq risingdotseq coloneq eqcolon ecir circeq triangleq equest NotEqual Congruent NotCongruent leq ge
    lE nlE geqq NotGreaterFullEqual lneqq lvertneqq gneqq gvertneqq ll nLtv gg NotGreaterGreater between NotLess
    ngtr NotLessEqual ngeq LessTilde GreaterTilde nlsim ngsim lessgtr gl ntlg NotGreaterLess prec succ
    PrecedesSlantEqual succcurlyeq precsim SucceedsTilde npr NotSucceeds sub vnsub sup nsupset SubsetEqual supe
    NotSubsetEqual NotSupersetEqual subsetneq vsubne supsetneq vsupne UnionPlus sqsub sqsupset SquareSubsetEqual
    SquareSupersetEqual sqcap sqcup CirclePlus ominus CircleTimes CircleDot ocir oast odash boxplus boxminus
    timesb sdotb vdash dashv DownTee perp DoubleRightTee vartriangleleft vrtri LeftTriangleEqual
    RightTriangleEqual mumap intcal xwedge xvee bigcap bigcup diamond Star divonx lthree rthree backsimeq curlyvee
    curlywedge Sub Supset pitchfork lessdot gtrdot Gg lesseqgtr gtreqless curlyeqprec cuesc NotPrecedesSlantEqual
    NotSucceedsSlantEqual NotSquareSubsetEqual NotSquareSupersetEqual precnsim scnsim nltri ntriangleright nltrie
    NotRightTriangleEqual barwed doublebarwedge lceil RightCeiling LeftFloor RightFloor ulcorner urcorner llcorner
    drcorn frown smile lmoust rmoust OverBracket bbrk oS HorizontalLine Square squarf bigtriangleup blacktriangle
    triangle blacktriangleright rtri bigtriangledown blacktriangledown triangledown blacktriangleleft ltri lozenge
    bigcirc starf spadesuit clubs hearts diamondsuit natur check maltese LeftDoubleBracket RightDoubleBracket
    langle RightAngleBracket longleftarrow LongRightArrow LongLeftRightArrow xlArr DoubleLongRightArrow xhArr xmap
    bkarow dbkarow drbkarow searhk swarhk toea seswar udhar ReverseUpEquilibrium lozf xodot bigoplus bigotimes
    biguplus bigsqcup iiiint iprod ddotseq les nles ges nges lap gap lne gne lnap gnap lesseqqgtr gEl els egs
    preceq NotPrecedesEqual SucceedsEqual NotSucceedsEqual precneqq scnE precapprox succapprox precnapprox
    succnapprox subE nsubE supseteqq nsupseteqq subsetneqq vsubnE supnE varsupsetneqq Dashv
"""


@lru_cache(maxsize=1)
def html5_characters() -> Dict[str, str]:
    """Character, or pair of them, by name."""
    return {name[:-1]: characters for name, characters in html5.items() if name.endswith(";")}


@lru_cache(maxsize=1)
def html5_names() -> Dict[str, str]:
    """Name by character or pair of them, in the order of their code points."""
    characters = html5_characters()
    names = {text: name for name, text in characters.items()}
    names.update({characters[name]: name for name in _PREFERRED_NAMES.split()})
    return dict(sorted(names.items()))


@lru_cache(maxsize=1)
def html4_names() -> Dict[str, str]:
    """Name by character; the single quote's is its number, for HTML 4.01 has no name for it."""
    names = {chr(code): name for code, name in codepoint2name.items()}
    names["'"] = "#039"
    return dict(sorted(names.items()))


@lru_cache(maxsize=1)
def html4_characters() -> Dict[str, str]:
    """Character by name."""
    return {name: chr(code) for code, name in codepoint2name.items()}
