--TEST--
mb_convert_encoding()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
$text = 'aé日本語ｶﾅ¥~€😀';
foreach (['UTF-16', 'UTF-16LE', 'UTF-32', 'UCS-2', 'UTF-7', 'UTF7-IMAP', 'SJIS', 'SJIS-win', 'CP932', 'SJIS-2004', 'EUC-JP', 'eucJP-win', 'CP51932', 'JIS', 'ISO-2022-JP', 'ISO-2022-JP-MS', 'CP50220', 'CP50221', 'EUC-KR', 'UHC', 'ISO-2022-KR', 'EUC-CN', 'CP936', 'GB18030', 'HZ', 'BIG-5', 'CP950', 'EUC-TW', 'ISO-8859-1', 'ISO-8859-15', 'Windows-1252', 'KOI8-R', 'CP866', 'ArmSCII-8', 'ASCII', '8bit', '7bit'] as $encoding) { $converted = mb_convert_encoding($text, $encoding); show([$encoding => $converted]); show(mb_convert_encoding($converted, 'UTF-8', $encoding)); }
foreach (['BASE64', 'Quoted-Printable', 'HTML-ENTITIES'] as $encoding) show(mb_convert_encoding($text, $encoding));
show(mb_convert_encoding('&eacute;&#26085;&amp;&x;', 'UTF-8', 'HTML-ENTITIES'), mb_convert_encoding(['é' => ['é', 1]], 'ISO-8859-1'), mb_convert_encoding("\x93\xfa", 'UTF-8', 'ASCII,SJIS'), mb_convert_encoding("\xa4\xa2", 'UTF-8', ['UTF-8', 'EUC-JP']));
attempt(fn() => mb_convert_encoding('a', 'bad'));
attempt(fn() => mb_convert_encoding('a', 'UTF-8', 'bad'));
attempt(fn() => mb_convert_encoding('a', 'UTF-8', ''));
attempt(fn() => mb_convert_encoding('a', 'UTF-8', ['UTF-8', 'bad']));
attempt(fn() => mb_convert_encoding([new stdClass], 'UTF-8'));
--EXPECT--
{"UTF-16":"006100e965e5672c8a9eff76ff8500a5007e20acd83dde00 .a..e.g,...v.....~ ..=.."}
"61c3a9e697a5e69cace8aa9eefbdb6efbe85c2a57ee282acf09f9880 a...................~......."
{"UTF-16LE":"6100e900e5652c679e8a76ff85ffa5007e00ac203dd800de a....e,g..v.....~.. =..."}
"61c3a9e697a5e69cace8aa9eefbdb6efbe85c2a57ee282acf09f9880 a...................~......."
{"UTF-32":"00000061000000e9000065e50000672c00008a9e0000ff760000ff85000000a50000007e000020ac0001f600 ...a......e...g,.......v...........~.. ....."}
"61c3a9e697a5e69cace8aa9eefbdb6efbe85c2a57ee282acf09f9880 a...................~......."
{"UCS-2":"006100e965e5672c8a9eff76ff8500a5007e20ac003f .a..e.g,...v.....~ ..?"}
"61c3a9e697a5e69cace8aa9eefbdb6efbe85c2a57ee282ac3f a...................~...?"
{"UTF-7":"612b414f6c6c355763736970372f64762b46414b5541666943733244336541412d a+AOll5Wcsip7\/dv+FAKUAfiCs2D3eAA-"}
"61c3a9e697a5e69cace8aa9eefbdb6efbe85c2a57ee282acf09f9880 a...................~......."
{"UTF7-IMAP":"6126414f6c6c355763736970372c64762b46414b552d7e26494b7a59506434412d a&AOll5Wcsip7,dv+FAKU-~&IKzYPd4A-"}
"61c3a9e697a5e69cace8aa9eefbdb6efbe85c2a57ee282acf09f9880 a...................~......."
{"SJIS":"613f93fa967b8ceab6c5818f7e3f3f a?...{......~??"}
"613fe697a5e69cace8aa9eefbdb6efbe85efbfa57e3f3f a?..................~??"
{"SJIS-win":"613f93fa967b8ceab6c5818f7e3f3f a?...{......~??"}
"613fe697a5e69cace8aa9eefbdb6efbe85efbfa57e3f3f a?..................~??"
{"CP932":"613f93fa967b8ceab6c55c7e3f3f a?...{....\\~??"}
"613fe697a5e69cace8aa9eefbdb6efbe855c7e3f3f a?...............\\~??"
{"SJIS-2004":"61857e93fa967b8ceab6c55c7e85403f a.~...{....\\~.@?"}
"61c3a9e697a5e69cace8aa9eefbdb6efbe85c2a5e280bee282ac3f a.........................?"
{"EUC-JP":"618fabb1c6fccbdcb8ec8eb68ec53f7e3f3f a.............?~??"}
"61c3a9e697a5e69cace8aa9eefbdb6efbe853f7e3f3f a.................?~??"
{"eucJP-win":"618fabb1c6fccbdcb8ec8eb68ec55c7e3f3f a.............\\~??"}
"61c3a9e697a5e69cace8aa9eefbdb6efbe855c7e3f3f a.................\\~??"
{"CP51932":"613fc6fccbdcb8ec8eb68ec5a1ef7e3f3f a?............~??"}
"613fe697a5e69cace8aa9eefbdb6efbe85efbfa57e3f3f a?..................~??"
{"JIS":"611b2428442b311b2442467c4b5c386c1b284936451b284a5c1b28427e3f3f a.$(D+1.$BF|K\\8l.(I6E.(J\\.(B~??"}
"61c3a9e697a5e69cace8aa9eefbdb6efbe85c2a57e3f3f a...................~??"
{"ISO-2022-JP":"613f1b2442467c4b5c386c1b28423f3f1b284a5c1b28427e3f3f a?.$BF|K\\8l.(B??.(J\\.(B~??"}
"613fe697a5e69cace8aa9e3f3fc2a57e3f3f a?.........??..~??"
{"ISO-2022-JP-MS":"613f1b2442467c4b5c386c1b284936451b2442216f1b28427e3f3f a?.$BF|K\\8l.(I6E.$B!o.(B~??"}
"613fe697a5e69cace8aa9eefbdb6efbe85efbfa57e3f3f a?..................~??"
{"CP50220":"613f1b2442467c4b5c386c252b254a1b284a5c1b28427e3f3f a?.$BF|K\\8l%+%J.(J\\.(B~??"}
"613fe697a5e69cace8aa9ee382abe3838ac2a57e3f3f a?.................~??"
{"CP50221":"613f1b2442467c4b5c386c1b284936451b284a5c1b28427e3f3f a?.$BF|K\\8l.(I6E.(J\\.(B~??"}
"613fe697a5e69cace8aa9eefbdb6efbe85c2a57e3f3f a?.................~??"
{"EUC-KR":"613feceddce2e5de3f3f3f7ea2e63f a?......???~..?"}
"613fe697a5e69cace8aa9e3f3f3f7ee282ac3f a?.........???~...?"
{"UHC":"613feceddce2e5de3f3f3f7ea2e63f a?......???~..?"}
"613fe697a5e69cace8aa9e3f3f3f7ee282ac3f a?.........???~...?"
{"ISO-2022-KR":"1b242943613f0e6c6d5c62655e0f3f3f3f7e0e22660f3f .$)Ca?.lm\\be^.???~.\"f.?"}
"613fe697a5e69cace8aa9e3f3f3f7e3f3f a?.........???~??"
{"EUC-CN":"61a8a6c8d5b1be3f3f3f3f7e3f3f a......????~??"}
"61c3a9e697a5e69cac3f3f3f3f7e3f3f a........????~??"
{"CP936":"61a8a6c8d5b1bed55a3f3f3f7e803f a.......Z???~.?"}
"61c3a9e697a5e69cace8aa9e3f3f3f7ee282ac3f a...........???~...?"
{"GB18030":"61a8a6c8d5b1bed55a8431973884319933813084367ea2e39439fc36 a.......Z.1.8.1.3.0.6~...9.6"}
"61c3a9e697a5e69cace8aa9eefbdb6efbe85c2a57ee282acf09f9880 a...................~......."
{"HZ":"617e7b28264855313e7e7d3f3f3f3f7e7e3f3f a~{(&HU1>~}????~~??"}
"61c3a9e697a5e69cac3f3f3f3f7e3f3f a........????~??"
{"BIG-5":"613fa4e9a5bbbb793f3f3f7e3f3f a?.....y???~??"}
"613fe697a5e69cace8aa9e3f3f3f7e3f3f a?.........???~??"
{"CP950":"613fa4e9a5bbbb793f3f3f7e3f3f a?.....y???~??"}
"613fe697a5e69cace8aa9e3f3f3f7e3f3f a?.........???~??"
{"EUC-TW":"613fc5cac6dbeba33f3f3f7e3f3f a?......???~??"}
"613fe697a5e69cace8aa9e3f3f3f7e3f3f a?.........???~??"
{"ISO-8859-1":"61e93f3f3f3f3fa57e3f3f a.?????.~??"}
"61c3a93f3f3f3f3fc2a57e3f3f a..?????..~??"
{"ISO-8859-15":"61e93f3f3f3f3fa57ea43f a.?????.~.?"}
"61c3a93f3f3f3f3fc2a57ee282ac3f a..?????..~...?"
{"Windows-1252":"61e93f3f3f3f3fa57e803f a.?????.~.?"}
"61c3a93f3f3f3f3fc2a57ee282ac3f a..?????..~...?"
{"KOI8-R":"613f3f3f3f3f3f3f7e3f3f a???????~??"}
"613f3f3f3f3f3f3f7e3f3f a???????~??"
{"CP866":"613f3f3f3f3f3f3f7e3f3f a???????~??"}
"613f3f3f3f3f3f3f7e3f3f a???????~??"
{"ArmSCII-8":"613f3f3f3f3f3f3f7e3f3f a???????~??"}
"613f3f3f3f3f3f3f7e3f3f a???????~??"
{"ASCII":"613f3f3f3f3f3f3f7e3f3f a???????~??"}
"613f3f3f3f3f3f3f7e3f3f a???????~??"
{"8bit":"61e93f3f3f3f3fa57e3f3f a.?????.~??"}
"61c3a93f3f3f3f3fc2a57e3f3f a..?????..~??"
{"7bit":"613f3f3f3f3f3f3f7e3f3f a???????~??"}
"613f3f3f3f3f3f3f7e3f3f a???????~??"
[mb_convert_encoding(): Handling Base64 via mbstring is deprecated; use base64_encode/base64_decode instead]
"59634f703570656c35707973364b716537373232373736467771562b346f4b73384a2b5967413d3d YcOp5pel5pys6Kqe7722776FwqV+4oKs8J+YgA=="
[mb_convert_encoding(): Handling QPrint via mbstring is deprecated; use quoted_printable_encode/quoted_printable_decode instead]
"613d43333d41393d45363d39373d41353d45363d39433d41433d45383d41413d39453d45463d42443d42363d45463d42453d38353d43323d41357e3d45323d38323d41433d46303d39463d0d0a3d39383d3830 a=C3=A9=E6=97=A5=E6=9C=AC=E8=AA=9E=EF=BD=B6=EF=BE=85=C2=A5~=E2=82=AC=F0=9F=..=98=80"
[mb_convert_encoding(): Handling HTML entities via mbstring is deprecated; use htmlspecialchars, htmlentities, or mb_encode_numericentity/mb_decode_numericentity instead]
"61266561637574653b262332363038353b262332363431323b262333353438363b262336353339383b262336353431333b2679656e3b7e266575726f3b26233132383531323b a&eacute;&#26085;&#26412;&#35486;&#65398;&#65413;&yen;~&euro;&#128512;"
"c3a9e697a52626783b .....&&x;"

"e697a5 ..."
"e38182 ..."
ValueError: mb_convert_encoding(): Argument #2 ($to_encoding) must be a valid encoding, "bad" given
ValueError: mb_convert_encoding(): Argument #3 ($from_encoding) contains invalid encoding "bad"
ValueError: mb_convert_encoding(): Argument #3 ($from_encoding) must specify at least one encoding
ValueError: mb_convert_encoding(): Argument #3 ($from_encoding) contains invalid encoding "bad"
[mb_convert_encoding(): Object is not supported]
[]
