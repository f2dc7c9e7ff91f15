--TEST--
snefru of nothing, of less than a block, of whole blocks, step by step and within HMAC
--FILE--
<?php
foreach (['snefru', 'snefru256'] as $algorithm) {
    foreach ([0, 1, 31, 32, 33, 64, 200] as $length) {
        echo $length, ' ', hash($algorithm, str_repeat("a\xff", intdiv($length, 2)) . str_repeat('x', $length % 2)), "\n";
    }
    $context = hash_init($algorithm);
    for ($i = 0; $i < 20; $i++) {
        hash_update($context, str_repeat('b', $i));
    }
    $copy = clone $context;
    hash_update($copy, 'c');
    echo hash_final($context), ' ', hash_final($copy), "\n";
    echo hash_hmac($algorithm, 'data', 'key'), "\n";
}
var_dump(in_array('snefru', hash_algos()), in_array('snefru256', hash_hmac_algos()));
?>
--EXPECT--
0 8617f366566a011837f4fb4ba5bedea2b892f3ed8b894023d16ae344b2be5881
1 0ce83435fbd13b77dc03637d04da1c858559e3ae82f0583f47303607e34c2697
31 2d3ff3364a3ad0072e0f46f0abc395b0c08f975e54ac9f1f556906ae36abcd3f
32 798826601e8f372aa6a0ddd654c06dd54d54fb03056cb04b0ec8b85158503988
33 905feae298847d74f43555447b91fccfca8ab2524587165d1ac3ce3d1976575b
64 513d7be4abba91a291a88b21cc30853e05dd50cbda6c3a4d236ed42a17eef37f
200 5aff27b139b0b92b446821cb040bf6d90ba5a4b4ffefc2c13d1b1ade19a4ec45
4326af008bb0d9e1c4bff233ab0dba02c3aeda62b72cc593674b2e7aacfc319e a69c4117697d7b04c4f1c4d02173db24e8e25ff0a85abb8fd908f654004dcd2a
d5d2542b0b2d2af42b6784957aefe990903fc0d88e5f351e63dcf4f28952f1c8
0 8617f366566a011837f4fb4ba5bedea2b892f3ed8b894023d16ae344b2be5881
1 0ce83435fbd13b77dc03637d04da1c858559e3ae82f0583f47303607e34c2697
31 2d3ff3364a3ad0072e0f46f0abc395b0c08f975e54ac9f1f556906ae36abcd3f
32 798826601e8f372aa6a0ddd654c06dd54d54fb03056cb04b0ec8b85158503988
33 905feae298847d74f43555447b91fccfca8ab2524587165d1ac3ce3d1976575b
64 513d7be4abba91a291a88b21cc30853e05dd50cbda6c3a4d236ed42a17eef37f
200 5aff27b139b0b92b446821cb040bf6d90ba5a4b4ffefc2c13d1b1ade19a4ec45
4326af008bb0d9e1c4bff233ab0dba02c3aeda62b72cc593674b2e7aacfc319e a69c4117697d7b04c4f1c4d02173db24e8e25ff0a85abb8fd908f654004dcd2a
d5d2542b0b2d2af42b6784957aefe990903fc0d88e5f351e63dcf4f28952f1c8
bool(true)
bool(true)
