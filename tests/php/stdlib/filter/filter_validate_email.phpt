--TEST--
filter_validate_email
--FILE--
<?php
foreach (["a@b.c", "a.b+c@d-e.org", "a..b@c.de", "\"a b\"@c.de", "a@b", "a@[127.0.0.1]", "a@[IPv6:::1]", str_repeat("a", 65) . "@b.de", "a@-b.de", "a@b.de\n", "\u{e9}@b.de"] as $e) echo json_encode(filter_var($e, FILTER_VALIDATE_EMAIL)), json_encode(filter_var($e, FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE)), "\n";
?>
--EXPECT--
"a@b.c""a@b.c"
"a.b+c@d-e.org""a.b+c@d-e.org"
falsefalse
falsefalse
falsefalse
"a@[127.0.0.1]""a@[127.0.0.1]"
"a@[IPv6:::1]""a@[IPv6:::1]"
falsefalse
falsefalse
falsefalse
false"\u00e9@b.de"
