"""The names that compiled code may use, beside those it defines itself. Nothing else is in its module."""

from __future__ import annotations

from typing import Any, Dict

from engine.errors import ExecutionEnd, PhpThrown
from engine.runtime import (
    access,
    classes,
    comparisons,
    conversions,
    declarations,
    functions,
    generators,
    includes,
    iteration,
    lifetimes,
    objects,
    operators,
    properties,
    property_containers,
    property_listing,
    superglobals,
    ticks,
)
from engine.runtime.arrays import PhpArray
from engine.runtime.classes import PhpClass
from engine.runtime.context import ctx
from engine.runtime.functions import BoundByReference, Closure
from engine.runtime.objects import PhpObject
from engine.runtime.references import Ref
from engine.runtime.strings import StringBuilder
from engine.runtime.support import arguments, calls, members, slots, statements, symbol_tables, variables
from engine.runtime.values import MISSING

_FROM: Dict[Any, str] = {
    access: """aappend aget aget_name aget_step aget_to_update append_element_ref append_for_write append_in_variable
        append_old append_old_step append_step append_text append_to_ref aset aset_deep aset_name aset_step bind_append
        bind_element container element_for_object element_for_unset element_for_update element_for_write
        element_is_empty element_is_set element_ref isset_element keys_and_values list_get ref_for_write set_in_variable
        unpack_into unset_element written_key written_letter""",
    classes: "make_numbered require_class",
    comparisons: "compare identical le loose_equals lt",
    conversions: "to_array to_bool to_float to_int to_object to_string",
    declarations: """class_constant class_of_value constant constant_element constant_property declare_class
        declare_constant declare_function unpack_constant""",
    functions: """ReferenceCall add_named bind_arguments callable_of closure_from_callable closure_of
        namespaced_function require_function rest_array rest_references spread too_few""",
    generators: "AUTO delegate make_generator",
    includes: "evaluate include",
    iteration: "foreach_items foreach_lent_items foreach_lent_values foreach_references foreach_values",
    lifetimes: "rethrow taken take_number unwound",
    ticks: "tick",
    objects: "stored",
    operators: """add bit_and bit_not bit_or bit_xor concat decrement div increment mod mul negate plus pow_ shift_left
        shift_right sub""",
    properties: """assign_property fetch_property isset_property parent_hook property_is_set step_own step_property
        unset_property write_any_property write_own""",
    property_containers: """bind_property property_for_write property_ref""",
    property_listing: "clone_object",
    superglobals: """bind_superglobal globals_array globals_proxy superglobal superglobal_get superglobal_quiet
        superglobal_read unset_global unset_superglobal""",
    arguments: """accept_argument accept_return accept_returned_ref assertions_enabled check_rest count_passed
        deprecated_call missing_return named_by_ref passed_argument passed_arguments refuse_by_ref refuse_named
        refuse_value spread_for""",
    calls: """ConstructorCall called_class called_object called_of closure_of_function forwarded_method
        late_static_entry method_callable need_scope new_closure no_method own_callback parent_of relative_name
        scoped_method static_callable_of static_entry""",
    members: """bind_static class_name_of clone_with initialize_property instance_of_class instance_of_value own_static
        property_between property_for_object property_for_step property_for_unset property_for_update set_attribute
        set_static static_quiet static_ref unset_static""",
    slots: "ElementSlot PropertySlot",
    statements: """Jump caught caught_for_good chain_pending echo exit_ pending_exception print_ settled silence throw
        throw_new unhandled_match unsilence""",
    symbol_tables: """compact_pairs compact_table defined_variables emptied_slot extract_into global_get global_ref
        global_ref_read global_slot release_table table_bind table_capture table_get table_or_missing table_quiet
        table_ref table_ref_read table_set table_unset""",
    variables: """as_ref assign_in_ref assigned_ref capture_ref first_static hold new_static no_append_read no_reference
        no_this own_ref rebind ref_get ref_or_missing ref_quiet ref_read referenced_result release result_as_ref
        result_container returned_ref set_ref shared step_ref temporary_container undefined_variable yielded_ref""",
}

# Python's own functions that compiled code calls; every other builtin is out of its reach.
_PYTHON = {"type": type, "int": int, "str": str, "float": float, "bool": bool, "len": len, "isinstance": isinstance}


def _names() -> Dict[str, Any]:
    found: Dict[str, Any] = {
        "__builtins__": dict(_PYTHON),
        "BoundByReference": BoundByReference,
        "Closure": Closure,
        "ExecutionEnd": ExecutionEnd,
        "INF": float("inf"),
        "MISSING": MISSING,
        "NAN": float("nan"),
        "PhpArray": PhpArray,
        "PhpClass": PhpClass,
        "PhpObject": PhpObject,
        "PhpThrown": PhpThrown,
        "Ref": Ref,
        "StringBuilder": StringBuilder,
        "ctx": ctx,
        **_PYTHON,
    }
    for module, names in _FROM.items():
        for name in names.split():
            found[name] = getattr(module, name)
    return found


NAMES = _names()
