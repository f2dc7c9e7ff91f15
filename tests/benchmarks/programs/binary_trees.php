<?php
// Many short-lived linked objects.
class Tree
{
    public ?Tree $left = null;
    public ?Tree $right = null;

    public static function grow(int $depth): Tree
    {
        $tree = new Tree();
        if ($depth > 0) {
            $tree->left = self::grow($depth - 1);
            $tree->right = self::grow($depth - 1);
        }
        return $tree;
    }

    public function leaves(): int
    {
        return $this->left === null ? 1 : $this->left->leaves() + $this->right->leaves();
    }
}

class SearchNode
{
    public $low;
    public $high;

    public function __construct(public readonly int $key)
    {
    }
}

function insert(?SearchNode $node, int $key): SearchNode
{
    if ($node === null) {
        return new SearchNode($key);
    }
    if ($key < $node->key) {
        $node->low = insert($node->low, $key);
    } elseif ($key > $node->key) {
        $node->high = insert($node->high, $key);
    }
    return $node;
}

function height(?SearchNode $node): int
{
    return $node === null ? 0 : 1 + max(height($node->low), height($node->high));
}

// --- run
$kept = Tree::grow(13);
$total = 0;
for ($depth = 4; $depth <= 10; $depth += 2) {
    for ($i = 0; $i < 1 << (15 - $depth); $i++) {
        $total += Tree::grow($depth)->leaves();
    }
}
echo $total, ' ', $kept->leaves(), "\n";
$root = null;
$key = 1;
for ($i = 0; $i < 12000; $i++) {
    $key = ($key * 7919 + 104729) % 1000003;
    $root = insert($root, $key);
}
echo height($root), "\n";
