--TEST--
#[Override] is checked
--FILE--
<?php
class P { function a() {} }
class C extends P {
    #[Override] function a() {}
    #[Override] function b() {}
}
--EXPECTF--
Fatal error: C::b() has #[\Override] attribute, but no matching parent method exists in %s03_override.php on line 5
