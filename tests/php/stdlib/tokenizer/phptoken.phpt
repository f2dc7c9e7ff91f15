--TEST--
phptoken
--FILE--
<?php
foreach (PhpToken::tokenize("<?php echo \$a; // c") as $t) echo $t->getTokenName(), " ", json_encode($t->text), " $t->line $t->pos ", json_encode([$t->isIgnorable(), $t->is(T_VARIABLE), $t->is([";", T_ECHO]), $t->is("echo")]), "\n";
class MyToken extends PhpToken { public $extra = 5; }
print_r(MyToken::tokenize("x")[0]); var_dump((string) new PhpToken(T_ECHO, "echo"), (new PhpToken(99999, "x"))->getTokenName());
try { (new PhpToken(1, "x"))->is(1.5); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECT--
T_OPEN_TAG "<?php " 1 0 [true,false,false,false]
T_ECHO "echo" 1 6 [false,false,true,true]
T_WHITESPACE " " 1 10 [true,false,false,false]
T_VARIABLE "$a" 1 11 [false,true,false,false]
; ";" 1 13 [false,false,true,false]
T_WHITESPACE " " 1 14 [true,false,false,false]
T_COMMENT "\/\/ c" 1 15 [true,false,false,false]
MyToken Object
(
    [id] => 267
    [text] => x
    [line] => 1
    [pos] => 0
    [extra] => 5
)
string(4) "echo"
NULL
PhpToken::is(): Argument #1 ($kind) must be of type string|int|array, float given
