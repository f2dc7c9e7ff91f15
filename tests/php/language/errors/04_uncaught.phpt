--TEST--
An uncaught error prints its trace and ends the script with 255
--FILE--
<?php
namespace App;
class Service {
    public function run(array $items, string $name = 'a string longer than fifteen', $o = null) {
        return array_map(fn($x) => $this->one($x), $items);
    }
    private function one($x) {
        return intdiv(1, $x);
    }
    static function start() { (new self)->run([1, 0], o: new \stdClass); }
}
function main() {
    Service::start();
}
main();
--EXPECTF--
Fatal error: Uncaught DivisionByZeroError: Division by zero in %s04_uncaught.php:8
Stack trace:
#0 %s04_uncaught.php(8): intdiv(1, 0)
#1 %s04_uncaught.php(5): App\Service->one(0)
#2 [internal function]: App\Service->{closure:App\Service::run():5}(0)
#3 %s04_uncaught.php(5): array_map(Object(Closure), Array)
#4 %s04_uncaught.php(10): App\Service->run(Array, 'a string longer...', Object(stdClass))
#5 %s04_uncaught.php(13): App\Service::start()
#6 %s04_uncaught.php(15): App\main()
#7 {main}
  thrown in %s04_uncaught.php on line 8
