--TEST--
Keys and passwords are hidden in the stack traces of builtin functions
--FILE--
<?php
$calls = [
    ['hash_hmac', ['none', 'data', 'key']],
    ['hash_equals', ['known', null]],
    ['hash_init', ['none', HASH_HMAC, 'key']],
    ['hash_pbkdf2', ['none', 'password', 'salt', 1]],
    ['hash_hkdf', ['none', 'key', 3]],
    ['crypt', ['secret', []]],
    ['password_hash', ['secret', 'none']],
    ['password_verify', ['secret', []]],
    ['hash_file', ['none', 'shown']],
];
foreach ($calls as [$name, $arguments]) {
    try {
        $name(...$arguments);
    } catch (Error $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
        foreach ($error->getTrace()[0]['args'] as $argument) {
            echo '  ', is_object($argument) ? get_class($argument) : json_encode($argument), "\n";
        }
    }
}
?>
--EXPECT--
ValueError: hash_hmac(): Argument #1 ($algo) must be a valid cryptographic hashing algorithm
  "none"
  "data"
  SensitiveParameterValue
TypeError: hash_equals(): Argument #2 ($user_string) must be of type string, null given
  SensitiveParameterValue
  SensitiveParameterValue
ValueError: hash_init(): Argument #1 ($algo) must be a valid hashing algorithm
  "none"
  1
  SensitiveParameterValue
ValueError: hash_pbkdf2(): Argument #1 ($algo) must be a valid cryptographic hashing algorithm
  "none"
  SensitiveParameterValue
  "salt"
  1
ValueError: hash_hkdf(): Argument #1 ($algo) must be a valid cryptographic hashing algorithm
  "none"
  SensitiveParameterValue
  3
TypeError: crypt(): Argument #2 ($salt) must be of type string, array given
  SensitiveParameterValue
  []
ValueError: password_hash(): Argument #2 ($algo) must be a valid password hashing algorithm
  SensitiveParameterValue
  "none"
TypeError: password_verify(): Argument #2 ($hash) must be of type string, array given
  SensitiveParameterValue
  []
ValueError: hash_file(): Argument #1 ($algo) must be a valid hashing algorithm
  "none"
  "shown"
