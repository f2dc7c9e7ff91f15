--TEST--
A declared type leaves a question mark in what is returned or stored alone
--FILE--
<?php
final class Pattern {
    public string $text = '';
    function __construct(private string $inner) {}
    function whole(): string { return '/(?:' . $this->inner . ')?/'; }
    function keep(string $more): void { $this->text = "a?b?$more"; }
}
$pattern = new Pattern('x');
$pattern->keep('?');
echo $pattern->whole(), ' ', $pattern->text, "\n";
--EXPECT--
/(?:x)?/ a?b??
