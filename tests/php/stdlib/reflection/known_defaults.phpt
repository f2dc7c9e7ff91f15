--TEST--
Parameters whose functions see that nothing was passed show a default, and named arguments may leave them out
--FILE--
<?php
foreach ([['SplFileObject', 'fgetcsv'], ['SplFileObject', 'fputcsv'], ['SplFileObject', 'setCsvControl'], ['fgetcsv'], ['fputcsv'], ['str_getcsv']] as $name) {
    $function = count($name) > 1 ? new ReflectionMethod(...$name) : new ReflectionFunction($name[0]);
    echo implode('::', $name);
    foreach ($function->getParameters() as $parameter) {
        echo ' ', $parameter->name, $parameter->isDefaultValueAvailable() ? '=' . var_export($parameter->getDefaultValue(), true) : '';
    }
    echo "\n";
}
$file = new SplTempFileObject;
$file->fputcsv(['a', 'b"c', 'd;e'], escape: '');
$file->rewind();
echo json_encode($file->fgetcsv(escape: '')), "\n";
$file->setCsvControl(';', "'", '');
$file->rewind();
echo json_encode($file->fgetcsv(enclosure: '"', escape: '')), "\n";
$file->rewind();
echo json_encode($file->fgetcsv()), "\n";
echo json_encode(str_getcsv('a;"b', escape: '')), "\n";
try {
    $file->fgetcsv(escape: 'ab');
} catch (ValueError $error) {
    echo $error->getMessage(), "\n";
}
error_reporting(E_ALL & ~E_DEPRECATED);
foreach (get_defined_functions()['internal'] as $name) {
    foreach ((new ReflectionFunction($name))->getParameters() as $parameter) {
        if ($parameter->isDefaultValueAvailable() && is_object($parameter->getDefaultValue()) && !$parameter->isDefaultValueConstant()) {
            echo "$name\n";
        }
    }
}
--EXPECT--
SplFileObject::fgetcsv separator=',' enclosure='"' escape='\\'
SplFileObject::fputcsv fields separator=',' enclosure='"' escape='\\' eol='
'
SplFileObject::setCsvControl separator=',' enclosure='"' escape='\\'
fgetcsv stream length=NULL separator=',' enclosure='"' escape='\\'
fputcsv stream fields separator=',' enclosure='"' escape='\\' eol='
'
str_getcsv string separator=',' enclosure='"' escape='\\'
["a","b\"c","d;e"]
["a","b\"c","d;e"]
["a,\"b\"\"c\",d","e"]
["a;\"b"]
SplFileObject::fgetcsv(): Argument #3 ($escape) must be empty or a single character
