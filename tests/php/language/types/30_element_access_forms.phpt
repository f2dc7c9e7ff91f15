--TEST--
elements of lists, maps, strings, null and objects, read and written
--FILE--
<?php
function w() { $a = [1,2,3]; $b = $a; $a[1] = 'x'; $b[] = 4; $i = 0; $a[$i] = 'y'; $a[$i+3] = 'z'; $a[9] = 1; $k='2'; $a[$k] = 'k'; $s = 'str'; $s[1] = 'Q'; $n = null; $n[] = 1; $n[5] = 2; $n[$i] = 3; $f = 1.7; $a[$f] = 'f'; $a[true] = 't'; 
 $o = new ArrayObject; $o[] = 1; $o['q'] = 2; $o[$i] = 5; return json_encode([$a,$b,$s,$n,$o, $a[1] ?? 'd', $a['none'] ?? 'd', $a[$i] ?? 'd', $u[1]['x'] ?? 'u', $s[1] ?? 's', $s[10] ?? 's', $o['q'] ?? 'o', isset($a[1]), isset($a[99]), isset($s[0]), isset($o['zz']), isset($a[$i]), isset($n['x']['y']), $a[null] ?? 'nul', isset($a[$f]), isset($nn[$i])]); }
echo w(), "\n"; $arr = ['1' => 'a', 'n' => null]; for ($i = 0; $i < 2; $i++) { echo $arr['1'] ?? 'x', $arr['n'] ?? 'x', isset($arr['n']) ? 1 : 0, isset($arr[$i]) ? 1 : 0; }
class P implements ArrayAccess { function offsetExists($o): bool { echo "E$o"; return $o != 'no'; } function offsetGet($o): mixed { echo "G$o"; return null; } function offsetSet($o, $v): void { echo "S", json_encode($o), $v; } function offsetUnset($o): void {} }
function p(P $p) { $i = 3; $p[$i] = 1; $p['k'] = 2; $p[] = 3; echo $p['k'] ?? 'd', $p['no'] ?? 'd', isset($p['k']) ? 'y' : 'n', isset($p[$i]) ? 'y' : 'n', $p[$i], $p[0]; } p(new P); echo "\n";
--EXPECTF--
Deprecated: Implicit conversion from float 1.7 to int loses precision in %s30_element_access_forms.php on line 2

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s30_element_access_forms.php on line 3
[{"0":"y","1":"t","2":"k","3":"z","9":1},[1,2,3,4],"sQr",{"0":3,"5":2},{"0":5,"q":2},"t","d","y","u","Q","s",2,true,false,true,false,true,false,"nul",true,false]
ax00ax01S31S"k"2Snull3EkGkdEnodEkyE3yG3G0
