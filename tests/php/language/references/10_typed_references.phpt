--TEST--
References to typed properties: what they take, where they end, what becomes an array
--FILE--
<?php
class A{public int $x=1; public float $y=1.0; public string $s="a"; public int|string $u=1;} $o=new A; $r=&$o->x; try{$o->y=&$r;}catch(TypeError $e){echo $e->getMessage(),"\n";} $r=&$o->u; try { $o->s=&$r; } catch(TypeError $e){echo $e->getMessage(),"\n";} $o->u="x"; $o->s=&$r; try{$r=5;}catch(TypeError $e){echo $e->getMessage(),"\n";} var_dump($o);
class B{public int $i=1; public ?float $f=null; public bool $b=true; public ?bool $nb=null; public int|float $if=1; public string|bool $sb="s";} $b=new B; $x=&$b->i; try{$b->if=&$x;}catch(TypeError $e){echo $e->getMessage(),"\n";} try{ $x="1.5"; }catch(TypeError $e){echo $e->getMessage(),"\n";} try{ $x=1.0; var_dump($x);}catch(TypeError $e){echo $e->getMessage(),"\n";} try{ $x++; $x+=1.5; }catch(TypeError $e){echo $e->getMessage(),"\n";} $x=PHP_INT_MAX; try{$x++;}catch(TypeError $e){echo $e->getMessage(),"\n";}try{$b->i++;}catch(TypeError $e){echo $e->getMessage(),"\n";} try{++$b->i;}catch(TypeError $e){echo $e->getMessage(),"\n";} $x=PHP_INT_MIN; try{$b->i--;}catch(TypeError $e){echo $e->getMessage(),"\n";}try{--$x;}catch(TypeError $e){echo $e->getMessage(),"\n";} unset($x); $b->i=PHP_INT_MAX; try{$b->i++;}catch(TypeError $e){echo $e->getMessage(),"\n";}
class A2{public int|string $a=1; public float|bool|string $b="1"; } $o=new A2; $r="1"; $o->a=&$r; try{ $o->b=&$r; var_dump($r); $r=1; var_dump($r);}catch(TypeError $e){echo $e->getMessage(),"\n";}
class C2{public ?int $i=1; public ?string $s="1";} $c=new C2; $v=null; $c->i=&$v; $c->s=&$v; try{$v=1;}catch(TypeError $e){echo $e->getMessage(),"\n";} try{$v="1";}catch(TypeError $e){echo $e->getMessage(),"\n";}
class D2{public int|float $i=1; public float $s=1;} $c=new D2; $v=1.5; $c->i=&$v; $c->s=&$v; try{$v=1;var_dump($v);}catch(TypeError $e){echo $e->getMessage(),"\n";} try{$v="1";}catch(TypeError $e){echo $e->getMessage(),"\n";} 
class E2{public int $i=1; public int|bool $s=1;} $c=new E2; $v=1; $c->i=&$v; $c->s=&$v; try{$v=true;var_dump($v);}catch(TypeError $e){echo $e->getMessage(),"\n";} try{$v="1";var_dump($v);}catch(TypeError $e){echo $e->getMessage(),"\n";}try{$v=1.5;var_dump($v);}catch(TypeError $e){echo $e->getMessage(),"\n";}
class Z{public ?int $x=null; public ?array $y=null; static ?int $s=null; public ?string $str=null;} $a=new Z; foreach(['$a->x[]=1;','$a->y[]=1;','Z::$s[]=1;','$r=&$a->x; $r[]=1;','$a->x->y=1;','$a->str[0]="x";','$r=&$a->x["a"];','$r=&$a->x; $r["a"]["b"]=1;','$r=&Z::$s;$r[]=1;','unset($a->x["k"]);','list($a->x)=["zz"];','foreach(["q"] as $a->x);','[$a->x]=[[]];'] as $c){try{eval($c);}catch(Throwable $e){echo $c,get_class($e),": ",$e->getMessage(),"\n";}} var_dump($a);
--EXPECTF--
Reference with value of type int held by property A::$x of type int is not compatible with property A::$y of type float
Reference with value of type int held by property A::$u of type string|int is not compatible with property A::$s of type string
Cannot assign int to reference held by property A::$u of type string|int and property A::$s of type string, as this would result in an inconsistent type conversion
object(A)#1 (4) {
  ["x"]=>
  int(1)
  ["y"]=>
  float(1)
  ["s"]=>
  &string(1) "x"
  ["u"]=>
  &string(1) "x"
}

Deprecated: Implicit conversion from float-string "1.5" to int loses precision in %s10_typed_references.php on line 3
Cannot assign string to reference held by property B::$i of type int and property B::$if of type int|float, as this would result in an inconsistent type conversion
Cannot assign float to reference held by property B::$i of type int and property B::$if of type int|float, as this would result in an inconsistent type conversion

Deprecated: Implicit conversion from float 3.5 to int loses precision in %s10_typed_references.php on line 3
Cannot assign float to reference held by property B::$i of type int and property B::$if of type int|float, as this would result in an inconsistent type conversion
Cannot increment a reference held by property B::$i of type int past its maximal value
Cannot increment a reference held by property B::$i of type int past its maximal value
Cannot increment a reference held by property B::$i of type int past its maximal value
Cannot decrement a reference held by property B::$i of type int past its minimal value
Cannot decrement a reference held by property B::$i of type int past its minimal value
Cannot increment a reference held by property B::$i of type int past its maximal value
string(1) "1"
Cannot assign int to reference held by property A2::$a of type string|int and property A2::$b of type string|float|bool, as this would result in an inconsistent type conversion
Cannot assign int to reference held by property C2::$i of type ?int and property C2::$s of type ?string, as this would result in an inconsistent type conversion
Cannot assign string to reference held by property C2::$i of type ?int and property C2::$s of type ?string, as this would result in an inconsistent type conversion
Cannot assign int to reference held by property D2::$i of type int|float and property D2::$s of type float, as this would result in an inconsistent type conversion
Cannot assign string to reference held by property D2::$i of type int|float and property D2::$s of type float, as this would result in an inconsistent type conversion
Cannot assign true to reference held by property E2::$i of type int and property E2::$s of type int|bool, as this would result in an inconsistent type conversion
int(1)

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s10_typed_references.php on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s10_typed_references.php on line 7
int(1)
$a->x[]=1;TypeError: Cannot auto-initialize an array inside property Z::$x of type ?int
Z::$s[]=1;TypeError: Cannot auto-initialize an array inside property Z::$s of type ?int
$r=&$a->x; $r[]=1;TypeError: Cannot auto-initialize an array inside a reference held by property Z::$x of type ?int
$a->x->y=1;Error: Attempt to assign property "y" on null
$a->str[0]="x";TypeError: Cannot auto-initialize an array inside property Z::$str of type ?string
$r=&$a->x["a"];TypeError: Cannot auto-initialize an array inside property Z::$x of type ?int
$r=&$a->x; $r["a"]["b"]=1;TypeError: Cannot auto-initialize an array inside a reference held by property Z::$x of type ?int
$r=&Z::$s;$r[]=1;TypeError: Cannot auto-initialize an array inside a reference held by property Z::$s of type ?int
list($a->x)=["zz"];TypeError: Cannot assign string to property Z::$x of type ?int
foreach(["q"] as $a->x);TypeError: Cannot assign string to property Z::$x of type ?int
[$a->x]=[[]];TypeError: Cannot assign array to property Z::$x of type ?int
object(Z)#1 (3) {
  ["x"]=>
  NULL
  ["y"]=>
  array(1) {
    [0]=>
    int(1)
  }
  ["str"]=>
  NULL
}
