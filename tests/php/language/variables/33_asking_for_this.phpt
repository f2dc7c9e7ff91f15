--TEST--
isset($this) asks; isset($this->x) needs one
--FILE--
<?php
function f(){ foreach(['isset($this)','isset($this->x)','isset($this->x->y)','isset($this[0])','empty($this->x)','$this->x??1','$this[0]??1','empty($this)'] as $c) try{ eval("var_dump($c);"); }catch(Error $e){echo $e->getMessage(),"\n";} try{ var_dump(isset($this)); var_dump(isset($this->x)); }catch(Error $e){echo $e->getMessage(),"\n";} try{ var_dump($this->x ?? 3); }catch(Error $e){echo $e->getMessage(),"\n";} $g=static function(){ try{ var_dump(isset($this), $this->x??1);}catch(Error $e){echo $e->getMessage(),"\n";} }; $g(); $h=function(){ try{ var_dump(isset($this), isset($this->x));}catch(Error $e){echo $e->getMessage(),"\n";} }; $h(); } f(); class A{ public $x=5; function m(){ var_dump(isset($this),isset($this->x),isset($this->y),$this->x??1,empty($this->x)); return fn()=>isset($this->x); } static function s(){ var_dump(isset($this)); try{ var_dump(isset($this->x));}catch(Error $e){echo $e->getMessage(),"\n";} } } var_dump((new A)->m()()); A::s();
--EXPECT--
bool(false)
Using $this when not in object context
Using $this when not in object context
Using $this when not in object context
Using $this when not in object context
Using $this when not in object context
Using $this when not in object context
bool(true)
bool(false)
Using $this when not in object context
Using $this when not in object context
Using $this when not in object context
Using $this when not in object context
bool(true)
bool(true)
bool(false)
int(5)
bool(false)
bool(true)
bool(false)
Using $this when not in object context
