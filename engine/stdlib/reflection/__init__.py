"""Reflection: classes, functions and the rest described to the script that declares or uses them."""

from __future__ import annotations

from engine.stdlib.reflection import (
    attributes,
    classes,
    constants,
    enums,
    extensions,
    functions,
    generators,
    methods,
    parameters,
    properties,
    references,
    types,
)  # fmt: skip

EXTENSION = "Reflection"

CLASSES = (
    *classes.CLASSES, *types.CLASSES, *functions.CLASSES, *methods.CLASSES, *parameters.CLASSES, *properties.CLASSES,
    *constants.CLASSES, *enums.CLASSES, *attributes.CLASSES, *generators.CLASSES, *extensions.CLASSES,
    *references.CLASSES,
)  # fmt: skip
