--TEST--
Attributes of the engine: Deprecated warns at the call, SensitiveParameter hides arguments
--FILE--
<?php
set_error_handler(function ($level, $text) { echo $level, ' ', $text, "\n"; });
#[Deprecated] function a() { return 1; }
#[Deprecated('use b', since: '2.0')] function b() { }
class C { #[Deprecated(message: 'no')] const X = 1; #[Deprecated] function m() { } #[Deprecated] static function s() { } }
enum E { #[Deprecated('x')] case A; }
a(); b(); (new C)->m(); C::s(); echo C::X, "\n"; E::A; $f = #[Deprecated] fn() => 1; $f = a(...); $f();
function login($name, #[SensitiveParameter] $password, ...$more) { throw new Exception('no'); }
try { login('me', 'secret', 'x'); } catch (Exception $e) {
    echo preg_replace('~/.*?: ~', '', $e->getTraceAsString()), "\n";
    var_dump(get_class($e->getTrace()[0]['args'][1]), $e->getTrace()[0]['args'][1]->getValue());
}
--EXPECT--
16384 Function a() is deprecated
16384 Function b() is deprecated since 2.0, use b
16384 Method C::m() is deprecated
16384 Method C::s() is deprecated
16384 Constant C::X is deprecated, no
1
16384 Enum case E::A is deprecated, x
16384 Function a() is deprecated
#0 login('me', Object(SensitiveParameterValue), 'x')
#1 {main}
string(23) "SensitiveParameterValue"
string(6) "secret"
