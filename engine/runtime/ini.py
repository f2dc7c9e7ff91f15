"""Directives: their defaults, and who may set them."""

from __future__ import annotations

from typing import Dict, Mapping, Optional

# Defaults of the PHP command line without a php.ini.
DEFAULTS: Dict[str, str] = {
    "allow_url_fopen": "1",
    "allow_url_include": "0",
    "arg_separator.input": "&",
    "arg_separator.output": "&",
    "assert.active": "1",
    "assert.bail": "0",
    "assert.callback": "",
    "assert.exception": "1",
    "assert.warning": "1",
    "auto_append_file": "",
    "auto_detect_line_endings": "0",
    "auto_globals_jit": "1",
    "auto_prepend_file": "",
    "bcmath.scale": "0",
    "browscap": "",
    "date.default_latitude": "31.7667",
    "date.default_longitude": "35.2333",
    "date.sunrise_zenith": "90.833333",
    "date.sunset_zenith": "90.833333",
    "date.timezone": "UTC",
    "default_charset": "UTF-8",
    "default_mimetype": "text/html",
    "default_socket_timeout": "60",
    "disable_classes": "",
    "disable_functions": "",
    "display_errors": "1",
    "display_startup_errors": "1",
    "doc_root": "",
    "docref_ext": "",
    "docref_root": "",
    "enable_dl": "1",
    "enable_post_data_reading": "1",
    "error_append_string": "",
    "error_log": "",
    "error_log_mode": "0644",
    "error_prepend_string": "",
    "error_reporting": "",
    "expose_php": "1",
    "fiber.stack_size": "",
    "file_uploads": "1",
    "filter.default": "unsafe_raw",
    "filter.default_flags": "",
    "from": "",
    "hard_timeout": "2",
    "highlight.comment": "#FF8000",
    "highlight.default": "#0000BB",
    "highlight.html": "#000000",
    "highlight.keyword": "#007700",
    "highlight.string": "#DD0000",
    "html_errors": "0",
    "iconv.input_encoding": "",
    "iconv.internal_encoding": "",
    "iconv.output_encoding": "",
    "ignore_repeated_errors": "0",
    "ignore_repeated_source": "0",
    "ignore_user_abort": "0",
    "implicit_flush": "1",
    "include_path": ".:/usr/share/php",
    "input_encoding": "",
    "internal_encoding": "",
    "log_errors": "0",
    "mail.add_x_header": "0",
    "mail.force_extra_parameters": "",
    "mail.log": "",
    "mail.mixed_lf_and_crlf": "0",
    "max_execution_time": "0",
    "max_file_uploads": "20",
    "max_input_nesting_level": "64",
    "max_input_time": "-1",
    "max_input_vars": "1000",
    "max_multipart_body_parts": "-1",
    "mbstring.detect_order": "",
    "mbstring.encoding_translation": "0",
    "mbstring.http_input": "",
    "mbstring.http_output": "",
    "mbstring.http_output_conv_mimetypes": "^(text/|application/xhtml\\+xml)",
    "mbstring.internal_encoding": "",
    "mbstring.language": "neutral",
    "mbstring.regex_retry_limit": "1000000",
    "mbstring.regex_stack_limit": "100000",
    "mbstring.strict_detection": "0",
    "mbstring.substitute_character": "",
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
    "realpath_cache_size": "4096K",
    "realpath_cache_ttl": "120",
    "register_argc_argv": "1",
    "report_memleaks": "1",
    "report_zend_debug": "0",
    "request_order": "",
    "sendmail_from": "",
    "sendmail_path": "/usr/sbin/sendmail -t -i",
    "serialize_precision": "-1",
    "short_open_tag": "1",
    "SMTP": "localhost",
    "smtp_port": "25",
    "sys_temp_dir": "",
    "syslog.facility": "LOG_USER",
    "syslog.filter": "no-ctrl",
    "syslog.ident": "php",
    "unserialize_callback_func": "",
    "unserialize_max_depth": "4096",
    "upload_max_filesize": "2M",
    "upload_tmp_dir": "",
    "url_rewriter.hosts": "",
    "url_rewriter.tags": "form=",
    "user_agent": "",
    "user_dir": "",
    "user_ini.cache_ttl": "300",
    "user_ini.filename": ".user.ini",
    "variables_order": "EGPCS",
    "xmlrpc_error_number": "0",
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
    "zend.signal_check": "0",
}

# Those that are empty texts at first; other empty ones have no value.
EMPTY_TEXTS = frozenset(
    "disable_classes disable_functions docref_ext docref_root iconv.input_encoding iconv.internal_encoding "
    "iconv.output_encoding url_rewriter.hosts".split()
)

# Who may set a directive, as bits: 1 scripts, 2 a folder's settings, 4 the system. Everybody may set the others.
ACCESS: Dict[str, int] = {
    **dict.fromkeys(
        """arg_separator.input auto_append_file auto_globals_jit auto_prepend_file enable_post_data_reading
        filter.default filter.default_flags mail.add_x_header mail.force_extra_parameters mail.log
        mail.mixed_lf_and_crlf max_file_uploads max_input_nesting_level max_input_time max_input_vars
        max_multipart_body_parts mbstring.encoding_translation output_buffering output_handler post_max_size
        register_argc_argv request_order short_open_tag upload_max_filesize variables_order""".split(),
        6,
    ),
    **dict.fromkeys(
        """allow_url_fopen allow_url_include browscap disable_classes disable_functions doc_root enable_dl expose_php
        file_uploads hard_timeout realpath_cache_size realpath_cache_ttl sendmail_path sys_temp_dir syslog.facility
        syslog.ident upload_tmp_dir user_dir user_ini.cache_ttl user_ini.filename xmlrpc_errors zend.signal_check
        zend.max_allowed_stack_size zend.reserved_stack_size""".split(),
        4,
    ),
    "zend.multibyte": 2,
}


class Ini:
    """The directives of one execution."""

    def __init__(self, overrides: Mapping[str, str]) -> None:
        # Shared with every other execution until one of them is changed.
        self.initial: Dict[str, str] = DEFAULTS
        if overrides:
            self.initial = {**DEFAULTS, **{name: parse_value(value) for name, value in overrides.items()}}
        # Another dictionary after each change: who keeps what it read sees by this one whether that still holds.
        self.values: Dict[str, str] = self.initial

    def get(self, name: str) -> Optional[str]:
        """The directive's text, or None when there is none of this name."""
        return self.values.get(name)

    def get_int(self, name: str, default: int = 0) -> int:
        """The directive as an integer, with PHP's K, M and G suffixes."""
        text = (self.values.get(name) or "").strip()
        if not text:
            return default
        if text.isdecimal() and text.isascii():
            return int(text)
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
        self.values = {**self.values, name: value}

    def restore(self, name: str) -> None:
        """Back to the value from before the script."""
        if name in self.initial and self.values is not self.initial:
            self.values = {**self.values, name: self.initial[name]}


_CONSTANTS = {"E_ALL": 30719, "E_ERROR": 1, "E_WARNING": 2, "E_PARSE": 4, "E_NOTICE": 8, "E_STRICT": 2048,
              "E_DEPRECATED": 8192, "E_USER_ERROR": 256, "E_USER_WARNING": 512, "E_USER_NOTICE": 1024,
              "E_USER_DEPRECATED": 16384, "E_RECOVERABLE_ERROR": 4096}  # fmt: skip


def parse_value(text: str) -> str:
    """The value of a raw `name=value` right-hand side: quotes and comments off, booleans and E_ constants evaluated."""
    text = text.strip()
    if len(text) >= 2 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    text = text.partition(";")[0].rstrip()
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
