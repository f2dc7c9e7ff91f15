"""Constants of functions that are refused, which programs name all the same: the system log, DNS, sockets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.builtin.declare import PhpConst

EXTENSION = "standard"

# Of syslog().
LOG_ALERT: PhpConst[int] = 1
LOG_AUTH: PhpConst[int] = 32
LOG_AUTHPRIV: PhpConst[int] = 80
LOG_CONS: PhpConst[int] = 2
LOG_CRIT: PhpConst[int] = 2
LOG_CRON: PhpConst[int] = 72
LOG_DAEMON: PhpConst[int] = 24
LOG_DEBUG: PhpConst[int] = 7
LOG_EMERG: PhpConst[int] = 0
LOG_ERR: PhpConst[int] = 3
LOG_INFO: PhpConst[int] = 6
LOG_KERN: PhpConst[int] = 0
LOG_LOCAL0: PhpConst[int] = 128
LOG_LOCAL1: PhpConst[int] = 136
LOG_LOCAL2: PhpConst[int] = 144
LOG_LOCAL3: PhpConst[int] = 152
LOG_LOCAL4: PhpConst[int] = 160
LOG_LOCAL5: PhpConst[int] = 168
LOG_LOCAL6: PhpConst[int] = 176
LOG_LOCAL7: PhpConst[int] = 184
LOG_LPR: PhpConst[int] = 48
LOG_MAIL: PhpConst[int] = 16
LOG_NDELAY: PhpConst[int] = 8
LOG_NEWS: PhpConst[int] = 56
LOG_NOTICE: PhpConst[int] = 5
LOG_NOWAIT: PhpConst[int] = 16
LOG_ODELAY: PhpConst[int] = 4
LOG_PERROR: PhpConst[int] = 32
LOG_PID: PhpConst[int] = 1
LOG_SYSLOG: PhpConst[int] = 40
LOG_USER: PhpConst[int] = 8
LOG_UUCP: PhpConst[int] = 64
LOG_WARNING: PhpConst[int] = 4

# Of dns_get_record().
DNS_A: PhpConst[int] = 1
DNS_A6: PhpConst[int] = 16777216
DNS_AAAA: PhpConst[int] = 134217728
DNS_ALL: PhpConst[int] = 251721779
DNS_ANY: PhpConst[int] = 268435456
DNS_CAA: PhpConst[int] = 8192
DNS_CNAME: PhpConst[int] = 16
DNS_HINFO: PhpConst[int] = 4096
DNS_MX: PhpConst[int] = 16384
DNS_NAPTR: PhpConst[int] = 67108864
DNS_NS: PhpConst[int] = 2
DNS_PTR: PhpConst[int] = 2048
DNS_SOA: PhpConst[int] = 32
DNS_SRV: PhpConst[int] = 33554432
DNS_TXT: PhpConst[int] = 32768

# Of streams: what sockets, notifications and wrappers of scripts are told.
STREAM_CAST_AS_STREAM: PhpConst[int] = 0
STREAM_CAST_FOR_SELECT: PhpConst[int] = 3
STREAM_CLIENT_ASYNC_CONNECT: PhpConst[int] = 2
STREAM_CLIENT_CONNECT: PhpConst[int] = 4
STREAM_CLIENT_PERSISTENT: PhpConst[int] = 1
STREAM_CRYPTO_METHOD_ANY_CLIENT: PhpConst[int] = 127
STREAM_CRYPTO_METHOD_ANY_SERVER: PhpConst[int] = 126
STREAM_CRYPTO_METHOD_SSLv23_CLIENT: PhpConst[int] = 57
STREAM_CRYPTO_METHOD_SSLv23_SERVER: PhpConst[int] = 120
STREAM_CRYPTO_METHOD_SSLv2_CLIENT: PhpConst[int] = 3
STREAM_CRYPTO_METHOD_SSLv2_SERVER: PhpConst[int] = 2
STREAM_CRYPTO_METHOD_SSLv3_CLIENT: PhpConst[int] = 5
STREAM_CRYPTO_METHOD_SSLv3_SERVER: PhpConst[int] = 4
STREAM_CRYPTO_METHOD_TLS_CLIENT: PhpConst[int] = 121
STREAM_CRYPTO_METHOD_TLS_SERVER: PhpConst[int] = 120
STREAM_CRYPTO_METHOD_TLSv1_0_CLIENT: PhpConst[int] = 9
STREAM_CRYPTO_METHOD_TLSv1_0_SERVER: PhpConst[int] = 8
STREAM_CRYPTO_METHOD_TLSv1_1_CLIENT: PhpConst[int] = 17
STREAM_CRYPTO_METHOD_TLSv1_1_SERVER: PhpConst[int] = 16
STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT: PhpConst[int] = 33
STREAM_CRYPTO_METHOD_TLSv1_2_SERVER: PhpConst[int] = 32
STREAM_CRYPTO_METHOD_TLSv1_3_CLIENT: PhpConst[int] = 65
STREAM_CRYPTO_METHOD_TLSv1_3_SERVER: PhpConst[int] = 64
STREAM_CRYPTO_PROTO_SSLv3: PhpConst[int] = 4
STREAM_CRYPTO_PROTO_TLSv1_0: PhpConst[int] = 8
STREAM_CRYPTO_PROTO_TLSv1_1: PhpConst[int] = 16
STREAM_CRYPTO_PROTO_TLSv1_2: PhpConst[int] = 32
STREAM_CRYPTO_PROTO_TLSv1_3: PhpConst[int] = 64
STREAM_IPPROTO_ICMP: PhpConst[int] = 1
STREAM_IPPROTO_IP: PhpConst[int] = 0
STREAM_IPPROTO_RAW: PhpConst[int] = 255
STREAM_IPPROTO_TCP: PhpConst[int] = 6
STREAM_IPPROTO_UDP: PhpConst[int] = 17
STREAM_META_ACCESS: PhpConst[int] = 6
STREAM_META_GROUP: PhpConst[int] = 5
STREAM_META_GROUP_NAME: PhpConst[int] = 4
STREAM_META_OWNER: PhpConst[int] = 3
STREAM_META_OWNER_NAME: PhpConst[int] = 2
STREAM_META_TOUCH: PhpConst[int] = 1
STREAM_NOTIFY_AUTH_REQUIRED: PhpConst[int] = 3
STREAM_NOTIFY_AUTH_RESULT: PhpConst[int] = 10
STREAM_NOTIFY_COMPLETED: PhpConst[int] = 8
STREAM_NOTIFY_CONNECT: PhpConst[int] = 2
STREAM_NOTIFY_FAILURE: PhpConst[int] = 9
STREAM_NOTIFY_FILE_SIZE_IS: PhpConst[int] = 5
STREAM_NOTIFY_MIME_TYPE_IS: PhpConst[int] = 4
STREAM_NOTIFY_PROGRESS: PhpConst[int] = 7
STREAM_NOTIFY_REDIRECTED: PhpConst[int] = 6
STREAM_NOTIFY_RESOLVE: PhpConst[int] = 1
STREAM_NOTIFY_SEVERITY_ERR: PhpConst[int] = 2
STREAM_NOTIFY_SEVERITY_INFO: PhpConst[int] = 0
STREAM_NOTIFY_SEVERITY_WARN: PhpConst[int] = 1
STREAM_OOB: PhpConst[int] = 1
STREAM_PEEK: PhpConst[int] = 2
STREAM_PF_INET: PhpConst[int] = 2
STREAM_PF_INET6: PhpConst[int] = 10
STREAM_PF_UNIX: PhpConst[int] = 1
STREAM_SERVER_BIND: PhpConst[int] = 4
STREAM_SERVER_LISTEN: PhpConst[int] = 8
STREAM_SHUT_RD: PhpConst[int] = 0
STREAM_SHUT_RDWR: PhpConst[int] = 2
STREAM_SHUT_WR: PhpConst[int] = 1
STREAM_SOCK_DGRAM: PhpConst[int] = 2
STREAM_SOCK_RAW: PhpConst[int] = 3
STREAM_SOCK_RDM: PhpConst[int] = 4
STREAM_SOCK_SEQPACKET: PhpConst[int] = 5
STREAM_SOCK_STREAM: PhpConst[int] = 1

# Of phpcredits().
CREDITS_ALL: PhpConst[int] = 4294967295
CREDITS_DOCS: PhpConst[int] = 16
CREDITS_FULLPAGE: PhpConst[int] = 32
CREDITS_GENERAL: PhpConst[int] = 2
CREDITS_GROUP: PhpConst[int] = 1
CREDITS_MODULES: PhpConst[int] = 8
CREDITS_QA: PhpConst[int] = 64
CREDITS_SAPI: PhpConst[int] = 4

# Of phpinfo().
INFO_ALL: PhpConst[int] = 4294967295
INFO_CONFIGURATION: PhpConst[int] = 4
INFO_CREDITS: PhpConst[int] = 2
INFO_ENVIRONMENT: PhpConst[int] = 16
INFO_GENERAL: PhpConst[int] = 1
INFO_LICENSE: PhpConst[int] = 64
INFO_MODULES: PhpConst[int] = 8
INFO_VARIABLES: PhpConst[int] = 32
