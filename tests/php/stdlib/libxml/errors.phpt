--TEST--
libxml: what is asked of parsers is remembered, and there are no errors
--FILE--
<?php
var_dump(libxml_use_internal_errors(true), libxml_use_internal_errors(), libxml_get_errors(), libxml_get_last_error());
libxml_clear_errors();
var_dump(libxml_set_external_entity_loader('strlen'), libxml_get_external_entity_loader());
libxml_set_external_entity_loader(fn($a) => null); var_dump(libxml_get_external_entity_loader() instanceof Closure);
libxml_set_external_entity_loader(null); var_dump(libxml_get_external_entity_loader());
var_dump(libxml_disable_entity_loader());
print_r(new LibXMLError); var_dump(LIBXML_NOENT);
--EXPECTF--
bool(false)
bool(true)
array(0) {
}
bool(false)
bool(true)
string(6) "strlen"
bool(true)
NULL

Deprecated: Function libxml_disable_entity_loader() is deprecated since 8.0, as external entity loading is disabled by default in %serrors.php on line 7
bool(false)
LibXMLError Object
(
)
int(2)
