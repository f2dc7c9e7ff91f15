"""Which return types of builtin methods a script's override must repeat; the others are tentative since PHP 8.1."""

from __future__ import annotations

from typing import Dict, FrozenSet

# Whose methods all have such return types.
_FIRM_CLASSES = frozenset(
    r"""
    backedenum bcmath\number closure errorexception fiber generator hashcontext internaliterator phptoken
    propertyhooktype random\engine random\engine\mt19937 random\engine\pcgoneseq128xslrr64 random\engine\secure
    random\engine\xoshiro256starstar random\intervalboundary random\randomizer reflectionattribute reflectionconstant
    reflectionenum reflectionenumbackedcase reflectionenumunitcase reflectionfiber reflectionintersectiontype
    reflectionreference reflectionuniontype roundingmode sensitiveparametervalue throwable unitenum weakmap
    weakreference
    """.split()
)

# Of classes that have both kinds: the methods that have such return types.
_FIRM_METHODS: Dict[str, FrozenSet[str]] = {
    "dateinterval": frozenset(
        """
        __serialize __unserialize
        """.split()
    ),
    "dateperiod": frozenset(
        """
        __serialize __unserialize createfromiso8601string getiterator
        """.split()
    ),
    "datetime": frozenset(
        """
        __serialize __unserialize createfrominterface getmicrosecond setmicrosecond
        """.split()
    ),
    "datetimeimmutable": frozenset(
        """
        __serialize __unserialize createfrominterface getmicrosecond setmicrosecond
        """.split()
    ),
    "datetimeinterface": frozenset(
        """
        __serialize __unserialize getmicrosecond
        """.split()
    ),
    "datetimezone": frozenset(
        """
        __serialize __unserialize
        """.split()
    ),
    "error": frozenset(
        """
        getfile getline getmessage getprevious gettrace gettraceasstring
        """.split()
    ),
    "exception": frozenset(
        """
        getfile getline getmessage getprevious gettrace gettraceasstring
        """.split()
    ),
    "reflectionclass": frozenset(
        """
        getattributes getlazyinitializer initializelazyobject isenum isreadonly isuninitializedlazyobject
        marklazyobjectasinitialized newlazyghost newlazyproxy resetaslazyghost resetaslazyproxy
        """.split()
    ),
    "reflectionclassconstant": frozenset(
        """
        getattributes gettype hastype isdeprecated isenumcase isfinal
        """.split()
    ),
    "reflectionfunction": frozenset(
        """
        isanonymous
        """.split()
    ),
    "reflectionfunctionabstract": frozenset(
        """
        getattributes getclosureusedvariables gettentativereturntype hastentativereturntype
        """.split()
    ),
    "reflectiongenerator": frozenset(
        """
        isclosed
        """.split()
    ),
    "reflectionmethod": frozenset(
        """
        createfrommethodname hasprototype
        """.split()
    ),
    "reflectionparameter": frozenset(
        """
        getattributes ispromoted
        """.split()
    ),
    "reflectionproperty": frozenset(
        """
        getattributes gethook gethooks getrawvalue getsettabletype hasdefaultvalue hashook hashooks isabstract
        isdynamic isfinal islazy isprivateset ispromoted isprotectedset isreadonly isvirtual setrawvalue
        setrawvaluewithoutlazyinitialization skiplazyinitialization
        """.split()
    ),
    "splfixedarray": frozenset(
        """
        __serialize __unserialize getiterator jsonserialize
        """.split()
    ),
    "splobjectstorage": frozenset(
        """
        seek
        """.split()
    ),
}

_ALWAYS_FIRM = frozenset(("__tostring", "__clone"))


def is_tentative_method(class_name: str, method_name: str) -> bool:
    """Whether the return type of a builtin method, both in lower case, is tentative."""
    if method_name in _ALWAYS_FIRM or class_name in _FIRM_CLASSES:
        return False
    return method_name not in _FIRM_METHODS.get(class_name, ())
