<?php
// Inline HTML, output buffers, escaping: what a page renders.
function e(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES);
}

function layout(string $title, callable $content): string
{
    ob_start(); ?>
<!DOCTYPE html>
<html>
<head><title><?= e($title) ?></title></head>
<body>
<?php $content(); ?>
</body>
</html>
<?php
    return ob_get_clean();
}

function product_list(array $products): void
{
    ?>
<ul class="products">
<?php foreach ($products as $index => $product): ?>
  <li class="<?= $index % 2 ? 'odd' : 'even' ?>"<?php if ($product['sale']): ?> data-sale="1"<?php endif ?>>
    <a href="/products/<?= urlencode($product['name']) ?>"><?= e($product['name']) ?></a>
    <span><?= number_format($product['price'], 2) ?></span>
<?php if (count($product['tags']) > 0): ?>
    <em><?= implode(', ', array_map('e', $product['tags'])) ?></em>
<?php else: ?>
    <em>none</em>
<?php endif ?>
  </li>
<?php endforeach ?>
</ul>
<?php
}

function render(string $template, array $values): string
{
    $pairs = [];
    foreach ($values as $name => $value) {
        $pairs['{{' . $name . '}}'] = e((string) $value);
    }
    return strtr($template, $pairs);
}

// --- run
$products = [];
for ($i = 0; $i < 300; $i++) {
    $products[] = ['name' => "Thing & <b>$i</b>", 'price' => $i * 3.99, 'sale' => $i % 4 === 0, 'tags' => $i % 3 ? ["t$i", '"quoted"'] : []];
}
$length = 0;
for ($page = 0; $page < 60; $page++) {
    $html = layout("Page $page", fn() => product_list($products));
    $length += strlen($html);
}
echo $length, ' ', md5($html), "\n";
$letters = '';
for ($i = 0; $i < 15000; $i++) {
    $letters .= render("Dear {{name}},\nyour order {{id}} of {{sum}} is on its way.\n", ['name' => "O'Neil $i", 'id' => $i, 'sum' => $i * 1.5]);
}
echo strlen($letters), ' ', md5($letters), "\n";
