<?php
// Recursive descent into objects, then evaluated with a visitor and printed back.
abstract class Node
{
    abstract public function accept(Visitor $visitor);
}

class Number extends Node
{
    public function __construct(public readonly float $value) {}
    public function accept(Visitor $visitor) { return $visitor->number($this); }
}

class Name extends Node
{
    public function __construct(public readonly string $name) {}
    public function accept(Visitor $visitor) { return $visitor->name($this); }
}

class Binary extends Node
{
    public function __construct(public readonly string $operator, public readonly Node $left, public readonly Node $right) {}
    public function accept(Visitor $visitor) { return $visitor->binary($this); }
}

interface Visitor
{
    public function number(Number $node);
    public function name(Name $node);
    public function binary(Binary $node);
}

class Evaluator implements Visitor
{
    public function __construct(private array $variables) {}
    public function number(Number $node) { return $node->value; }
    public function name(Name $node) { return $this->variables[$node->name] ?? throw new OutOfBoundsException($node->name); }

    public function binary(Binary $node)
    {
        $left = $node->left->accept($this);
        $right = $node->right->accept($this);
        return match ($node->operator) {
            '+' => $left + $right,
            '-' => $left - $right,
            '*' => $left * $right,
            '/' => $left / $right,
        };
    }
}

class Printer implements Visitor
{
    public function number(Number $node) { return (string) $node->value; }
    public function name(Name $node) { return $node->name; }
    public function binary(Binary $node) { return '(' . $node->left->accept($this) . " $node->operator " . $node->right->accept($this) . ')'; }
}

class Parser
{
    private array $tokens;
    private int $at = 0;

    public function __construct(string $source)
    {
        preg_match_all('/\d+(?:\.\d+)?|\w+|[-+*\/()]/', $source, $matches);
        $this->tokens = $matches[0];
    }

    public function parse(): Node
    {
        $node = $this->sum();
        if (isset($this->tokens[$this->at])) {
            throw new RuntimeException('unexpected ' . $this->tokens[$this->at]);
        }
        return $node;
    }

    private function sum(): Node
    {
        $node = $this->product();
        while (in_array($this->tokens[$this->at] ?? null, ['+', '-'], true)) {
            $node = new Binary($this->tokens[$this->at++], $node, $this->product());
        }
        return $node;
    }

    private function product(): Node
    {
        $node = $this->atom();
        while (in_array($this->tokens[$this->at] ?? null, ['*', '/'], true)) {
            $node = new Binary($this->tokens[$this->at++], $node, $this->atom());
        }
        return $node;
    }

    private function atom(): Node
    {
        $token = $this->tokens[$this->at++] ?? throw new RuntimeException('unexpected end');
        if ($token === '(') {
            $node = $this->sum();
            $this->at++;
            return $node;
        }
        return is_numeric($token) ? new Number((float) $token) : new Name($token);
    }
}

// --- run
$source = '(a + 3) * (b - 2.5) / (1 + c * c) - a * (b + (c - 4) * 2)';
$sum = 0.0;
for ($i = 0; $i < 2500; $i++) {
    $sum += (new Parser($source))->parse()->accept(new Evaluator(['a' => $i, 'b' => $i % 13, 'c' => $i % 5]));
}
printf("%.6f\n", $sum);
$tree = (new Parser($source))->parse();
echo $tree->accept(new Printer()), "\n";
$sum = 0.0;
for ($i = 0; $i < 12000; $i++) {
    $sum += $tree->accept(new Evaluator(['a' => $i, 'b' => $i % 13, 'c' => $i % 5]));
}
printf("%.6f\n", $sum);
foreach (['(1 +', '1 1'] as $bad) {
    try {
        (new Parser($bad))->parse();
    } catch (RuntimeException $error) {
        echo $error->getMessage(), "\n";
    }
}
