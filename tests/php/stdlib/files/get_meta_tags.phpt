--TEST--
get_meta_tags(): what it takes for a name and a content
--FILE--
<?php
$file = tempnam(sys_get_temp_dir(), 'meta');
$pages = [
    '<html><head><meta name="author" content="name"><META NAME=\'Tags.x\' CONTENT=\'a "b" c\'/><meta name=bare content=word-1.2:3></head><meta name="late" content="no">',
    '<meta content="first" name="order"><meta name="empty"><meta content="nameless"><meta name="a b[c]" content="unsafe $^*">',
    '<meta name = "spaced" content= "x"><meta name="twice" name="again" content="1" content="2">',
    "<meta name=\"lines\"\ncontent=\"a\nb\"\r\n><meta\tname=\"tab\"\tcontent=\"c\">",
    '<meta name="open content="x"><meta name="next" content="y">', '<meta name="cut" content="it\'s < here"><meta name="after" content="z">',
    '<p name="p" content="q">text</p><metas name="m" content="n"><title>name="t" content="u"</title>',
    '<meta http-equiv="refresh" content="5"><meta name="n" content=""><meta name="" content="c">', '', 'no tags', '<meta name="unclosed" content="v"',
    '<meta name="quote" content=\'don"t\'><meta name=\'x\' content="don\'t">', '<meta name="é" content="ü"><meta name="A_B-c" content=123>', '< meta name="s" content="t">',
    '<meta/name="slash"/content="w">', '<!-- <meta name="comment" content="c"> -->', '<meta name="one" content="1" /><meta name="ONE" content="2" />',
];
$source = 7;
$pieces = ['<meta', '<', '>', ' ', 'name', 'content', '=', '"', "'", 'a', 'b.c', '/', 'head', "\n", '-', '[x]', 'name="n"', 'content="c"', '>'];
for ($page = 0; $page < 60; $page++) {
    $text = '';
    for ($count = 0; $count < 14; $count++) {
        $source = $source * 1103515245 + 12345 & 0x7fffffff;
        $text .= $pieces[($source >> 8) % count($pieces)];
    }
    $pages[] = $text;
}
foreach ($pages as $page) {
    file_put_contents($file, $page);
    echo json_encode(get_meta_tags($file), JSON_PARTIAL_OUTPUT_ON_ERROR | JSON_UNESCAPED_UNICODE), "\n";
}
unlink($file);
var_dump(@get_meta_tags('/nonexistent'));
--EXPECT--
{"author":"name","tags_x":"a \"b\" c","bare":"word-1.2:3"}
{"order":"first","empty":"","a_b_c_":"unsafe $^*"}
{"again":"2"}
{"lines":"a\nb","tab":"c"}
{"open_content=":"","next":"y"}
{"cut":"it's ","after":"z"}
[]
{"n":"","":"c"}
[]
[]
[]
{"quote":"don\"t","x":"don't"}
{"é":"ü","a_b-c":"123"}
[]
[]
{"comment":"c"}
{"one":"2"}
[]
[]
[]
[]
[]
{"n":""}
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
[]
bool(false)
