"""What is called of each library, in C. `make foreign` writes compiled.py from it, so that no start has to parse C."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cffi

C_LIBRARY = """
ssize_t getrandom(void *, size_t, unsigned int);
long syscall(long, long, long, long, long, long, long);
"""

ARGON2 = """
typedef struct {
    uint8_t *out; uint32_t outlen; uint8_t *pwd; uint32_t pwdlen; uint8_t *salt; uint32_t saltlen;
    uint8_t *secret; uint32_t secretlen; uint8_t *ad; uint32_t adlen;
    uint32_t t_cost; uint32_t m_cost; uint32_t lanes; uint32_t threads; uint32_t version;
    void *allocate; void *release; uint32_t flags;
} argon2_context;
int argon2_ctx(argon2_context *context, int type);
const char *argon2_error_message(int error_code);
"""

CRYPT = """
char *crypt_rn(const char *, const char *, void *, int);
"""

CRYPTO = "\n".join(
    f"""
int {name}_Init(void *state);
int {name}_Update(void *state, const unsigned char *data, size_t size);
int {name}_Final(unsigned char *digest, void *state);
"""
    for name in ("MD5", "SHA1", "SHA224", "SHA256", "SHA384", "SHA512")
)

# Declared signed: what is no small int is slow on PyPy.
XXHASH = """
int64_t XXH3_64bits(const char *, size_t);
"""

# `ovector` is declared signed, so that an unset offset reads as -1, a small int, and not as 2**64 - 1.
PCRE2 = """
void *pcre2_compile_context_create_8(void *);
int pcre2_set_compile_extra_options_8(void *, uint32_t);
void *pcre2_compile_8(const char *, size_t, uint32_t, int *, size_t *, void *);
void pcre2_code_free_8(void *);
int pcre2_jit_compile_8(void *, uint32_t);
int pcre2_pattern_info_8(const void *, uint32_t, void *);
int pcre2_config_8(uint32_t, void *);
int pcre2_get_error_message_8(int, char *, size_t);
void *pcre2_match_data_create_from_pattern_8(const void *, void *);
void pcre2_match_data_free_8(void *);
ssize_t *pcre2_get_ovector_pointer_8(void *);
const char *pcre2_get_mark_8(void *);
void *pcre2_match_context_create_8(void *);
int pcre2_set_match_limit_8(void *, uint32_t);
int pcre2_set_depth_limit_8(void *, uint32_t);
int pcre2_set_heap_limit_8(void *, uint32_t);
void *pcre2_jit_stack_create_8(size_t, size_t, void *);
void pcre2_jit_stack_assign_8(void *, void *, void *);
int pcre2_match_8(const void *, const char *, size_t, size_t, uint32_t, void *, void *);
int pcre2_jit_match_8(const void *, const char *, size_t, size_t, uint32_t, void *, void *);
"""

WRITTEN = Path(__file__).with_name("compiled.py")


def write(path: Path = WRITTEN) -> None:
    """Write the module that cffi reads the declarations from."""
    # Any: cffi has no types.
    declared: Any = cffi.FFI()
    for declarations in (C_LIBRARY, ARGON2, CRYPT, CRYPTO, PCRE2, XXHASH):
        declared.cdef(declarations)
    declared.set_source("engine.foreign.compiled", None)
    declared.emit_python_code(str(path))


if __name__ == "__main__":
    write()
