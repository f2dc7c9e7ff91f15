--TEST--
Reflection: class export
--FILE--
<?php
/** A documented class. */
class Pair implements IteratorAggregate {
    const LEFT = 'left';
    final protected const array BOTH = [1, 2];
    public static $made = 0;
    private ?int $a = 5;
    public int|string $b = self::LEFT . '!';
    /** Walks. */
    public function getIterator(): Iterator { return new ArrayIterator([]); }
    public static function of(int $a, string ...$rest): ?self { return null; }
}
echo preg_replace('~@@ \S+~', '@@ FILE', (string) new ReflectionClass('Pair'));
$object = new Pair;
echo preg_replace('~@@ \S+~', '@@ FILE', (string) new ReflectionMethod($object, 'of'));
echo new ReflectionProperty('Pair', 'b');
echo new ReflectionClassConstant('Pair', 'BOTH');
echo new ReflectionParameter(['Pair', 'of'], 1), "\n";
--EXPECT--
/** A documented class. */
Class [ <user> <iterateable> class Pair implements IteratorAggregate, Traversable ] {
  @@ FILE 3-12

  - Constants [2] {
    Constant [ public string LEFT ] { left }
    Constant [ final protected array BOTH ] { Array }
  }

  - Static properties [1] {
    Property [ public static $made = 0 ]
  }

  - Static methods [1] {
    Method [ <user> static public method of ] {
      @@ FILE 11 - 11

      - Parameters [2] {
        Parameter #0 [ <required> int $a ]
        Parameter #1 [ <optional> string ...$rest ]
      }
      - Return [ ?self ]
    }
  }

  - Properties [2] {
    Property [ private ?int $a = 5 ]
    Property [ public string|int $b = 'left!' ]
  }

  - Methods [1] {
    /** Walks. */
    Method [ <user, prototype IteratorAggregate> public method getIterator ] {
      @@ FILE 10 - 10

      - Parameters [0] {
      }
      - Return [ Iterator ]
    }
  }
}
Method [ <user> static public method of ] {
  @@ FILE 11 - 11

  - Parameters [2] {
    Parameter #0 [ <required> int $a ]
    Parameter #1 [ <optional> string ...$rest ]
  }
  - Return [ ?self ]
}
Property [ public string|int $b = 'left!' ]
Constant [ final protected array BOTH ] { Array }
Parameter #1 [ <optional> string ...$rest ]
