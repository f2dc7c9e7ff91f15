--TEST--
json_validate(): yes or no, and why not
--FILE--
<?php
foreach (['{"a":[1,2]}', '', '[1,]', '"\ud800"', ' 1 ', "\"\xff\""] as $json) {
    var_dump(json_validate($json));
    echo json_last_error_msg(), "\n";
}
var_dump(json_validate("\"\xff\"", 512, JSON_INVALID_UTF8_IGNORE), json_validate('[[1]]', 1));
try {
    json_validate('1', 512, JSON_BIGINT_AS_STRING);
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
bool(true)
No error
bool(false)
Syntax error
bool(false)
Syntax error
bool(false)
Single unpaired UTF-16 surrogate in unicode escape
bool(true)
No error
bool(false)
Malformed UTF-8 characters, possibly incorrectly encoded
bool(true)
bool(false)
json_validate(): Argument #3 ($flags) must be a valid flag (allowed flags: JSON_INVALID_UTF8_IGNORE)
