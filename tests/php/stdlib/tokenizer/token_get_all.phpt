--TEST--
token_get_all
--FILE--
<?php
$codes = ["<?php echo 1.5, 'x', \"a \$b {\$c['d']} \${e}\"; // c\n# d\n/* e */ /** f */ ?>\nhtml <?= \$x ?>", "<?php \$h = <<<A\n  \$x t\n  A . <<<'B'\nraw\nB;", "<?php \"open \$x[0] \$y->z \$q[-1]", "<?php 'open", "<?php /* open", "<?php a\\b \\c namespace\\d fn(&\$x) => \$x?->class & 1;", "<?php __halt_compiler(); rest <?php", "<?php enum E {} yield from \$x; (int) (string)1 \x01 0x 0b2", "no code"];
foreach ($codes as $code) { foreach (token_get_all($code) as $t) echo is_array($t) ? token_name($t[0]) . " " . json_encode($t[1]) . " $t[2]" : $t, "\n"; echo "--\n"; }
foreach (token_get_all("<?php class A { const class = 1; function list() {} }", TOKEN_PARSE) as $t) echo is_array($t) ? token_name($t[0]) : $t, " ";
try { token_get_all("<?php if", TOKEN_PARSE); } catch (ParseError $e) { echo "\n", $e->getMessage(), "\n"; }
?>
--EXPECT--
T_OPEN_TAG "<?php " 1
T_ECHO "echo" 1
T_WHITESPACE " " 1
T_DNUMBER "1.5" 1
,
T_WHITESPACE " " 1
T_CONSTANT_ENCAPSED_STRING "'x'" 1
,
T_WHITESPACE " " 1
"
T_ENCAPSED_AND_WHITESPACE "a " 1
T_VARIABLE "$b" 1
T_ENCAPSED_AND_WHITESPACE " " 1
T_CURLY_OPEN "{" 1
T_VARIABLE "$c" 1
[
T_CONSTANT_ENCAPSED_STRING "'d'" 1
]
}
T_ENCAPSED_AND_WHITESPACE " " 1
T_DOLLAR_OPEN_CURLY_BRACES "${" 1
T_STRING_VARNAME "e" 1
}
"
;
T_WHITESPACE " " 1
T_COMMENT "\/\/ c" 1
T_WHITESPACE "\n" 1
T_COMMENT "# d" 2
T_WHITESPACE "\n" 2
T_COMMENT "\/* e *\/" 3
T_WHITESPACE " " 3
T_DOC_COMMENT "\/** f *\/" 3
T_WHITESPACE " " 3
T_CLOSE_TAG "?>\n" 3
T_INLINE_HTML "html " 4
T_OPEN_TAG_WITH_ECHO "<?=" 4
T_WHITESPACE " " 4
T_VARIABLE "$x" 4
T_WHITESPACE " " 4
T_CLOSE_TAG "?>" 4
--
T_OPEN_TAG "<?php " 1
T_VARIABLE "$h" 1
T_WHITESPACE " " 1
=
T_WHITESPACE " " 1
T_START_HEREDOC "<<<A\n" 1
T_ENCAPSED_AND_WHITESPACE "  " 2
T_VARIABLE "$x" 2
T_ENCAPSED_AND_WHITESPACE " t\n" 2
T_END_HEREDOC "  A" 3
T_WHITESPACE " " 3
.
T_WHITESPACE " " 3
T_START_HEREDOC "<<<'B'\n" 3
T_ENCAPSED_AND_WHITESPACE "raw\n" 4
T_END_HEREDOC "B" 5
;
--
T_OPEN_TAG "<?php " 1
"
T_ENCAPSED_AND_WHITESPACE "open " 1
T_VARIABLE "$x" 1
[
T_NUM_STRING "0" 1
]
T_ENCAPSED_AND_WHITESPACE " " 1
T_VARIABLE "$y" 1
T_OBJECT_OPERATOR "->" 1
T_STRING "z" 1
T_ENCAPSED_AND_WHITESPACE " " 1
T_VARIABLE "$q" 1
[
-
T_NUM_STRING "1" 1
]
--
T_OPEN_TAG "<?php " 1
T_ENCAPSED_AND_WHITESPACE "'open" 1
--
T_OPEN_TAG "<?php " 1
T_COMMENT "\/* open" 1
--
T_OPEN_TAG "<?php " 1
T_NAME_QUALIFIED "a\\b" 1
T_WHITESPACE " " 1
T_NAME_FULLY_QUALIFIED "\\c" 1
T_WHITESPACE " " 1
T_NAME_RELATIVE "namespace\\d" 1
T_WHITESPACE " " 1
T_FN "fn" 1
(
T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG "&" 1
T_VARIABLE "$x" 1
)
T_WHITESPACE " " 1
T_DOUBLE_ARROW "=>" 1
T_WHITESPACE " " 1
T_VARIABLE "$x" 1
T_NULLSAFE_OBJECT_OPERATOR "?->" 1
T_STRING "class" 1
T_WHITESPACE " " 1
T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG "&" 1
T_WHITESPACE " " 1
T_LNUMBER "1" 1
;
--
T_OPEN_TAG "<?php " 1
T_HALT_COMPILER "__halt_compiler" 1
(
)
;
T_INLINE_HTML " rest <?php" 1
--
T_OPEN_TAG "<?php " 1
T_ENUM "enum" 1
T_WHITESPACE " " 1
T_STRING "E" 1
T_WHITESPACE " " 1
{
}
T_WHITESPACE " " 1
T_YIELD_FROM "yield from" 1
T_WHITESPACE " " 1
T_VARIABLE "$x" 1
;
T_WHITESPACE " " 1
T_INT_CAST "(int)" 1
T_WHITESPACE " " 1
T_STRING_CAST "(string)" 1
T_LNUMBER "1" 1
T_WHITESPACE " " 1
T_BAD_CHARACTER "\u0001" 1
T_WHITESPACE " " 1
T_LNUMBER "0" 1
T_STRING "x" 1
T_WHITESPACE " " 1
T_LNUMBER "0" 1
T_STRING "b2" 1
--
T_INLINE_HTML "no code" 1
--
T_OPEN_TAG T_CLASS T_WHITESPACE T_STRING T_WHITESPACE { T_WHITESPACE T_CONST T_WHITESPACE T_STRING T_WHITESPACE = T_WHITESPACE T_LNUMBER ; T_WHITESPACE T_FUNCTION T_WHITESPACE T_STRING ( ) T_WHITESPACE { } T_WHITESPACE } 
syntax error, unexpected end of file, expecting "("
