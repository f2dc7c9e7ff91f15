--TEST--
A readonly property is not written through elements, steps or references
--FILE--
<?php
class C{ public readonly array $a; function __construct(){} function init(){ $this->a[]=1; } } $c=new C; try{ $c->a[]=1; }catch(Error $e){echo $e->getMessage(),"\n";} try{$c->init();}catch(Error $e){echo $e->getMessage(),"\n";} class D{ public private(set) array $a; } $c=new D; try{ $c->a[]=1; }catch(Error $e){echo $e->getMessage(),"\n";} class F{ public readonly stdClass $o; public readonly int $i; function __construct(){ $this->o=new stdClass; $this->i=1; } function x(){ foreach(['$this->o->a=1;','$this->o++;','$this->i++;','++$this->i;','$this->i+=1;','$this->o+=1;','$this->o.="x";','$this->i??=3;','$this->o[]=1;','$this->o->b[]=1;','unset($this->o->a);','unset($this->o);','[$this->i]=[1];','foreach([1] as $this->i);','$r=&$this->i;','$r=&$this->o;','$this->o->c->d=1;','$x=&$this->o->e; $x=1;'] as $c) try{ eval($c); echo $c," ok\n"; }catch(Error $e){echo $c,$e->getMessage(),"\n";} } } (new F)->x(); $f=new F; foreach(['$f->o->a=1;','$f->o++;','$f->i++;','++$f->i;','$f->i+=1;','$f->o+=1;','$f->o.="x";','$f->i??=3;','$f->o[]=1;','$f->o->b[]=1;','unset($f->o->a);','unset($f->o);','[$f->i]=[1];','$r=&$f->i;','$r=&$f->o;','$f->o->c->d=1;','$x=&$f->o->e; $x=1;'] as $c) try{ eval($c); echo $c," ok\n"; }catch(Error $e){echo $c,$e->getMessage(),"\n";}
--EXPECT--
Cannot indirectly modify readonly property C::$a
Cannot indirectly modify readonly property C::$a
Cannot indirectly modify private(set) property D::$a from global scope
$this->o->a=1; ok
$this->o++;Cannot modify readonly property F::$o
$this->i++;Cannot modify readonly property F::$i
++$this->i;Cannot modify readonly property F::$i
$this->i+=1;Cannot modify readonly property F::$i
$this->o+=1;Unsupported operand types: stdClass + int
$this->o.="x";Object of class stdClass could not be converted to string
$this->i??=3; ok
$this->o[]=1;Cannot use object of type stdClass as array
$this->o->b[]=1; ok
unset($this->o->a); ok
unset($this->o);Cannot unset readonly property F::$o
[$this->i]=[1];Cannot modify readonly property F::$i
foreach([1] as $this->i);Cannot modify readonly property F::$i
$r=&$this->i;Cannot indirectly modify readonly property F::$i
$r=&$this->o; ok
$this->o->c->d=1;Attempt to assign property "d" on null
$x=&$this->o->e; $x=1; ok
$f->o->a=1; ok
$f->o++;Cannot modify readonly property F::$o
$f->i++;Cannot modify readonly property F::$i
++$f->i;Cannot modify readonly property F::$i
$f->i+=1;Cannot modify readonly property F::$i
$f->o+=1;Unsupported operand types: stdClass + int
$f->o.="x";Object of class stdClass could not be converted to string
$f->i??=3; ok
$f->o[]=1;Cannot use object of type stdClass as array
$f->o->b[]=1; ok
unset($f->o->a); ok
unset($f->o);Cannot unset readonly property F::$o
[$f->i]=[1];Cannot modify readonly property F::$i
$r=&$f->i;Cannot indirectly modify readonly property F::$i
$r=&$f->o; ok
$f->o->c->d=1;Attempt to assign property "d" on null
$x=&$f->o->e; $x=1; ok
