--TEST--
Named arguments: twice the same, unpacked, variadic, with builtins
--FILE--
<?php
function t($a,&$e){} try{ t(e:42); }catch(Error $e){echo $e->getMessage();} function u($a,$b=1,...$c){ return func_get_args(); } foreach([fn()=>u(...['a'=>1],...['a'=>2]),fn()=>u(1,a:2),fn()=>u(b:2),fn()=>u(1,zz:2),fn()=>u(1,2,3,zz:4),fn()=>u(...[1,2],zz:1),fn()=>u(1,...['b'=>5,'q'=>6]),fn()=>strlen(str:1),fn()=>strlen(string:"abc"),fn()=>str_replace(subject:"a",search:"a",replace:"b"),fn()=>array_slice([1,2,3],length:1,offset:1),fn()=>in_array(strict:true,needle:1,haystack:["1"]),fn()=>array_slice(offset:1),fn()=>json_encode(value:[1],depth:5),fn()=>number_format(num:5,thousands_separator:'x'),fn()=>u(...['b'=>1]),fn()=>(new DateTime(timezone:new DateTimeZone('UTC'),datetime:'2020-01-01'))->format('Y'),fn()=>call_user_func('u',a:1,b:2),fn()=>call_user_func_array('u',['b'=>1,'a'=>2]),fn()=>call_user_func_array('u',['a'=>1,2]),fn()=>array_map(callback:'u',array:[1]),fn()=>(fn(...$x)=>$x)(a:1,b:2),fn()=>(fn($x,...$r)=>$r)(1,2,k:3),fn()=>min(value:1),fn()=>max(1,2,v:3),fn()=>array_merge(a:[1],b:[2]),fn()=>sprintf("%s",values:1), fn()=>compact(var_name:'x'),fn()=>func_get_args(a:1)] as $i=>$g) try{ echo $i,json_encode($g()),"\n"; }catch(Throwable $e){echo $i,get_class($e),$e->getMessage(),"\n";}
--EXPECTF--
t(): Argument #2 ($e) could not be passed by reference00ErrorNamed parameter $a overwrites previous argument
11ErrorNamed parameter $a overwrites previous argument
22ArgumentCountErroru(): Argument #1 ($a) not passed
3[1]
4[1,2,3]
5[1,2]
6[1,5]
77ErrorUnknown named parameter $str
83
9"b"
10[2]
11false
1212ArgumentCountErrorarray_slice(): Argument #1 ($array) not passed
13"[1]"
14"5"
1515ArgumentCountErroru(): Argument #1 ($a) not passed
16"2020"
17[1,2]
18[2,1]
1919ErrorCannot use positional argument after named argument
20[[1]]
21{"a":1,"b":2}
22{"0":2,"k":3}
2323TypeErrormin(): Argument #1 ($value) must be of type array, int given
2424ArgumentCountErrormax() does not accept unknown named parameters
2525ArgumentCountErrorarray_merge() does not accept unknown named parameters
2626ArgumentCountErrorsprintf() does not accept unknown named parameters
27
Warning: compact(): Undefined variable $x in %s19_named_arguments_in_full.php on line 2
[]
2828ErrorUnknown named parameter $a
