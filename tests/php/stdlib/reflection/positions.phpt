--TEST--
Reflection: positions
--FILE--
<?php
#[Foo]
/** d1 */
final
class A
{
    /** d2 */
    #[Attr(1,
    2)]
    public
    static
    function m(
        int $a,
        $b
    )
    : void
    {
        echo 1;
    }
    /** d3 */
    protected function
      abs($x) {}
    /** p1 */
    public $p = 1, /** p2 */ $q;
    /** c1 */
    const X = 1, /** c2 */ Y = 2;
    public int $h {
        /** hook doc */
        get
        {
            return 1;
        }
        set => 5;
    }
    function __construct(
        /** promoted */
        public int $pr = 1,
    ) {}
}
#[Attr]
/** fdoc */
function
f
()
{
}
$c = #[X]
  /** cdoc */
  function ()
  use (&$z)
  {
  };
$d = /** adoc */ static fn
   ()
   => [
   1,
   ];
interface I extends
  Countable
{ function q(); }
enum E: int
{
 /** e */
 case A = 1;
}
foreach (['A','I','E'] as $n) { $r = new ReflectionClass($n); echo $n, ' ', $r->getStartLine(), '-', $r->getEndLine(), ' ', var_export($r->getDocComment(), true), "\n";
 foreach ($r->getMethods() as $m) echo '  ', $m->name, ' ', $m->getStartLine(), '-', $m->getEndLine(), ' ', var_export($m->getDocComment(), true), "\n";
 foreach ($r->getProperties() as $m) { echo '  ', $m->name, ' ', var_export($m->getDocComment(), true), "\n"; foreach ($m->getHooks() as $k => $h) echo "    $k ", $h->getStartLine(), '-', $h->getEndLine(), ' ', var_export($h->getDocComment(), true), ' ', $h->getReturnType() ?? 'none', ' ', $h->getNumberOfParameters(), "\n"; }
 foreach ($r->getReflectionConstants() as $m) echo '  ', $m->name, ' ', var_export($m->getDocComment(), true), "\n"; }
foreach (['f', $c, $d] as $f) { $r = new ReflectionFunction($f); echo $r->getStartLine(), '-', $r->getEndLine(), ' ', var_export($r->getDocComment(), true), ' ', count($r->getAttributes()), "\n"; }
--EXPECT--
A 5-39 '/** d1 */'
  m 12-19 '/** d2 */'
  abs 21-22 '/** d3 */'
  __construct 35-38 false
  p '/** p1 */'
  q '/** p2 */'
  h false
    get 29-32 '/** hook doc */' int 0
    set 33-33 false void 1
  pr '/** promoted */'
  X '/** c1 */'
  Y '/** c2 */'
I 58-60 false
  q 60-60 false
  count - false
E 61-65 false
  cases - false
  from - false
  tryFrom - false
  name false
  value false
  A '/** e */'
42-46 '/** fdoc */' 1
49-52 '/** cdoc */' 1
53-57 '/** adoc */' 0
