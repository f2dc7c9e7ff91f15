"""Directives: their defaults, and who may set them."""

from __future__ import annotations

from typing import Dict, Mapping, Optional

# Defaults of the PHP command line without a php.ini.
DEFAULTS: Dict[str, str] = {
    "arg_separator.input": "&",
    "arg_separator.output": "&",
    "assert.active": "1",
    "assert.bail": "0",
    "assert.callback": "",
    "assert.exception": "1",
    "assert.warning": "1",
    "auto_append_file": "",
    "auto_detect_line_endings": "0",
    "auto_prepend_file": "",
    "date.default_latitude": "31.7667",
    "date.default_longitude": "35.2333",
    "date.sunrise_zenith": "90.833333",
    "date.sunset_zenith": "90.833333",
    "date.timezone": "UTC",
    "default_charset": "UTF-8",
    "default_mimetype": "text/html",
    "disable_functions": "",
    "display_errors": "1",
    "display_startup_errors": "1",
    "docref_ext": "",
    "docref_root": "",
    "enable_post_data_reading": "1",
    "error_append_string": "",
    "error_log": "",
    "error_prepend_string": "",
    "error_reporting": "30719",
    "expose_php": "1",
    "file_uploads": "1",
    "highlight.comment": "#FF8000",
    "highlight.default": "#0000BB",
    "highlight.html": "#000000",
    "highlight.keyword": "#007700",
    "highlight.string": "#DD0000",
    "html_errors": "0",
    "ignore_repeated_errors": "0",
    "ignore_repeated_source": "0",
    "ignore_user_abort": "0",
    "implicit_flush": "1",
    "include_path": ".:/usr/share/php",
    "input_encoding": "",
    "internal_encoding": "",
    "log_errors": "0",
    "mail.add_x_header": "0",
    "max_execution_time": "0",
    "max_input_nesting_level": "64",
    "max_input_time": "-1",
    "max_input_vars": "1000",
    "mbstring.language": "neutral",
    "mbstring.internal_encoding": "",
    "mbstring.substitute_character": "",
    "mbstring.strict_detection": "0",
    "memory_limit": "128M",
    "open_basedir": "",
    "output_buffering": "0",
    "output_encoding": "",
    "output_handler": "",
    "pcre.backtrack_limit": "1000000",
    "pcre.jit": "1",
    "pcre.recursion_limit": "100000",
    "post_max_size": "8M",
    "precision": "14",
    "register_argc_argv": "1",
    "report_memleaks": "1",
    "serialize_precision": "-1",
    "short_open_tag": "0",
    "unserialize_callback_func": "",
    "unserialize_max_depth": "4096",
    "upload_max_filesize": "2M",
    "url_rewriter.tags": "form=",
    "user_agent": "",
    "variables_order": "EGPCS",
    "xmlrpc_errors": "0",
    "zend.assertions": "1",
    "zend.detect_unicode": "1",
    "zend.enable_gc": "1",
    "zend.exception_ignore_args": "0",
    "zend.exception_string_param_max_len": "15",
    "zend.max_allowed_stack_size": "0",
    "zend.multibyte": "0",
    "zend.reserved_stack_size": "0",
    "zend.script_encoding": "",
}

# Directives that PHP reads before a script starts: ini_set() of these fails.
SYSTEM_ONLY = frozenset(
    """allow_url_fopen allow_url_include disable_functions disable_classes enable_post_data_reading expose_php
    file_uploads max_input_nesting_level max_input_vars open_basedir_system post_max_size register_argc_argv
    short_open_tag upload_max_filesize variables_order auto_append_file auto_prepend_file output_buffering
    output_handler html_errors_system""".split()
)


class Ini:
    """The directives of one execution."""

    def __init__(self, overrides: Mapping[str, str]) -> None:
        self.initial: Dict[str, str] = dict(DEFAULTS)
        for name, value in overrides.items():
            self.initial[name] = parse_value(value)
        self.values: Dict[str, str] = dict(self.initial)

    def get(self, name: str) -> Optional[str]:
        """The directive's text, or None when there is none of this name."""
        return self.values.get(name)

    def get_int(self, name: str, default: int = 0) -> int:
        """The directive as an integer, with PHP's K, M and G suffixes."""
        text = (self.values.get(name) or "").strip()
        if not text:
            return default
        factor = {"k": 1 << 10, "m": 1 << 20, "g": 1 << 30}.get(text[-1].lower(), 1)
        digits = text.rstrip("kKmMgG").strip()
        try:
            return int(digits, 0 if digits[:2].lower() == "0x" else 10) * factor
        except ValueError:
            return default

    def get_bool(self, name: str) -> bool:
        """The directive as a boolean."""
        text = (self.values.get(name) or "").strip().lower()
        return text in ("1", "on", "yes", "true") or (text.lstrip("-").isdecimal() and int(text) != 0)

    def set(self, name: str, value: str) -> None:
        """Change the directive for the rest of this execution."""
        self.values[name] = value

    def restore(self, name: str) -> None:
        """Back to the value from before the script."""
        if name in self.initial:
            self.values[name] = self.initial[name]


_CONSTANTS = {"E_ALL": 30719, "E_ERROR": 1, "E_WARNING": 2, "E_PARSE": 4, "E_NOTICE": 8, "E_STRICT": 2048,
              "E_DEPRECATED": 8192, "E_USER_ERROR": 256, "E_USER_WARNING": 512, "E_USER_NOTICE": 1024,
              "E_USER_DEPRECATED": 16384, "E_RECOVERABLE_ERROR": 4096}  # fmt: skip


def parse_value(text: str) -> str:
    """The value of a raw `name=value` right-hand side: quotes off, booleans and E_ constants evaluated."""
    text = text.strip()
    if len(text) >= 2 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    lowered = text.lower()
    if lowered in ("on", "yes", "true"):
        return "1"
    if lowered in ("off", "no", "false", "none", "null"):
        return ""
    if "E_" in text:
        return _evaluate_levels(text)
    return text


def _evaluate_levels(text: str) -> str:
    """`E_ALL & ~E_NOTICE` and the like, left to right as php.ini's own grammar has it."""
    result, operator = 0, "|"
    for word in text.replace("&", " & ").replace("|", " | ").replace("^", " ^ ").replace("~", " ~").split():
        if word in "&|^":
            operator = word
            continue
        name = word.lstrip("~")
        if name not in _CONSTANTS and not name.isdecimal():
            return text
        value = _CONSTANTS[name] if name in _CONSTANTS else int(name)
        if word.startswith("~"):
            value = ~value
        result = result | value if operator == "|" else result & value if operator == "&" else result ^ value
    return str(result)
