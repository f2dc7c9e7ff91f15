--TEST--
Methods that cannot be called, and what they are called
--FILE--
<?php
class A { private function __construct(private $x) {} private function priv() {} protected function prot() {} static private function sp() {} } class B extends A { function t() { $this->priv(); } static function make() { return new self(1); } } 
try { new A(1); } catch (Error $e) { echo $e->getMessage(), "\n"; } try { B::make(); } catch (Error $e) { echo $e->getMessage(), "\n"; } class C { private function p() {} function q($o) { $o->p(); } static private function s() {} } class D extends C { function t() { $this->p(); } static function u() { D::s(); } } try { (new D)->t(); } catch (Error $e) { echo $e->getMessage(), "\n"; } try { (new D)->p(); } catch (Error $e) { echo $e->getMessage(), "\n"; } try { D::s(); } catch (Error $e) { echo $e->getMessage(), "\n"; } try { D::u(); } catch (Error $e) { echo $e->getMessage(), "\n"; } (new C)->q(new D); try { (new D)->nope(); } catch (Error $e) { echo $e->getMessage(), "\n"; } try { D::nope(); } catch (Error $e) { echo $e->getMessage(), "\n"; } try { [new D, 'p'](); } catch (Error $e) { echo $e->getMessage(), "\n"; } try { call_user_func([new D, 'p']); } catch (Error $e) { echo $e->getMessage(), "\n"; } try { D::t(); } catch (Error $e) { echo $e->getMessage(), "\n"; } try { $m = 't'; D::$m(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
Call to private A::__construct() from global scope
Call to private A::__construct() from scope B
Call to private method C::p() from scope D
Call to private method C::p() from global scope
Call to private method C::s() from global scope
Call to private method C::s() from scope D
Call to undefined method D::nope()
Call to undefined method D::nope()
Call to private method C::p() from global scope
call_user_func(): Argument #1 ($callback) must be a valid callback, cannot access private method D::p()
Non-static method D::t() cannot be called statically
Non-static method D::t() cannot be called statically
