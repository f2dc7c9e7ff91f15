--TEST--
preg_last_error(): the codes
--FILE--
<?php
preg_match('/a/', 'a'); var_dump(preg_last_error() === PREG_NO_ERROR);
preg_match('/a/u', "\xff"); var_dump(preg_last_error() === PREG_BAD_UTF8_ERROR);
preg_match('/a/u', 'é', $m, 0, 1); var_dump(preg_last_error() === PREG_BAD_UTF8_OFFSET_ERROR);
preg_match('/a/', 'a', $m, 0, 5); var_dump(preg_last_error() === PREG_INTERNAL_ERROR);
ini_set('pcre.jit', '0');
ini_set('pcre.backtrack_limit', '2');
preg_match('/.*\d-x/', '0123456789'); var_dump(preg_last_error() === PREG_BACKTRACK_LIMIT_ERROR);
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
