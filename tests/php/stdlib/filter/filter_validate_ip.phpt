--TEST--
filter_validate_ip
--FILE--
<?php
foreach (["1.2.3.4", "10.0.0.1", "127.0.0.1", "256.1.1.1", "01.2.3.4", "::1", "fc00::1", "2001:db8::1", "1::2::3", "::ffff:1.2.3.4", "1:2:3:4:5:6:7:8"] as $ip) { echo $ip; foreach ([0, FILTER_FLAG_IPV4, FILTER_FLAG_IPV6, FILTER_FLAG_NO_PRIV_RANGE, FILTER_FLAG_NO_RES_RANGE, FILTER_FLAG_GLOBAL_RANGE] as $f) echo " ", filter_var($ip, FILTER_VALIDATE_IP, $f) === false ? "no" : "yes"; echo "\n"; }
foreach (["a.b", "-a.b", "a..b", "a_b.c", ""] as $d) echo json_encode(filter_var($d, FILTER_VALIDATE_DOMAIN)), json_encode(filter_var($d, FILTER_VALIDATE_DOMAIN, FILTER_FLAG_HOSTNAME)), "\n";
var_dump(filter_var("01-23-45-67-89-ab", FILTER_VALIDATE_MAC), filter_var("0123.4567.89ab", FILTER_VALIDATE_MAC), filter_var("01:23:45:67:89:ag", FILTER_VALIDATE_MAC));
?>
--EXPECT--
1.2.3.4 yes yes no yes yes yes
10.0.0.1 yes yes no no yes no
127.0.0.1 yes yes no yes no no
256.1.1.1 no no no no no no
01.2.3.4 no no no no no no
::1 yes no yes yes no no
fc00::1 yes no yes no yes no
2001:db8::1 yes no yes yes yes no
1::2::3 no no no no no no
::ffff:1.2.3.4 yes no yes yes no no
1:2:3:4:5:6:7:8 yes no yes yes yes yes
"a.b""a.b"
"-a.b"false
falsefalse
"a_b.c"false
""false
string(17) "01-23-45-67-89-ab"
string(14) "0123.4567.89ab"
bool(false)
