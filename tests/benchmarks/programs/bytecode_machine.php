<?php
// An interpreter written in PHP: a stack machine and its assembler.
function assemble(string $source): array
{
    $labels = [];
    $code = [];
    foreach (explode("\n", trim($source)) as $line) {
        $parts = preg_split('/\s+/', trim($line));
        if (str_ends_with($parts[0], ':')) {
            $labels[rtrim($parts[0], ':')] = count($code);
        } else {
            $code[] = [$parts[0], $parts[1] ?? null];
        }
    }
    foreach ($code as &$instruction) {
        if ($instruction[1] !== null) {
            $instruction[1] = $labels[$instruction[1]] ?? (is_numeric($instruction[1]) ? (int) $instruction[1] : $instruction[1]);
        }
    }
    return $code;
}

function execute(array $code): array
{
    $stack = [];
    $variables = [];
    $steps = 0;
    $pc = 0;
    while (true) {
        [$operation, $argument] = $code[$pc++];
        $steps++;
        switch ($operation) {
            case 'push':
                $stack[] = $argument;
                break;
            case 'load':
                $stack[] = $variables[$argument];
                break;
            case 'store':
                $variables[$argument] = array_pop($stack);
                break;
            case 'add':
                $b = array_pop($stack);
                $stack[] = array_pop($stack) + $b;
                break;
            case 'multiply':
                $b = array_pop($stack);
                $stack[] = array_pop($stack) * $b;
                break;
            case 'modulo':
                $b = array_pop($stack);
                $stack[] = array_pop($stack) % $b;
                break;
            case 'less':
                $b = array_pop($stack);
                $stack[] = array_pop($stack) < $b;
                break;
            case 'jump':
                $pc = $argument;
                break;
            case 'branch':
                if (array_pop($stack)) {
                    $pc = $argument;
                }
                break;
            case 'halt':
                return [$steps, $variables];
        }
    }
}

// --- run
$program = '
push 0
store i
push 1
store x
loop:
load x
push 1103
multiply
load i
add
push 65537
modulo
store x
load i
push 1
add
store i
load i
push 45000
less
branch loop
halt';
[$steps, $variables] = execute(assemble($program));
echo $steps, ' ', json_encode($variables), "\n";
