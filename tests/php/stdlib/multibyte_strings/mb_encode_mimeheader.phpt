--TEST--
mb_encode_mimeheader()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
$text = 'Prüfung der Überschrift mit sehr vielen Wörtern, die eine Zeile füllen: äöüß';
show(mb_encode_mimeheader($text), mb_encode_mimeheader($text, 'ISO-8859-1', 'Q'), mb_encode_mimeheader($text, 'UTF-8', 'B', "\n", 20), mb_encode_mimeheader('日本語のとても長い件名がここにありますのでよろしく', 'ISO-2022-JP'), mb_encode_mimeheader('plain'), mb_encode_mimeheader('plain words only'), mb_encode_mimeheader(''), mb_encode_mimeheader(str_repeat('word ', 30)));
attempt(fn() => mb_encode_mimeheader('é', 'bad'));
--EXPECT--
"3d3f5554462d383f423f55484c4476475a31626d63675a475679494d4f63596d567963324e6f636d6c6d64434274615851676332566f63694232615756735a57346756384f323f3d0d0a203d3f5554462d383f423f636e526c636d3473494752705a53426c6157356c4946706c6157786c49476244764778735a573436494d4f6b77376244764d4f663f3d =?UTF-8?B?UHLDvGZ1bmcgZGVyIMOcYmVyc2NocmlmdCBtaXQgc2VociB2aWVsZW4gV8O2?=.. =?UTF-8?B?cnRlcm4sIGRpZSBlaW5lIFplaWxlIGbDvGxsZW46IMOkw7bDvMOf?="
"3d3f49534f2d383835392d313f513f50723d464366756e673d32306465723d32303d4443626572736368726966743d32306d69743d3230736568723d32307669656c656e3d3230573f3d0d0a203d3f49534f2d383835392d313f513f3d4636727465726e3d32433d32306469653d323065696e653d32305a65696c653d3230663d46436c6c656e3d33413d32303d45343d46363d46433f3d0d0a203d3f49534f2d383835392d313f513f3d44463f3d =?ISO-8859-1?Q?Pr=FCfung=20der=20=DCberschrift=20mit=20sehr=20vielen=20W?=.. =?ISO-8859-1?Q?=F6rtern=2C=20die=20eine=20Zeile=20f=FCllen=3A=20=E4=F6=FC?=.. =?ISO-8859-1?Q?=DF?="
"3d3f5554462d383f423f55484c4476475a31626d63675a475679494d4f63596d567963324e6f636d6c6d64434274615851673f3d0a203d3f5554462d383f423f6332566f63694232615756735a57346756384f32636e526c636d3473494752705a53426c6157356c4946706c6157786c49476244764778735a5734363f3d0a203d3f5554462d383f423f494d4f6b77376244764d4f663f3d =?UTF-8?B?UHLDvGZ1bmcgZGVyIMOcYmVyc2NocmlmdCBtaXQg?=. =?UTF-8?B?c2VociB2aWVsZW4gV8O2cnRlcm4sIGRpZSBlaW5lIFplaWxlIGbDvGxsZW46?=. =?UTF-8?B?IMOkw7bDvMOf?="
"3d3f49534f2d323032322d4a503f423f47795243526e784c584468734a45346b534352474a474a454f53516b4e32394d506951734a444d6b4d79524c4a43496b61695265477968433f3d0d0a203d3f49534f2d323032322d4a503f423f477952434a446b6b546952484a47676b625351334a4338624b45493d3f3d =?ISO-2022-JP?B?GyRCRnxLXDhsJE4kSCRGJGJEOSQkN29MPiQsJDMkMyRLJCIkaiReGyhC?=.. =?ISO-2022-JP?B?GyRCJDkkTiRHJGgkbSQ3JC8bKEI=?="
"706c61696e plain"
"706c61696e20776f726473206f6e6c79 plain words only"
" "
"776f726420776f726420776f726420776f726420776f726420776f726420776f726420776f726420776f726420776f726420776f726420776f726420776f726420776f726420776f72640d0a20776f726420776f726420776f726420776f726420776f726420776f726420776f726420776f726420776f726420776f726420776f726420776f726420776f726420776f726420776f7264 word word word word word word word word word word word word word word word.. word word word word word word word word word word word word word word word"
ValueError: mb_encode_mimeheader(): Argument #2 ($charset) must be a valid encoding, "bad" given
