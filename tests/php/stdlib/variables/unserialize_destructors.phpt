--TEST--
An object whose unserialization failed, or whose __wakeup() or __unserialize() did not end well, has no destructor
--FILE--
<?php
#[AllowDynamicProperties]
class Plain { function __destruct() { echo "plain destroyed\n"; } }
#[AllowDynamicProperties]
class Wakes { public $fails = false; function __wakeup() { echo "wakes\n"; if ($this->fails) throw new Exception('no'); } function __destruct() { echo "wakes destroyed\n"; } }
class Reads { function __unserialize(array $data): void { echo "reads\n"; if ($data['fails'] ?? false) throw new Exception('no'); } function __destruct() { echo "reads destroyed\n"; } }
foreach ([
    'O:5:"Plain":1:{s:1:"a";i:1;}', 'O:5:"Plain":1:{s:10:"";}', 'O:5:"Wakes":1:{s:10:"";}', 'O:5:"Wakes":2:{i:0;R:1;s:10:"";}', 'O:5:"Reads":1:{s:10:"";}',
    'O:5:"Wakes":0:{}', 'O:5:"Wakes":1:{s:5:"fails";b:1;}', 'O:5:"Reads":1:{s:5:"fails";b:1;}',
    'a:3:{i:0;O:5:"Wakes":0:{}i:1;O:5:"Wakes":1:{s:5:"fails";b:1;}i:2;O:5:"Reads":0:{}}',
    'a:2:{i:0;O:5:"Wakes":0:{}i:1;x}',
] as $text) {
    echo "-- $text\n";
    try {
        $value = @unserialize($text);
        echo gettype($value), "\n";
    } catch (Exception $error) {
        echo 'caught ', $error->getMessage(), "\n";
        unset($error);
    }
    $value = null;
}
--EXPECT--
-- O:5:"Plain":1:{s:1:"a";i:1;}
object
plain destroyed
-- O:5:"Plain":1:{s:10:"";}
plain destroyed
boolean
-- O:5:"Wakes":1:{s:10:"";}
boolean
-- O:5:"Wakes":2:{i:0;R:1;s:10:"";}
boolean
-- O:5:"Reads":1:{s:10:"";}
boolean
-- O:5:"Wakes":0:{}
wakes
object
wakes destroyed
-- O:5:"Wakes":1:{s:5:"fails";b:1;}
wakes
caught no
-- O:5:"Reads":1:{s:5:"fails";b:1;}
reads
caught no
-- a:3:{i:0;O:5:"Wakes":0:{}i:1;O:5:"Wakes":1:{s:5:"fails";b:1;}i:2;O:5:"Reads":0:{}}
wakes
wakes
wakes destroyed
caught no
-- a:2:{i:0;O:5:"Wakes":0:{}i:1;x}
wakes
wakes destroyed
boolean
