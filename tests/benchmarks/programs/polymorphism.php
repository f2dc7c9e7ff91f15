<?php
// One call site, many classes: interfaces, abstract classes, traits, static and magic calls.
interface Shape
{
    public function area(): float;
    public function name(): string;
}

trait Named
{
    public function name(): string
    {
        return strtolower(static::class);
    }
}

abstract class Base implements Shape
{
    use Named;

    public static function of(float ...$sizes): static
    {
        return new static(...$sizes);
    }

    public function describe(): string
    {
        return $this->name() . ' of ' . (int) $this->area();
    }
}

class Circle extends Base
{
    public function __construct(private float $radius) {}
    public function area(): float { return 3.0 * $this->radius ** 2; }
}

class Rectangle extends Base
{
    public function __construct(protected float $width, protected float $height) {}
    public function area(): float { return $this->width * $this->height; }
}

class Square extends Rectangle
{
    public function __construct(float $side) { parent::__construct($side, $side); }
    public function name(): string { return 'square/' . parent::name(); }
}

class Scaled implements Shape
{
    public function __construct(private Shape $inner, private float $by) {}
    public function area(): float { return $this->inner->area() * $this->by; }
    public function name(): string { return 'scaled ' . $this->inner->name(); }
    public function __call($method, $arguments) { return $method . count($arguments); }
}

enum Unit: string
{
    case Metre = 'm';
    case Foot = 'ft';

    public function factor(): float
    {
        return match ($this) {
            self::Metre => 1.0,
            self::Foot => 0.3,
        };
    }
}

// --- run
$shapes = [];
for ($i = 1; $i <= 400; $i++) {
    $shapes[] = match ($i % 4) {
        0 => Circle::of($i),
        1 => Rectangle::of($i, 2),
        2 => Square::of($i),
        default => new Scaled(new Square($i), 0.5),
    };
}
$area = 0.0;
$names = [];
for ($round = 0; $round < 300; $round++) {
    foreach ($shapes as $shape) {
        $area += $shape->area();
        if ($shape instanceof Rectangle) {
            $area -= 1;
        } elseif (!$shape instanceof Base) {
            $area += strlen($shape->missing($round, 2));
        }
        $names[$shape->name()] = ($names[$shape->name()] ?? 0) + 1;
    }
}
ksort($names);
printf("%.1f %s %s\n", $area, json_encode($names), $shapes[1]->describe());
$total = 0.0;
for ($i = 0; $i < 100000; $i++) {
    $total += ($i & 1 ? Unit::Metre : Unit::from('ft'))->factor();
}
printf("%.1f\n", $total);
