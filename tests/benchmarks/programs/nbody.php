<?php
// Objects with float properties, changed in a double loop.
class Body
{
    public function __construct(
        public float $x, public float $y, public float $z,
        public float $vx, public float $vy, public float $vz,
        public float $mass,
    ) {
    }
}

class Space
{
    /** @var Body[] */
    private array $bodies = [];

    public function add(Body $body): void
    {
        $this->bodies[] = $body;
    }

    public function step(float $dt): void
    {
        $count = count($this->bodies);
        for ($i = 0; $i < $count; $i++) {
            $a = $this->bodies[$i];
            for ($j = $i + 1; $j < $count; $j++) {
                $b = $this->bodies[$j];
                $dx = $a->x - $b->x;
                $dy = $a->y - $b->y;
                $dz = $a->z - $b->z;
                $square = $dx * $dx + $dy * $dy + $dz * $dz + 0.01;
                $force = $dt / ($square * sqrt($square));
                $a->vx -= $dx * $b->mass * $force;
                $a->vy -= $dy * $b->mass * $force;
                $a->vz -= $dz * $b->mass * $force;
                $b->vx += $dx * $a->mass * $force;
                $b->vy += $dy * $a->mass * $force;
                $b->vz += $dz * $a->mass * $force;
            }
        }
        foreach ($this->bodies as $body) {
            $body->x += $dt * $body->vx;
            $body->y += $dt * $body->vy;
            $body->z += $dt * $body->vz;
        }
    }

    public function energy(): float
    {
        $energy = 0.0;
        foreach ($this->bodies as $i => $a) {
            $energy += 0.5 * $a->mass * ($a->vx ** 2 + $a->vy ** 2 + $a->vz ** 2);
            foreach (array_slice($this->bodies, $i + 1) as $b) {
                $energy -= $a->mass * $b->mass / sqrt(($a->x - $b->x) ** 2 + ($a->y - $b->y) ** 2 + ($a->z - $b->z) ** 2 + 0.01);
            }
        }
        return $energy;
    }
}

// --- run
$space = new Space();
$space->add(new Body(0, 0, 0, 0, 0, 0, 40));
for ($i = 1; $i <= 5; $i++) {
    $space->add(new Body($i * 1.7, $i % 2, 0.1 * $i, 0.2 * $i, 6 / $i, -0.05 * $i, 0.01 * $i));
}
printf("%.9f\n", $space->energy());
for ($step = 0; $step < 10000; $step++) {
    $space->step(0.001);
}
printf("%.9f\n", $space->energy());
