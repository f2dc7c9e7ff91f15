--TEST--
parse_ini_string(): variables with fallbacks, sections and offsets that do not end
--FILE--
<?php
foreach ([
    "c[a=1\n", "c[a\n]=1", "c[a]x=1", "c[a][b]=1", "[s\nt]", "b=\${a:-d}", "b=\"\${a:-d}\"", "b=\${ab:-d}", "b=\${a :-d}", "b=\${a", "b=\${}",
    "b=\${a b}", "b=\"\${a\"", "b=\${nope:-}", "b=\${nope:-x y}", "b=\${nope:-\"q\"}", "b=\${nope:-x", "b=\${-:-d}", "b=\${a::-d}", "b=\${a=b}",
] as $text) {
    foreach ([INI_SCANNER_NORMAL, INI_SCANNER_RAW] as $mode) {
        error_clear_last();
        echo json_encode($text), ' ', json_encode(@parse_ini_string($text, true, $mode)), ' ', trim(error_get_last()['message'] ?? ''), "\n";
    }
}
--EXPECT--
"c[a=1\n" false syntax error, unexpected end of file, expecting ']' in Unknown on line 1
"c[a=1\n" false syntax error, unexpected end of file, expecting ']' in Unknown on line 1
"c[a\n]=1" false syntax error, unexpected end of file, expecting ']' in Unknown on line 1
"c[a\n]=1" false syntax error, unexpected end of file, expecting ']' in Unknown on line 1
"c[a]x=1" false syntax error, unexpected TC_LABEL, expecting '=' in Unknown on line 1
"c[a]x=1" false syntax error, unexpected TC_LABEL, expecting '=' in Unknown on line 1
"c[a][b]=1" false syntax error, unexpected TC_SECTION, expecting '=' in Unknown on line 1
"c[a][b]=1" false syntax error, unexpected TC_SECTION, expecting '=' in Unknown on line 1
"[s\nt]" false syntax error, unexpected end of file, expecting ']' in Unknown on line 1
"[s\nt]" false syntax error, unexpected end of file, expecting ']' in Unknown on line 1
"b=${a:-d}" false syntax error, unexpected TC_FALLBACK, expecting TC_VARNAME in Unknown on line 1
"b=${a:-d}" {"b":"${a:-d}"} 
"b=\"${a:-d}\"" false syntax error, unexpected TC_FALLBACK, expecting TC_VARNAME in Unknown on line 1
"b=\"${a:-d}\"" {"b":"${a:-d}"} 
"b=${ab:-d}" {"b":"d"} 
"b=${ab:-d}" {"b":"${ab:-d}"} 
"b=${a :-d}" {"b":"d"} 
"b=${a :-d}" {"b":"${a :-d}"} 
"b=${a" false syntax error, unexpected end of file, expecting TC_FALLBACK or '}' in Unknown on line 1
"b=${a" {"b":"${a"} 
"b=${}" false syntax error, unexpected '}', expecting TC_VARNAME in Unknown on line 1
"b=${}" {"b":"${}"} 
"b=${a b}" {"b":""} 
"b=${a b}" {"b":"${a b}"} 
"b=\"${a\"" false syntax error, unexpected end of file, expecting TC_FALLBACK or '}' in Unknown on line 1
"b=\"${a\"" {"b":"${a"} 
"b=${nope:-}" {"b":""} 
"b=${nope:-}" {"b":"${nope:-}"} 
"b=${nope:-x y}" {"b":"x y"} 
"b=${nope:-x y}" {"b":"${nope:-x y}"} 
"b=${nope:-\"q\"}" {"b":"q"} 
"b=${nope:-\"q\"}" {"b":"${nope:-\"q\"}"} 
"b=${nope:-x" false syntax error, unexpected end of file, expecting '}' in Unknown on line 1
"b=${nope:-x" {"b":"${nope:-x"} 
"b=${-:-d}" false syntax error, unexpected TC_FALLBACK, expecting TC_VARNAME in Unknown on line 1
"b=${-:-d}" {"b":"${-:-d}"} 
"b=${a::-d}" {"b":"d"} 
"b=${a::-d}" {"b":"${a::-d}"} 
"b=${a=b}" false syntax error, unexpected end of file, expecting TC_FALLBACK or '}' in Unknown on line 1
"b=${a=b}" {"b":"${a=b}"}
