--TEST--
What directives take: quantities, languages, charsets, deprecated ones; null where there is no value
--FILE--
<?php
foreach (['zend.assertions', 'pcre.backtrack_limit', 'mbstring.language', 'assert.exception', 'default_charset',
    'auto_detect_line_endings', 'arg_separator.output', 'open_basedir'] as $name) {
    echo "$name: ", ini_get($name), "\n";
    foreach (['1', '0', '', 'abc', '1.5', 'Japanese', 'ISO-8859-1', 'on', null] as $value) {
        var_dump(ini_set($name, $value));
    }
    ini_restore($name);
}
foreach (['1e3', '1.5M', '99x', '5k', '-0x1A', ''] as $quantity) {
    var_dump(ini_parse_quantity($quantity));
}
$all = ini_get_all();
foreach (['error_log', 'docref_root', 'user_agent', 'precision', 'SMTP', 'user_ini.filename', 'hard_timeout'] as $name) {
    echo $name, ' ', json_encode($all[$name]), ' ', json_encode(ini_get_all(details: false)[$name]), "\n";
}
--EXPECTF--
zend.assertions: 1
string(1) "1"
string(1) "1"
string(1) "0"

Warning: Invalid "zend.assertions" setting. Invalid quantity "abc": no valid leading digits, interpreting as "0" for backwards compatibility in %sini_set_checks.php on line 6
string(0) ""

Warning: Invalid "zend.assertions" setting. Invalid quantity "1.5": unknown multiplier "5", interpreting as "1" for backwards compatibility in %sini_set_checks.php on line 6
string(3) "abc"

Warning: Invalid "zend.assertions" setting. Invalid quantity "Japanese": no valid leading digits, interpreting as "0" for backwards compatibility in %sini_set_checks.php on line 6
string(3) "1.5"

Warning: Invalid "zend.assertions" setting. Invalid quantity "ISO-8859-1": no valid leading digits, interpreting as "0" for backwards compatibility in %sini_set_checks.php on line 6
string(8) "Japanese"

Warning: Invalid "zend.assertions" setting. Invalid quantity "on": no valid leading digits, interpreting as "0" for backwards compatibility in %sini_set_checks.php on line 6
string(10) "ISO-8859-1"
string(2) "on"
pcre.backtrack_limit: 1000000
string(7) "1000000"
string(1) "1"
string(1) "0"

Warning: Invalid "pcre.backtrack_limit" setting. Invalid quantity "abc": no valid leading digits, interpreting as "0" for backwards compatibility in %sini_set_checks.php on line 6
string(0) ""

Warning: Invalid "pcre.backtrack_limit" setting. Invalid quantity "1.5": unknown multiplier "5", interpreting as "1" for backwards compatibility in %sini_set_checks.php on line 6
string(3) "abc"

Warning: Invalid "pcre.backtrack_limit" setting. Invalid quantity "Japanese": no valid leading digits, interpreting as "0" for backwards compatibility in %sini_set_checks.php on line 6
string(3) "1.5"

Warning: Invalid "pcre.backtrack_limit" setting. Invalid quantity "ISO-8859-1": no valid leading digits, interpreting as "0" for backwards compatibility in %sini_set_checks.php on line 6
string(8) "Japanese"

Warning: Invalid "pcre.backtrack_limit" setting. Invalid quantity "on": no valid leading digits, interpreting as "0" for backwards compatibility in %sini_set_checks.php on line 6
string(10) "ISO-8859-1"
string(2) "on"
mbstring.language: neutral
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
string(7) "neutral"
bool(false)
bool(false)
bool(false)
assert.exception: 1
string(1) "1"

Deprecated: ini_set(): assert.exception INI setting is deprecated in %sini_set_checks.php on line 6
string(1) "1"

Deprecated: ini_set(): assert.exception INI setting is deprecated in %sini_set_checks.php on line 6
string(1) "0"

Deprecated: ini_set(): assert.exception INI setting is deprecated in %sini_set_checks.php on line 6
string(0) ""
string(3) "abc"

Deprecated: ini_set(): assert.exception INI setting is deprecated in %sini_set_checks.php on line 6
string(3) "1.5"

Deprecated: ini_set(): assert.exception INI setting is deprecated in %sini_set_checks.php on line 6
string(8) "Japanese"
string(10) "ISO-8859-1"

Deprecated: ini_set(): assert.exception INI setting is deprecated in %sini_set_checks.php on line 6
string(2) "on"
default_charset: UTF-8

Warning: ini_set(): Unknown encoding "1" in ini setting in %sini_set_checks.php on line 6

Warning: ini_set(): INI setting contains invalid encoding "1" in %sini_set_checks.php on line 6
string(5) "UTF-8"

Warning: ini_set(): Unknown encoding "0" in ini setting in %sini_set_checks.php on line 6

Warning: ini_set(): INI setting contains invalid encoding "0" in %sini_set_checks.php on line 6
string(1) "1"
string(1) "0"

Warning: ini_set(): Unknown encoding "abc" in ini setting in %sini_set_checks.php on line 6

Warning: ini_set(): INI setting contains invalid encoding "abc" in %sini_set_checks.php on line 6
string(0) ""

Warning: ini_set(): Unknown encoding "1.5" in ini setting in %sini_set_checks.php on line 6

Warning: ini_set(): INI setting contains invalid encoding "1.5" in %sini_set_checks.php on line 6
string(3) "abc"

Warning: ini_set(): Unknown encoding "Japanese" in ini setting in %sini_set_checks.php on line 6

Warning: ini_set(): INI setting contains invalid encoding "Japanese" in %sini_set_checks.php on line 6
string(3) "1.5"
string(8) "Japanese"

Warning: ini_set(): Unknown encoding "on" in ini setting in %sini_set_checks.php on line 6

Warning: ini_set(): INI setting contains invalid encoding "on" in %sini_set_checks.php on line 6
string(10) "ISO-8859-1"
string(2) "on"
auto_detect_line_endings: 0

Deprecated: auto_detect_line_endings is deprecated in %sini_set_checks.php on line 6
string(1) "0"
string(1) "1"
string(1) "0"
string(0) ""

Deprecated: auto_detect_line_endings is deprecated in %sini_set_checks.php on line 6
string(3) "abc"
string(3) "1.5"
string(8) "Japanese"

Deprecated: auto_detect_line_endings is deprecated in %sini_set_checks.php on line 6
string(10) "ISO-8859-1"
string(2) "on"
arg_separator.output: &
string(1) "&"
string(1) "1"
bool(false)
string(1) "0"
string(3) "abc"
string(3) "1.5"
string(8) "Japanese"
string(10) "ISO-8859-1"
bool(false)
open_basedir: 
string(0) ""
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)

Warning: Invalid quantity "1e3": unknown multiplier "3", interpreting as "1" for backwards compatibility in %sini_set_checks.php on line 11
int(1)

Warning: Invalid quantity "1.5M", interpreting as "1M" for backwards compatibility in %sini_set_checks.php on line 11
int(1048576)

Warning: Invalid quantity "99x": unknown multiplier "x", interpreting as "99" for backwards compatibility in %sini_set_checks.php on line 11
int(99)
int(5120)
int(-26)
int(0)
error_log {"global_value":null,"local_value":null,"access":7} null
docref_root {"global_value":"","local_value":"","access":7} ""
user_agent {"global_value":null,"local_value":null,"access":7} null
precision {"global_value":"14","local_value":"14","access":7} "14"
SMTP {"global_value":"localhost","local_value":"localhost","access":7} "localhost"
user_ini.filename {"global_value":".user.ini","local_value":".user.ini","access":4} ".user.ini"
hard_timeout {"global_value":"2","local_value":"2","access":4} "2"
