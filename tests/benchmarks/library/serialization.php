<?php
// serialize(), unserialize() and var_export() of arrays and objects.
class Point
{
    public function __construct(public int $x = 0, protected float $y = 0.5, private ?Point $next = null, public array $tags = [])
    {
    }
}
// --- run
$length = 0;
$check = '';
for ($i = 0; $i < 1500; $i++) {
    $value = ['id' => $i, 'point' => new Point($i, $i / 3, new Point(-$i), ['a', "t$i"]), 'list' => range(0, $i % 20), 'text' => str_repeat('x', $i % 30)];
    $text = serialize($value);
    $back = unserialize($text, ['allowed_classes' => [Point::class]]);
    $length += strlen($text) + $back['point']->x + count($back['list']) + strlen(var_export($back, true)) + strlen(print_r($back, true));
    $check = md5($check . $text);
}
echo $length, ' ', $check, "\n";
