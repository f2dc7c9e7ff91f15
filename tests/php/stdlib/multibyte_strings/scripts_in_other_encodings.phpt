--TEST--
A script in UTF-8 becomes one in the internal encoding, where backslashes are halves of characters
--INI--
zend.multibyte=1
zend.script_encoding=UTF-8
internal_encoding=SJIS
--FILE--
これは<?php
$variable = '表';
echo bin2hex("表示 $variable"), ' ', strlen('テスト'), ' ', bin2hex(<<<TEXT
    能 {$variable}
    TEXT), ' ', bin2hex("\x41"), "\n";
$names = ['ソ' => 1];
echo bin2hex(key($names)), ' ', mb_internal_encoding(), "\n";
eval('echo bin2hex("' . $variable . '"), "\n";');
?>
--EXPECT--
�����955c8ea620955c 6 945c20955c 41
835c SJIS
955c
