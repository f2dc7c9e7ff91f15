--TEST--
A script says what it is in; what the internal encoding has not becomes a question mark
--INI--
zend.multibyte=1
zend.script_encoding=EUC-JP
internal_encoding=ISO-8859-1
--FILE--
<?php
declare(encoding='UTF-8');
echo bin2hex('äé日'), "\n";
?>
--EXPECT--
e4e93f
