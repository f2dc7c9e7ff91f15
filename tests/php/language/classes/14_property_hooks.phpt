--TEST--
Property hooks
--FILE--
<?php
class H {
    public string $name = 'x' {
        get => strtoupper($this->name);
        set(string $v) { if ($v === '') throw new ValueError('empty'); $this->name = trim($v); }
    }
    public int $double { get => $this->n * 2; set => $this->n = intdiv($value, 2); }
    public string $full { get { return "$this->name:$this->double"; } }
    function __construct(private int $n = 1) {}
}
$h = new H(5); echo $h->name, $h->double, "\n"; $h->name = '  bob '; $h->double = 40; echo $h->full, "\n";
try { $h->name = ''; } catch (ValueError $e) { echo $e->getMessage(), "\n"; } try { $h->full = 'x'; } catch (Error $e) {
    echo $e->getMessage(), "\n";
}
$h->double += 2; echo $h->double, ' '; echo json_encode($h), "\n";
abstract class Ab { abstract public int $v { get; } } class Im extends Ab { public int $v { get => 7; } }
echo (new Im)->v, "\n"; interface HasId { public int $id { get; } }
class Ent implements HasId { public int $id = 3; } echo (new Ent)->id, "\n";
--EXPECT--
X10
BOB:40
empty
Property H::$full is read-only
42 {"name":"BOB","double":42,"full":"BOB:42"}
7
3
