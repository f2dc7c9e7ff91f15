--TEST--
json_encode(): values, flags and errors
--FILE--
<?php
enum Suit: string { case Hearts = 'h'; }
class Point implements JsonSerializable {
    public $x = 1; protected $y = 2; private $z = 3;
    function jsonSerialize(): mixed { return [$this->x, $this->y]; }
}
class Plain { public $a = null; protected $b = 1; public int $unset; }
echo json_encode([1, -0.0, 1.5, 1e100, 0.1 + 0.2, true, null, "a/b\"\\\n\x01é€😀", [], new stdClass, ['k' => [1]], [1 => 1]]), "\n";
echo json_encode([new Point, new Plain, Suit::Hearts]), "\n";
echo json_encode(['a' => [], 'b' => [1, ['c' => new stdClass]]], JSON_PRETTY_PRINT), "\n";
echo json_encode("<a href='x'>&</a>\u{2028}é/", JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_HEX_QUOT), "\n";
echo json_encode("é/\u{2028}", JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), "\n";
echo json_encode(['1', '1.5', '1e3', 'x', ' 2'], JSON_NUMERIC_CHECK), json_encode([10.0, 5], JSON_PRESERVE_ZERO_FRACTION), json_encode([1], JSON_FORCE_OBJECT), "\n";
var_dump(json_encode("a\xffb"), json_last_error_msg());
echo json_encode("a\xffb\xe2\x82", JSON_INVALID_UTF8_SUBSTITUTE), json_encode("a\xffb", JSON_INVALID_UTF8_IGNORE), json_encode(["a\xff", NAN, 1], JSON_PARTIAL_OUTPUT_ON_ERROR), "\n";
var_dump(json_encode(NAN), json_encode([[1]], 0, 1), json_last_error_msg());
$loop = []; $loop['x'] = &$loop;
var_dump(json_encode($loop), json_last_error_msg());
try {
    json_encode(INF, JSON_THROW_ON_ERROR);
} catch (JsonException $e) {
    echo $e->getMessage(), ' ', $e->getCode(), "\n";
}
--EXPECT--
[1,-0,1.5,1.0e+100,0.30000000000000004,true,null,"a\/b\"\\\n\u0001\u00e9\u20ac\ud83d\ude00",[],{},{"k":[1]},{"1":1}]
[[1,2],{"a":null},"h"]
{
    "a": [],
    "b": [
        1,
        {
            "c": {}
        }
    ]
}
"\u003Ca href=\u0027x\u0027\u003E\u0026\u003C\/a\u003E\u2028\u00e9\/"
"é/\u2028"
[1,1.5,1000,"x",2][10.0,5]{"0":1}
bool(false)
string(56) "Malformed UTF-8 characters, possibly incorrectly encoded"
"a\ufffdb\ufffd""ab"[null,0,1]
bool(false)
bool(false)
string(28) "Maximum stack depth exceeded"
bool(false)
string(18) "Recursion detected"
Inf and NaN cannot be JSON encoded 7
