--TEST--
&$this is a reference to a value: $this itself stays
--FILE--
<?php
class Holder {
    private array $kept = [];
    private function call(callable $callback) {
        $target = &$this;
        $callback(static function ($value) use (&$target) {
            if ($target !== null) {
                $target->keep($value);
                $target = null;
            }
        });
        var_dump($target, count($this->kept));
    }
    function keep($value) { $this->kept[] = $value; }
    function run() { $this->call(function ($done) { $done(3); $done(4); }); }
}
(new Holder)->run();
--EXPECT--
NULL
int(1)
