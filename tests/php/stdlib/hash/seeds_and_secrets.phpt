--TEST--
The seeds and secrets of murmur and xxHash, in hash() and step by step
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$level] $message\n"; return true; });
foreach (['murmur3a', 'murmur3c', 'murmur3f', 'xxh32', 'xxh64', 'xxh3', 'xxh128'] as $algorithm) {
    foreach ([[], ['x' => 1], ['seed' => 7], ['seed' => PHP_INT_MIN], ['seed' => '7'], ['seed' => null], ['secret' => str_repeat('s', 140)], ['secret' => 'short'], ['secret' => 5], ['seed' => 1, 'secret' => str_repeat('s', 140)]] as $options) {
        try {
            echo $algorithm, ' ', hash($algorithm, 'data', false, $options), "\n";
            $context = hash_init($algorithm, 0, '', $options);
            hash_update($context, str_repeat('data', 100));
            echo hash_final($context) === hash($algorithm, str_repeat('data', 100), false, $options) ? "same\n" : "other\n";
        } catch (Throwable $error) {
            echo get_class($error), ': ', $error->getMessage(), "\n";
        }
    }
    echo hash($algorithm, 'data'), ' ', hash_final(hash_init($algorithm)), "\n";
}
--EXPECT--
murmur3a 3af4b6d3
same
murmur3a 3af4b6d3
same
murmur3a 8b01ced0
same
murmur3a 3af4b6d3
same
murmur3a [8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
3af4b6d3
[8192] hash_init(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
[8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
same
murmur3a [8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
3af4b6d3
[8192] hash_init(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
[8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
same
murmur3a 3af4b6d3
same
murmur3a 3af4b6d3
same
murmur3a 3af4b6d3
same
murmur3a 22b585fd
same
3af4b6d3 00000000
murmur3c 954b580c6e47be216e47be216e47be21
same
murmur3c 954b580c6e47be216e47be216e47be21
same
murmur3c 5e5d1567fb4764a5fb4764a5fb4764a5
same
murmur3c 954b580c6e47be216e47be216e47be21
same
murmur3c [8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
954b580c6e47be216e47be216e47be21
[8192] hash_init(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
[8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
same
murmur3c [8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
954b580c6e47be216e47be216e47be21
[8192] hash_init(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
[8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
same
murmur3c 954b580c6e47be216e47be216e47be21
same
murmur3c 954b580c6e47be216e47be216e47be21
same
murmur3c 954b580c6e47be216e47be216e47be21
same
murmur3c 3dd091d2c31cc516c31cc516c31cc516
same
954b580c6e47be216e47be216e47be21 00000000000000000000000000000000
murmur3f 69e518659a982afbec6dce919b530403
same
murmur3f 69e518659a982afbec6dce919b530403
same
murmur3f 8adedf2ffc2e38bc93350833f7a19870
same
murmur3f cbda6710fb1fa65eb0586be85c61fac9
same
murmur3f [8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
69e518659a982afbec6dce919b530403
[8192] hash_init(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
[8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
same
murmur3f [8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
69e518659a982afbec6dce919b530403
[8192] hash_init(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
[8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
same
murmur3f 69e518659a982afbec6dce919b530403
same
murmur3f 69e518659a982afbec6dce919b530403
same
murmur3f 69e518659a982afbec6dce919b530403
same
murmur3f 316929a23cd3d6527b75f10adfca5ab1
same
69e518659a982afbec6dce919b530403 00000000000000000000000000000000
xxh32 21228a35
same
xxh32 21228a35
same
xxh32 0e3962d4
same
xxh32 21228a35
same
xxh32 [8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
21228a35
[8192] hash_init(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
[8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
same
xxh32 [8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
21228a35
[8192] hash_init(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
[8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
same
xxh32 21228a35
same
xxh32 21228a35
same
xxh32 21228a35
same
xxh32 0e59b25e
same
21228a35 02cc5d05
xxh64 [8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
b7119b48552d1da3
[8192] hash_init(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
[8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
same
xxh64 [8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
b7119b48552d1da3
[8192] hash_init(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
[8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
same
xxh64 569e4e51b7835dcd
same
xxh64 42ee415db4516d88
same
xxh64 [8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
b7119b48552d1da3
[8192] hash_init(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
[8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
same
xxh64 [8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
b7119b48552d1da3
[8192] hash_init(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
[8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
same
xxh64 [8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
b7119b48552d1da3
[8192] hash_init(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
[8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
same
xxh64 [8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
b7119b48552d1da3
[8192] hash_init(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
[8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
same
xxh64 [8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
b7119b48552d1da3
[8192] hash_init(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
[8192] hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0
same
xxh64 00806beec21a9520
same
b7119b48552d1da3 ef46db3751d8e999
xxh3 e4b7943fd57d5d1e
same
xxh3 e4b7943fd57d5d1e
same
xxh3 782feaa94430bdc9
same
xxh3 57b12a49cd553c72
same
xxh3 [8192] hash(): Passing a seed of a type other than int is deprecated because it is ignored
e4b7943fd57d5d1e
[8192] hash_init(): Passing a seed of a type other than int is deprecated because it is ignored
[8192] hash(): Passing a seed of a type other than int is deprecated because it is ignored
same
xxh3 [8192] hash(): Passing a seed of a type other than int is deprecated because it is ignored
e4b7943fd57d5d1e
[8192] hash_init(): Passing a seed of a type other than int is deprecated because it is ignored
[8192] hash(): Passing a seed of a type other than int is deprecated because it is ignored
same
xxh3 03782fb13c559cda
same
xxh3 Error: xxh3: Secret length must be >= 136 bytes, 5 bytes passed
xxh3 [8192] hash(): Passing a secret of a type other than string is deprecated because it implicitly converts to a string, potentially hiding bugs
Error: xxh3: Secret length must be >= 136 bytes, 1 bytes passed
xxh3 Error: xxh3: Only one of seed or secret is to be passed for initialization
e4b7943fd57d5d1e 2d06800538d394c2
xxh128 c044be4073bb71f1340036b3f23aa86d
same
xxh128 c044be4073bb71f1340036b3f23aa86d
same
xxh128 7408625089c558e63dd57d8057b5f203
same
xxh128 3f86ea54ea78d3969902bfa721e855ef
same
xxh128 [8192] hash(): Passing a seed of a type other than int is deprecated because it is ignored
c044be4073bb71f1340036b3f23aa86d
[8192] hash_init(): Passing a seed of a type other than int is deprecated because it is ignored
[8192] hash(): Passing a seed of a type other than int is deprecated because it is ignored
same
xxh128 [8192] hash(): Passing a seed of a type other than int is deprecated because it is ignored
c044be4073bb71f1340036b3f23aa86d
[8192] hash_init(): Passing a seed of a type other than int is deprecated because it is ignored
[8192] hash(): Passing a seed of a type other than int is deprecated because it is ignored
same
xxh128 92250e321df5cc8d59bccf3b5325ba3d
same
xxh128 Error: xxh128: Secret length must be >= 136 bytes, 5 bytes passed
xxh128 [8192] hash(): Passing a secret of a type other than string is deprecated because it implicitly converts to a string, potentially hiding bugs
Error: xxh128: Secret length must be >= 136 bytes, 1 bytes passed
xxh128 Error: xxh128: Only one of seed or secret is to be passed for initialization
c044be4073bb71f1340036b3f23aa86d 99aa06d3014798d86001c324468d497f
