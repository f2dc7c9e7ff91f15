--TEST--
What cannot be passed by reference: values, results of operations, chains with ?->
--FILE--
<?php
echo "---- chains\n";
class Foo{public $bar;} function set(&$r,$v){$r=$v;} class M{ function set(&$r,$v){$r=$v;} static function sset(&$r,$v){} } foreach([null,new Foo] as $foo){ foreach([fn($f)=>set($f?->bar,'x'),fn($f)=>(strrev('tes'))($f?->bar,1),fn($f)=>(new M)->set($f?->bar,1),fn($f)=>M::sset($f?->bar,1),fn($f)=>set(...[$f?->bar,1]),fn($f)=>set(v:1,r:$f?->bar),function($f){ foreach($f?->bar as &$v){} },function($f){ return new class($f?->bar){ function __construct(&$x){} }; }] as $i=>$g) try{ $g($foo); echo "$i ok\n"; }catch(Error $e){echo $i,$e->getMessage(),"\n";} }
echo "---- closures\n";
$f=function(&$x){return $x=5;}; try{ $f(1); }catch(Error $e){echo $e->getMessage();} function t1(){ global $f; try{ $GLOBALS['f'](1); }catch(Error $e){echo $e->getMessage();} try{ $f(1+1); }catch(Error $e){echo $e->getMessage();} $f(strrev("x")); $g=fn(&$a)=>$a; $g(new stdClass); $g(t2()); } function t2(){} t1(); $h=fn(array &$a)=>array_push($a,1); try{ $h([]); }catch(Error $e){echo $e->getMessage();} 

echo "---- operations\n";
try{ eval('array_push([],1);'); }catch(Error $e){echo $e->getMessage();} try{ preg_match('/a/','a',strlen("x")); }catch(\Error $e){echo $e->getMessage();} try{ str_replace("a","b","c",strlen("d")); }catch(\Error $e){echo $e->getMessage();} try{ str_replace("a","b","c",strrev("d")); }catch(\Error $e){echo $e->getMessage();} function r(&$x){} try{ r(count([])); }catch(\Error $e){echo $e->getMessage();} try{ r(is_int(5)); }catch(\Error $e){echo $e->getMessage();} try{ r(intval(5)); }catch(\Error $e){echo $e->getMessage();} r(call_user_func('strrev','x')); try{ r(func_get_args()); }catch(\Error $e){echo $e->getMessage();} function q(){ try{ r(func_num_args()); }catch(\Error $e){echo $e->getMessage();} } q();
--EXPECTF--
---- chains
0set(): Argument #1 ($r) could not be passed by reference
1set(): Argument #1 ($r) could not be passed by reference
2M::set(): Argument #1 ($r) could not be passed by reference
3M::sset(): Argument #1 ($r) could not be passed by reference
4 ok
5set(): Argument #1 ($r) could not be passed by reference

Warning: foreach() argument must be of type array|object, null given in %s18_not_passed_by_reference.php on line 3
6 ok
7class@anonymous(): Argument #1 ($x) could not be passed by reference
0set(): Argument #1 ($r) could not be passed by reference
1set(): Argument #1 ($r) could not be passed by reference
2M::set(): Argument #1 ($r) could not be passed by reference
3M::sset(): Argument #1 ($r) could not be passed by reference
4 ok
5set(): Argument #1 ($r) could not be passed by reference

Warning: foreach() argument must be of type array|object, null given in %s18_not_passed_by_reference.php on line 3
6 ok
7class@anonymous(): Argument #1 ($x) could not be passed by reference
---- closures
{closure:%s18_not_passed_by_reference.php:5}(): Argument #1 ($x) could not be passed by reference{closure:%s18_not_passed_by_reference.php:5}(): Argument #1 ($x) could not be passed by reference{closure:%s18_not_passed_by_reference.php:5}(): Argument #1 ($x) could not be passed by reference
Notice: Only variables should be passed by reference in %s18_not_passed_by_reference.php on line 5

Notice: Only variables should be passed by reference in %s18_not_passed_by_reference.php on line 5

Notice: Only variables should be passed by reference in %s18_not_passed_by_reference.php on line 5
{closure:%s18_not_passed_by_reference.php:5}(): Argument #1 ($a) could not be passed by reference---- operations
array_push(): Argument #1 ($array) could not be passed by referencepreg_match(): Argument #3 ($matches) could not be passed by referencestr_replace(): Argument #4 ($count) could not be passed by reference
Notice: Only variables should be passed by reference in %s18_not_passed_by_reference.php on line 8
r(): Argument #1 ($x) could not be passed by referencer(): Argument #1 ($x) could not be passed by referencer(): Argument #1 ($x) could not be passed by reference
Notice: Only variables should be passed by reference in %s18_not_passed_by_reference.php on line 8
func_get_args() cannot be called from the global scoper(): Argument #1 ($x) could not be passed by reference
