--TEST--
WeakReference
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$a = new stdClass; $r = WeakReference::create($a); var_dump($r->get() === $a, $r === WeakReference::create($a)); attempt(fn() => new WeakReference);
try { clone WeakReference::create(new stdClass); } catch (Error $error) { echo $error->getMessage(), "\n"; }
--EXPECT--
bool(true)
bool(true)
Error: Direct instantiation of WeakReference is not allowed, use WeakReference::create instead
Trying to clone an uncloneable object of class WeakReference
