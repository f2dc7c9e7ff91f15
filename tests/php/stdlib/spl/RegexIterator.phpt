--TEST--
RegexIterator
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$w = ['apple', 'bob', 'avocado', 'x1y2']; foreach ([RegexIterator::MATCH, RegexIterator::GET_MATCH, RegexIterator::ALL_MATCHES, RegexIterator::SPLIT, RegexIterator::REPLACE] as $mode) { $r = new RegexIterator(new ArrayIterator($w), '/[aeiou12]/', $mode); $r->replacement = '*'; echo json_encode(iterator_to_array($r)), "\n"; } echo json_encode(iterator_to_array(new RegexIterator(new ArrayIterator(['a1' => 1, 'b' => 2]), '/\\d/', RegexIterator::MATCH, RegexIterator::USE_KEY))), "\n"; attempt(fn() => new RegexIterator(new ArrayIterator([]), '/x/', 9)); var_dump($r->getMode(), $r->getRegex());
--EXPECT--
["apple","bob","avocado","x1y2"]
[["a"],["o"],["a"],["1"]]
[[["a","e"]],[["o"]],[["a","o","a","o"]],[["1","2"]]]
[["","ppl",""],["b","b"],["","v","c","d",""],["x","y",""]]
["*ppl*","b*b","*v*c*d*","x*y*"]
{"a1":1}
ValueError: RegexIterator::__construct(): Argument #3 ($mode) must be RegexIterator::MATCH, RegexIterator::GET_MATCH, RegexIterator::ALL_MATCHES, RegexIterator::SPLIT, or RegexIterator::REPLACE
int(4)
string(11) "/[aeiou12]/"
