--TEST--
crypt
--FILE--
<?php
foreach (["ab", "a", '$1$abc$', '$5$salt$', '$5$rounds=1000$salt$', '$5$rounds=10$salt$', '$6$salt', '$2y$04$abcdefghijklmnopqrstuu', '$2y$03$abcdefghijklmnopqrstuu', '$2y$04$short', '_J9..rasm', '*0', '*1', ''] as $s) echo $s, " ", crypt("rasmuslerdorf", $s), "\n";
?>
--EXPECT--
ab abwyJk2Eko4/6
a *0
$1$abc$ $1$abc$6RCIpOawxlAfTcweceSmH1
$5$salt$ $5$salt$EOglxGOcgUCAOExL0wFpSldEfLSy3SZ7FSZ.bSm4M51
$5$rounds=1000$salt$ $5$rounds=1000$salt$hSNtqcsqyveqOnSAX7lTxzZYMfIEc5/BbnyyTpmfGb3
$5$rounds=10$salt$ *0
$6$salt $6$salt$9dZhnGJzdbX1Ly6DtPL0ks.wqMxMcomXg6KVjoGPelwfUA3Y0Q9Bu/v4zQ0TGz8uM8JUV7157Eqh4iWPuWVnY1
$2y$04$abcdefghijklmnopqrstuu $2y$04$abcdefghijklmnopqrstuugglmLNoUUTchQNHFkRvCk8BmwkKbU4m
$2y$03$abcdefghijklmnopqrstuu *0
$2y$04$short *0
_J9..rasm _J9..rasmBYk8r9AiWNc
*0 *1
*1 *0
 *0
