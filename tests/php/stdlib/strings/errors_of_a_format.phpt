--TEST--
sprintf(): an error of the format stops at once, missing arguments are counted at the end, and then come exceptions
--FILE--
<?php
class Thrower { function __toString(): string { throw new Exception('no'); } }
foreach ([
    ['%d %*d', 'x'],
    ['%d %1$*2$d', 1],
    ['%d %d %99999999999$d', 1],
    ['%2147483648d %d'],
    ['%d %d %.2147483648f', 1],
    ['%d %y %d', 1, 2],
    ['%d %d %y', 1],
    ["%d %d %'", 1],
    ['%d %0$s', 1],
    ['%s %d %d', new Thrower, 1],
    ['%s %d', new Thrower, 1],
    ['%s %y', new Thrower, 1],
    ['%d %', 1],
    ['%d %d %', 1],
    ['%d %.*d', 1, 'x', 2],
    ['%d %.*g', 1, -2, 2],
    ['%d %.-1g', 1, 2],
] as $arguments) {
    foreach ([fn() => sprintf(...$arguments), fn() => vsprintf($arguments[0], array_slice($arguments, 1))] as $try) {
        try {
            var_dump($try());
        } catch (Throwable $error) {
            echo get_class($error), ': ', $error->getMessage(), ' after ', $error->getPrevious()?->getMessage(), "\n";
        }
    }
}
--EXPECT--
ArgumentCountError: 3 arguments are required, 2 given after 
ValueError: The arguments array must contain 2 items, 1 given after 
ArgumentCountError: 3 arguments are required, 2 given after 
ValueError: The arguments array must contain 2 items, 1 given after 
ValueError: Argument number specifier must be greater than zero and less than 2147483647 after 
ValueError: Argument number specifier must be greater than zero and less than 2147483647 after 
ValueError: Width must be between 0 and 2147483647 after 
ValueError: Width must be between 0 and 2147483647 after 
ValueError: Precision must be between 0 and 2147483647 after 
ValueError: Precision must be between 0 and 2147483647 after 
ValueError: Unknown format specifier "y" after 
ValueError: Unknown format specifier "y" after 
ArgumentCountError: 4 arguments are required, 2 given after 
ValueError: The arguments array must contain 3 items, 1 given after 
ValueError: Missing padding character after 
ValueError: Missing padding character after 
ValueError: Argument number specifier must be greater than zero and less than 2147483647 after 
ValueError: Argument number specifier must be greater than zero and less than 2147483647 after 
ArgumentCountError: 4 arguments are required, 3 given after no
ValueError: The arguments array must contain 3 items, 2 given after no
Exception: no after 
Exception: no after 
ValueError: Unknown format specifier "y" after no
ValueError: Unknown format specifier "y" after no
ArgumentCountError: 3 arguments are required, 2 given after 
ValueError: The arguments array must contain 2 items, 1 given after 
ArgumentCountError: 4 arguments are required, 2 given after 
ValueError: The arguments array must contain 3 items, 1 given after 
ValueError: Precision must be an integer after 
ValueError: Precision must be an integer after 
ValueError: Precision must be between -1 and 2147483647 after 
ValueError: Precision must be between -1 and 2147483647 after 
ValueError: Unknown format specifier "-" after 
ValueError: Unknown format specifier "-" after
