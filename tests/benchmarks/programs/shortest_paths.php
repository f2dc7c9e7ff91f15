<?php
// Dijkstra with a binary heap of our own, on a grid and on a graph.
class MinHeap
{
    private array $items = [];

    public function push(int $cost, int $node): void
    {
        $i = count($this->items);
        $this->items[] = [$cost, $node];
        while ($i > 0) {
            $parent = ($i - 1) >> 1;
            if ($this->items[$parent][0] <= $cost) {
                break;
            }
            $this->items[$i] = $this->items[$parent];
            $i = $parent;
        }
        $this->items[$i] = [$cost, $node];
    }

    public function pop(): array
    {
        $top = $this->items[0];
        $last = array_pop($this->items);
        $count = count($this->items);
        if ($count > 0) {
            $i = 0;
            while (($child = 2 * $i + 1) < $count) {
                if ($child + 1 < $count && $this->items[$child + 1][0] < $this->items[$child][0]) {
                    $child++;
                }
                if ($this->items[$child][0] >= $last[0]) {
                    break;
                }
                $this->items[$i] = $this->items[$child];
                $i = $child;
            }
            $this->items[$i] = $last;
        }
        return $top;
    }

    public function isEmpty(): bool
    {
        return $this->items === [];
    }
}

function distances(array $edges, int $start): array
{
    $best = [$start => 0];
    $heap = new MinHeap();
    $heap->push(0, $start);
    while (!$heap->isEmpty()) {
        [$cost, $node] = $heap->pop();
        if ($cost > $best[$node]) {
            continue;
        }
        foreach ($edges[$node] as $next => $weight) {
            $through = $cost + $weight;
            if (!isset($best[$next]) || $through < $best[$next]) {
                $best[$next] = $through;
                $heap->push($through, $next);
            }
        }
    }
    return $best;
}

// --- run
$width = 110;
$edges = [];
for ($y = 0; $y < $width; $y++) {
    for ($x = 0; $x < $width; $x++) {
        $node = $y * $width + $x;
        $edges[$node] = [];
        foreach ([[1, 0], [-1, 0], [0, 1], [0, -1]] as [$dx, $dy]) {
            if ($x + $dx >= 0 && $x + $dx < $width && $y + $dy >= 0 && $y + $dy < $width) {
                $edges[$node][($y + $dy) * $width + $x + $dx] = 1 + ($x * 7 + $y * 13 + $dx * 3 + $dy) % 9;
            }
        }
    }
}
$best = distances($edges, 0);
echo count($best), ' ', $best[$width * $width - 1], ' ', max($best), ' ', array_sum($best), "\n";
$best = distances($edges, intdiv($width * $width, 2));
echo $best[0], ' ', max($best), ' ', array_sum($best), "\n";
