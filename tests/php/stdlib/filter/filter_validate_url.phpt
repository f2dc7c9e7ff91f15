--TEST--
filter_validate_url
--FILE--
<?php
foreach (["http://example.com", "https://u:p@h.de:80/p?q#f", "//x", "mailto:a@b", "http://", "http://a_b.c", "http://[::1]/", "javascript:alert(1)", "ftp://h", "http://h/ x", "file:///etc"] as $u) echo $u, " ", json_encode(filter_var($u, FILTER_VALIDATE_URL)), json_encode(filter_var($u, FILTER_VALIDATE_URL, FILTER_FLAG_PATH_REQUIRED)), json_encode(filter_var($u, FILTER_VALIDATE_URL, FILTER_FLAG_QUERY_REQUIRED)), "\n";
?>
--EXPECT--
http://example.com "http:\/\/example.com"falsefalse
https://u:p@h.de:80/p?q#f "https:\/\/u:p@h.de:80\/p?q#f""https:\/\/u:p@h.de:80\/p?q#f""https:\/\/u:p@h.de:80\/p?q#f"
//x falsefalsefalse
mailto:a@b "mailto:a@b""mailto:a@b"false
http:// falsefalsefalse
http://a_b.c falsefalsefalse
http://[::1]/ "http:\/\/[::1]\/""http:\/\/[::1]\/"false
javascript:alert(1) falsefalsefalse
ftp://h "ftp:\/\/h"falsefalse
http://h/ x falsefalsefalse
file:///etc "file:\/\/\/etc""file:\/\/\/etc"false
