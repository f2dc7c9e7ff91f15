<?php
// Method calls and property access on a few objects: a bank, a vector and a linked list.
final class Account
{
    private int $balance = 0;
    private int $moves = 0;
    public static int $opened = 0;
    private const FEE = 1;

    public function __construct(private readonly string $owner)
    {
        self::$opened++;
    }

    public function deposit(int $amount): self
    {
        $this->balance += $amount;
        $this->moves++;
        return $this;
    }

    public function withdraw(int $amount): bool
    {
        if ($this->balance < $amount + self::FEE) {
            return false;
        }
        $this->balance -= $amount + self::FEE;
        $this->moves++;
        return true;
    }

    public function balance(): int
    {
        return $this->balance;
    }

    public function __toString(): string
    {
        return "$this->owner:$this->balance/$this->moves";
    }
}

class Vector
{
    public function __construct(public float $x = 0.0, public float $y = 0.0)
    {
    }

    public function plus(Vector $other): static
    {
        return new static($this->x + $other->x, $this->y + $other->y);
    }

    public function scaled(float $by): static
    {
        return new static($this->x * $by, $this->y * $by);
    }

    public function length(): float
    {
        return sqrt($this->x * $this->x + $this->y * $this->y);
    }
}

class Chain
{
    private $head = null;
    private $size = 0;

    public function push($value)
    {
        $this->head = [$value, $this->head];
        $this->size++;
    }

    public function sum()
    {
        $sum = 0;
        for ($cell = $this->head; $cell !== null; $cell = $cell[1]) {
            $sum += $cell[0];
        }
        return $sum + $this->size;
    }
}

// --- run
$accounts = [new Account('ann'), new Account('bob'), new Account('cyd')];
$refused = 0;
for ($i = 0; $i < 160000; $i++) {
    $from = $accounts[$i % 3];
    $to = $accounts[($i + 1) % 3];
    $from->deposit($i % 11)->deposit(1);
    if ($from->withdraw($i % 17 * 3)) {
        $to->deposit($i % 5);
    } else {
        $refused++;
    }
}
echo implode(' ', $accounts), " $refused ", Account::$opened > 0 ? 'opened' : '', "\n";
$position = new Vector();
$velocity = new Vector(1.0, 0.5);
for ($i = 0; $i < 60000; $i++) {
    $position = $position->plus($velocity->scaled(0.01));
    if ($position->length() > 10) {
        $velocity = $velocity->scaled(-1);
    }
}
printf("%.6f %.6f\n", $position->x, $position->y);
$chain = new Chain();
for ($i = 0; $i < 40000; $i++) {
    $chain->push($i);
}
echo $chain->sum(), "\n";
