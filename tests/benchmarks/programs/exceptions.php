<?php
// throw, catch, finally and rethrow at several depths.
class NotFound extends RuntimeException
{
    public function __construct(public readonly int $id)
    {
        parent::__construct("no entry $id", 404);
    }
}

class Invalid extends InvalidArgumentException
{
}

function load(int $id): int
{
    if ($id % 5 === 0) {
        throw new NotFound($id);
    }
    if ($id % 7 === 0) {
        throw new Invalid("bad $id");
    }
    return $id * 2;
}

function guarded(int $id, array &$log): int
{
    try {
        return load($id);
    } catch (NotFound $error) {
        return -$error->id;
    } finally {
        $log['finally'] = ($log['finally'] ?? 0) + 1;
    }
}

function descend(int $depth): never
{
    if ($depth === 0) {
        throw new LogicException('bottom');
    }
    try {
        descend($depth - 1);
    } finally {
        global $unwound;
        $unwound++;
    }
}

function halves(int $n): int
{
    try {
        return intdiv($n, $n % 2);
    } catch (DivisionByZeroError $error) {
        return -strlen($error->getMessage());
    }
}

// --- run
$log = [];
$sum = 0;
for ($i = 1; $i <= 100000; $i++) {
    try {
        $sum += guarded($i, $log);
    } catch (Invalid $error) {
        $log['invalid'] = ($log['invalid'] ?? 0) + 1;
        if ($i % 1001 === 0) {
            try {
                throw new RuntimeException('wrapped', $i, $error);
            } catch (Exception $wrapped) {
                $log['last'] = $wrapped->getPrevious()->getMessage() . '/' . $wrapped->getCode();
            }
        }
    }
}
echo $sum, ' ', json_encode($log), "\n";
$caught = 0;
for ($i = 0; $i < 1200; $i++) {
    try {
        descend(30);
    } catch (LogicException) {
        $caught++;
    }
}
echo $caught, "\n";
for ($i = 0, $zero = 0; $i < 30000; $i++) {
    $zero += halves($i);
}
echo $zero, "\n";
