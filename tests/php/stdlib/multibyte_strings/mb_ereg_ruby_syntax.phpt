--TEST--
mb_ereg() and its kin read Ruby's syntax: what is repeated twice, what cannot be, intervals, classes, groups
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "$message\n"; return true; });
foreach ([
    'a**' => 'aab', 'a*+?b' => 'aab', 'a?+a' => 'aa', 'a{2}+' => 'aaaaa', 'a{2}?b' => 'aab', 'xa{2}?b' => 'xb', 'a{,2}b' => 'aab',
    'a{1,2}?' => 'aa', '(ab)?+c' => 'ababc', '(?:a|b)*?+c' => 'abc', 'a{x' => 'a{x', 'a{1,2}{2}' => 'aaaaa', 'é*+' => 'éé', '\x{e9}+' => 'éé',
    '^+a' => 'a', 'a$*' => 'a', '\b+a' => 'a', '(?=a)*a' => 'a', '(?<!b)+a' => 'a', '(^)*a' => 'a', '*a' => 'a', 'a|+b' => 'b', '(+a)' => 'a', '(?i)+A' => 'a',
    '(?#note)a+' => 'aa', 'a(?#note)+' => 'aa', '(?i:A)b' => 'ab', '(?m:.)' => "\n", '(?>a+)a' => 'aa', '(?<n>a)+\k<n>' => 'aa', '(a)\k<1>' => 'aa',
    '[]a]+' => ']a', '[^]a]+' => ']b', '[[:alpha:]-]+' => 'a-1', '[\h]+' => 'fFg', '\h+\H' => 'fFg', '[a\]b]+' => 'a]b', '[' => '[', 'a[' => 'a', 'a(' => 'a', 'a)' => 'a', 'a\\' => 'a',
] as $pattern => $subject) {
    $found = null;
    $result = mb_ereg((string) $pattern, $subject, $found);
    echo str_pad((string) $pattern, 16), ' ', json_encode($result), ' ', json_encode($found), "\n";
}
echo "split and replace\n";
foreach (['$', '\b', 'x*', '[a-c]*?', '(b)?', 'é*'] as $pattern) {
    echo $pattern, ' ', json_encode(mb_split($pattern, 'aéb xc')), ' ', mb_ereg_replace($pattern, '-', 'a b'), "\n";
}
echo date('Y', -62200000000), ' ', idate('y', -63000000000), ' ', idate('y', -62100000000), ' ', idate('y', 0), "\n";
echo "other syntaxes\n";
foreach (str_split('jugcrzbd') as $syntax) {
    foreach (['(?<n>b)', '(?:b)', 'b+', '(b)\1', '\(b\)\1', 'b{1}', 'b?', '\w', '(?i)B', '(b|c)'] as $pattern) echo json_encode(mb_ereg_match($pattern, 'bb', $syntax)), ' ';
    echo "$syntax\n";
}
try { mb_encode_mimeheader('a', null); } catch (ValueError $error) { echo $error->getMessage(), "\n"; }
echo "given up\n";
ini_set('mbstring.regex_retry_limit', '1000');
[$hard, $text] = ['A(B|C+)+D|AC+X', 'ACCCCCCCCCCCCCCCCCCCX'];
mb_ereg_search_init($text, $hard);
var_dump(mb_ereg($hard, $text), mb_ereg_match($hard, $text), mb_ereg_replace($hard, '', $text), mb_split($hard, $text), mb_ereg_search());
--EXPECT--
a**              true ["aa"]
a*+?b            true ["aab"]
a?+a             true ["aa"]
a{2}+            true ["aaaa"]
a{2}?b           true ["aab"]
xa{2}?b          true ["xb"]
a{,2}b           true ["aab"]
a{1,2}?          true ["a"]
(ab)?+c          true ["abc","ab"]
(?:a|b)*?+c      true ["abc"]
a{x              true ["a{x"]
a{1,2}{2}        true ["aaaa"]
é*+             true ["\u00e9\u00e9"]
\x{e9}+          true ["\u00e9\u00e9"]
mb_ereg(): mbregex compile err: target of repeat operator is invalid
^+a              false []
mb_ereg(): mbregex compile err: target of repeat operator is invalid
a$*              false []
mb_ereg(): mbregex compile err: target of repeat operator is invalid
\b+a             false []
mb_ereg(): mbregex compile err: target of repeat operator is invalid
(?=a)*a          false []
mb_ereg(): mbregex compile err: target of repeat operator is invalid
(?<!b)+a         false []
(^)*a            true ["a",false]
mb_ereg(): mbregex compile err: target of repeat operator is not specified
*a               false []
mb_ereg(): mbregex compile err: target of repeat operator is not specified
a|+b             false []
mb_ereg(): mbregex compile err: target of repeat operator is not specified
(+a)             false []
mb_ereg(): mbregex compile err: target of repeat operator is not specified
(?i)+A           false []
(?#note)a+       true ["aa"]
a(?#note)+       true ["aa"]
(?i:A)b          true ["ab"]
(?m:.)           true ["\n"]
(?>a+)a          false []
(?<n>a)+\k<n>    true {"0":"aa","1":"a","n":"a"}
(a)\k<1>         true ["aa","a"]
[]a]+            true ["]a"]
[^]a]+           true ["b"]
[[:alpha:]-]+    true ["a-"]
[\h]+            true ["fF"]
\h+\H            true ["fFg"]
[a\]b]+          true ["a]b"]
mb_ereg(): mbregex compile err: premature end of char-class
[                false []
mb_ereg(): mbregex compile err: premature end of char-class
a[               false []
mb_ereg(): mbregex compile err: end pattern with unmatched parenthesis
a(               false []
mb_ereg(): mbregex compile err: unmatched close parenthesis
a)               false []
mb_ereg(): mbregex compile err: end pattern at escape
a\               false []
split and replace
$ mb_split(): mbregex search failure in mbsplit(): no support in this configuration
false a b--
\b mb_split(): mbregex search failure in mbsplit(): no support in this configuration
false -a- -b-
x* ["a\u00e9b ","c"] -a- -b-
[a-c]*? ["a\u00e9b xc"] -a- -b-
(b)? ["a\u00e9"," xc"] -a- --
é* ["a","b xc"] -a- -b-
-0002 -27 2 70
other syntaxes
mb_ereg_match(): mbregex compile err: undefined group option
false true true true mb_ereg_match(): mbregex compile err: invalid backref number/name
false true true true true true j
mb_ereg_match(): mbregex compile err: target of repeat operator is not specified
false mb_ereg_match(): mbregex compile err: target of repeat operator is not specified
false true true mb_ereg_match(): mbregex compile err: invalid backref number/name
false true true true mb_ereg_match(): mbregex compile err: target of repeat operator is not specified
false true u
false false false mb_ereg_match(): mbregex compile err: invalid backref number/name
false true false false true false false g
false false true mb_ereg_match(): mbregex compile err: invalid backref number/name
false true false true false false false c
true true true true mb_ereg_match(): mbregex compile err: invalid backref number/name
false true true true true true r
mb_ereg_match(): mbregex compile err: undefined group option
false true true true mb_ereg_match(): mbregex compile err: invalid backref number/name
false true true true true true z
false false false mb_ereg_match(): mbregex compile err: invalid backref number/name
false true false false false false false b
mb_ereg_match(): mbregex compile err: target of repeat operator is not specified
false mb_ereg_match(): mbregex compile err: target of repeat operator is not specified
false true true mb_ereg_match(): mbregex compile err: invalid backref number/name
false true true false mb_ereg_match(): mbregex compile err: target of repeat operator is not specified
false true d
mb_encode_mimeheader(): Passing null to parameter #2 ($charset) of type ?string is deprecated
mb_encode_mimeheader(): Argument #2 ($charset) must be a valid encoding, "" given
given up
mb_ereg_replace(): mbregex search failure in php_mbereg_replace_exec(): retry-limit-in-match over
mb_split(): mbregex search failure in mbsplit(): retry-limit-in-match over
mb_ereg_search(): mbregex search failure in mbregex_search(): retry-limit-in-match over
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
