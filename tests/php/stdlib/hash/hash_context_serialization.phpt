--TEST--
HashContext: serialized in PHP's own layouts, by every algorithm at every length
--FILE--
<?php
$lengths = [3, 15, 65, 145];
foreach (hash_algos() as $algorithm) {
    $shown = $algorithm;
    $complaint = null;
    foreach ($lengths as $length) {
        $data = substr(str_repeat("\x00\x01abc\xFF", 60), 0, $length);
        $context = hash_init($algorithm);
        hash_update($context, $data);
        try {
            $text = serialize($context);
        } catch (Exception $error) {
            $complaint = $error->getMessage();
            break;
        }
        $restored = unserialize($text);
        $copied = clone $restored;
        if (serialize($copied) !== $text) echo "$algorithm $length: not the same text\n";
        foreach ([$context, $restored, $copied] as $one) hash_update($one, 'the rest');
        $wanted = hash($algorithm, $data . 'the rest');
        foreach ([$context, $restored, $copied] as $one) if (hash_final($one) !== $wanted) echo "$algorithm $length: not the same hash\n";
        // What waits in a block is followed by what was there before it.
        $shown .= $length < 16 ? ' ' . substr(md5($text), 0, 8) : '';
    }
    echo $shown, $complaint === null ? '' : ": $complaint", "\n";
}
echo "fields\n";
foreach (['md2', 'md5', 'sha1', 'sha512/256', 'sha3-256', 'whirlpool', 'tiger192,3', 'snefru256', 'gost', 'murmur3a', 'murmur3c', 'murmur3f', 'xxh32', 'xxh64', 'haval128,5', 'crc32b', 'fnv164', 'joaat'] as $algorithm) {
    $context = hash_init($algorithm);
    hash_update($context, 'abcdefg');
    echo implode(' ', array_map(fn ($x) => is_array($x) ? implode(',', array_map(fn ($y) => is_string($y) ? bin2hex($y) : $y, $x)) : $x, $context->__serialize())), "\n";
}
echo "seeds\n";
foreach (['xxh32', 'xxh64', 'murmur3a', 'murmur3f'] as $algorithm) {
    $context = hash_init($algorithm, 0, '', ['seed' => 42]);
    hash_update($context, 'abc');
    $context = unserialize(serialize($context));
    var_dump(hash_final($context) === hash($algorithm, 'abc', false, ['seed' => 42]));
}
echo "wrong\n";
function attempt(callable $do): void { try { $do(); echo "accepted\n"; } catch (Throwable $error) { echo get_class($error), ': ', $error->getMessage(), "\n"; } }
$read = fn (array $data) => unserialize('O:11:"HashContext"' . substr(serialize($data), 1));
$sha = hash_init('sha1')->__serialize();
$with = function (array $data, int $field, mixed $value): array { $data[2][$field] = $value; return $data; };
attempt(fn () => hash_init('sha1')->__unserialize($sha));
attempt(fn () => hash_init('sha1', HASH_HMAC, 'key')->__serialize());
attempt(fn () => $read([]));
attempt(fn () => $read(['sha3-224', 0, [1], 100, []]));
attempt(fn () => $read(['sha1', 0, [], 2]));
attempt(fn () => $read(['nope', 0, [], 2, []]));
attempt(fn () => $read(['xxh3', 0, [], 2, []]));
attempt(fn () => $read(['SHA1', 1, $sha[2], 2, []]));
attempt(fn () => $read(['SHA1', 0, $sha[2], 3, []]));
attempt(fn () => $read(['SHA1', 0, 'text', 2, []]));
attempt(fn () => $read(['SHA1', 0, $sha[2], 2, []]));
attempt(fn () => $read($with($sha, 4, '1')));
attempt(fn () => $read($with($sha, 7, 'short')));
attempt(fn () => $read($with($sha, 7, str_repeat('x', 64))));
foreach (['md2' => [3, 16], 'tiger128,4' => [9, 64], 'snefru' => [18, 32], 'gost' => [18, 255], 'whirlpool' => [17, -1], 'sha3-512' => [1, 72], 'xxh32' => [10, 16], 'xxh64' => [18, 32]] as $algorithm => [$field, $value]) {
    $data = hash_init($algorithm)->__serialize();
    attempt(fn () => $read($with($data, $field, $value)));
}
$huge = hash_init('sha256')->__serialize();
$huge[2][8] = -8;
$huge[2][9] = PHP_INT_MAX;
$context = $read($huge);
hash_update($context, str_repeat('z', 100));
echo hash_final($context), "\n";
attempt(fn () => hash_final($context));
attempt(fn () => $context->__serialize());
--EXPECT--
md2 cda9778e 2bb74a15
md4 0ff665a9 2a8775fd
md5 d18da406 e48bdba1
sha1 065733c4 348f17cf
sha224 7200bc1a 54573e63
sha256 80c523bf e998c6d9
sha384 9fc4d504 f3674cad
sha512/224 cfb263e0 e7bf9027
sha512/256 ccc703e4 cbba4c96
sha512 81dfdafb 51685a38
sha3-224 5024b99e 494a646b
sha3-256 44e7750a 3bcd3eb7
sha3-384 f31f107a 275f1bc2
sha3-512 a1b41376 516551ee
ripemd128 a30afed0 6fb14d36
ripemd160 d72a674d 4649b141
ripemd256 4a1fac63 414134be
ripemd320 04d68bfd 79e43b11
whirlpool 635aeee5 90295045
tiger128,3 a4bb62a0 5d4067ec
tiger160,3 a4e8c53e bff4fd86
tiger192,3 9c2aad47 23582c97
tiger128,4 9ea8b4aa 8bf339ed
tiger160,4 843e5ec9 e783860d
tiger192,4 5da8e673 b1096057
snefru c9fb0ca8 f5ca540e
snefru256 c9fb0ca8 f5ca540e
gost 4d0cae63 ec6e57d7
gost-crypto d8388944 85f90d7d
adler32 4eace256 256baee3
crc32 9ffa9d0a 4c6f933a
crc32b f83e2c29 64339e87
crc32c 6ef5acf8 2e6758d2
fnv132 cabdca00 7aad5d91
fnv1a32 e80ef53c 3fbde41c
fnv164 82d0fbfe e78e3c92
fnv1a64 836af926 78fd0dc1
joaat 5c3ed786 3478996f
murmur3a 1a23a56d 175f3094
murmur3c 2cb245ff 3a219e39
murmur3f f3bf47fb c4b72b4c
xxh32 fb9e1833 2c06f016
xxh64 f6c1a14e 7fa8750b
xxh3: HashContext for algorithm "xxh3" cannot be serialized
xxh128: HashContext for algorithm "xxh128" cannot be serialized
haval128,3 1b9072da ad02c80c
haval160,3 197f324b c69a0bca
haval192,3 b3115b34 96207b33
haval224,3 d557d025 e9725cc3
haval256,3 804868b4 b291604c
haval128,4 fa7d88d4 5f86ce52
haval160,4 5fa659c4 8c24893c
haval192,4 33853a8c 64e9685e
haval224,4 4ac0a867 6f26ca5b
haval256,4 48e6bf76 25e47361
haval128,5 5312d1d1 87a05551
haval160,5 e3e7a521 b2496f26
haval192,5 d921d8f9 faff7734
haval224,5 0a0af906 cedc31da
haval256,5 a344e15e 26a952fa
fields
md2 0 000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000,00000000000000000000000000000000,61626364656667000000000000000000,7 2 
md5 0 7,0,1732584193,-271733879,-1732584194,271733878,61626364656667000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0 2 
sha1 0 1732584193,-271733879,-1732584194,271733878,-1009589776,56,0,61626364656667000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000 2 
sha512/256 0 -64227540,573645204,-934517566,-1621794909,1867755857,596883563,1497426621,-1774684391,-1467023389,-1775747358,1401305490,-1101128155,746961066,721525244,-2117784414,246885852,56,0,0,0,6162636465666700000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000 2 
sha3-256 0 6162636465666700ffffffffffffffffffffffffffffffff00000000000000000000000000000000000000000000000000000000000000000000000000000000ffffffffffffffff000000000000000000000000000000000000000000000000ffffffffffffffff0000000000000000000000000000000000000000000000000000000000000000ffffffffffffffff00000000000000000000000000000000ffffffffffffffff0000000000000000000000000000000000000000000000000000000000000000,7 100 
whirlpool 0 0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0000000000000000000000000000000000000000000000000000000000000038,7,56,61626364656667000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000 2 
tiger192,3 0 -1985229329,19088743,1985229328,-19088744,-1011687033,-258562636,0,0,61626364656667000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000,7 2 
snefru 0 0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,56,7,6162636465666700000000000000000000000000000000000000000000000000 2 
gost 0 0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,56,0,7,6162636465666700000000000000000000000000000000000000000000000000 2 
murmur3a 0 -2035874658,1734763779,7 2 
murmur3c 0 0,0,0,0,1684234849,1734763776,0,7,7 2 
murmur3f 0 0,0,0,0,1667391744,1734763876,7,0,7 2 
xxh32 0 7,0,606290984,-2048144777,0,1640531535,1684234849,6776421,0,0,7,0 2 
xxh64 0 7,0,-1379879466,1625958382,668265295,-1028477379,0,0,2048144761,1640531534,1684234849,6776421,0,0,0,0,0,0,7,0,0,0 2 
haval128,5 0 608135816,-2052912941,320440878,57701188,-1542899678,698298832,137296536,-330404727,56,0,6162636465666700000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000 2 
crc32b 0 -824863399 2 
fnv164 0 1813520495,463941889 2 
joaat 0 853906864 2 
seeds
bool(true)
bool(true)
bool(true)
bool(true)
wrong
Exception: HashContext::__unserialize called on initialized object
Exception: HashContext with HASH_HMAC option cannot be serialized
Exception: Incomplete or ill-formed serialization data
Exception: Incomplete or ill-formed serialization data ("sha3-224" code -1000)
Exception: Incomplete or ill-formed serialization data
Exception: Unknown hash algorithm
Exception: Incomplete or ill-formed serialization data ("xxh3" code -1)
Exception: HashContext with HASH_HMAC option cannot be serialized
Exception: Incomplete or ill-formed serialization data ("sha1" code -1)
Exception: Incomplete or ill-formed serialization data ("sha1" code -1)
accepted
Exception: Incomplete or ill-formed serialization data ("sha1" code -1016)
Exception: Incomplete or ill-formed serialization data ("sha1" code -1028)
accepted
Exception: Incomplete or ill-formed serialization data ("md2" code -2000)
Exception: Incomplete or ill-formed serialization data ("tiger128,4" code -2000)
Exception: Incomplete or ill-formed serialization data ("snefru" code -2000)
Exception: Incomplete or ill-formed serialization data ("gost" code -2000)
Exception: Incomplete or ill-formed serialization data ("whirlpool" code -2000)
Exception: Incomplete or ill-formed serialization data ("sha3-512" code -2000)
Exception: Incomplete or ill-formed serialization data ("xxh32" code -2000)
Exception: Incomplete or ill-formed serialization data ("xxh64" code -2000)
f8cba35187eed4d8e1412d3a42dbb00f1ea667070956fa7aca5ff6ab4d5fb3a1
TypeError: hash_final(): Argument #1 ($context) must be a valid, non-finalized HashContext
Exception: HashContext for algorithm "sha256" cannot be serialized
