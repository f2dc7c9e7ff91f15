--TEST--
request_parse_body() outside of a request with a body: its options are looked at first
--FILE--
<?php
$options = [null, [], ['foo' => 1], [42 => 1], ['max_input_vars' => []], ['max_input_vars' => null], ['post_max_size' => 1.5],
    ['post_max_size' => true], ['max_file_uploads' => new stdClass], ['upload_max_filesize' => '1GB'], ['post_max_size' => ''],
    ['max_multipart_body_parts' => -1, 'max_input_vars' => '0x10', 'post_max_size' => '8M'], 'text'];
foreach ($options as $given) {
    try {
        var_dump(request_parse_body($given));
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
$limit = 5;
$by_reference = ['max_input_vars' => &$limit];
try {
    request_parse_body(options: $by_reference);
} catch (RequestParseBodyException $error) {
    echo $error->getMessage(), ' ', get_parent_class($error), "\n";
}
try {
    request_parse_body([], 1);
} catch (ArgumentCountError $error) {
    echo $error->getMessage(), "\n";
}
var_dump(is_uploaded_file(__FILE__), move_uploaded_file(__FILE__, '/tmp/x'));
--EXPECTF--
RequestParseBodyException: Request does not provide a content type
RequestParseBodyException: Request does not provide a content type
ValueError: Invalid key "foo" in $options argument
ValueError: Invalid integer key in $options argument
ValueError: Invalid array value in $options argument
ValueError: Invalid null value in $options argument
ValueError: Invalid float value in $options argument
ValueError: Invalid true value in $options argument
ValueError: Invalid stdClass value in $options argument

Warning: Invalid quantity "1GB": unknown multiplier "B", interpreting as "1" for backwards compatibility in %srequest_parse_body.php on line 7
RequestParseBodyException: Request does not provide a content type
RequestParseBodyException: Request does not provide a content type
RequestParseBodyException: Request does not provide a content type
TypeError: request_parse_body(): Argument #1 ($options) must be of type ?array, string given
Request does not provide a content type Exception
request_parse_body() expects at most 1 argument, 2 given
bool(false)
bool(false)
