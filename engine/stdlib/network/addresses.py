"""Network: addresses, and the names of services and protocols. Nothing here asks the network."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Literal

from engine.builtin.declare import Path, pure
from engine.runtime.conversions import wrap_int32

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "standard"

_SERVICES = {
    "echo": 7, "ftp-data": 20, "ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "time": 37, "nicname": 43, "whois": 43,
    "domain": 53, "gopher": 70, "finger": 79, "http": 80, "www": 80, "kerberos": 88, "pop3": 110, "sunrpc": 111,
    "nntp": 119, "ntp": 123, "imap2": 143, "imap": 143, "snmp": 161, "irc": 194, "ldap": 389, "https": 443,
    "submission": 587, "ldaps": 636, "ftps": 990, "imaps": 993, "pop3s": 995, "mysql": 3306, "postgresql": 5432,
}  # fmt: skip
# Services of both protocols; the others are known for TCP alone.
_UDP = ("echo", "time", "domain", "kerberos", "sunrpc", "ntp", "snmp", "ldap", "https", "ldaps")
_PROTOCOLS = {
    "ip": 0, "icmp": 1, "igmp": 2, "ggp": 3, "ipencap": 4, "st": 5, "tcp": 6, "egp": 8, "igp": 9, "pup": 12, "udp": 17,
    "hmp": 20, "xns-idp": 22, "rdp": 27, "iso-tp4": 29, "dccp": 33, "xtp": 36, "ddp": 37, "ipv6": 41, "ipv6-icmp": 58,
    "ospf": 89, "sctp": 132, "udplite": 136,
}  # fmt: skip


@pure
def ip2long(ip: Path) -> int | Literal[False]:
    """Convert a string containing an (IPv4) Internet Protocol dotted address into a long integer."""
    parts = ip.split(".")
    if len(parts) != 4:
        return False
    value = 0
    for part in parts:
        if not part.isdecimal() or not part.isascii() or len(part) > 3 or int(part) > 255:
            return False
        if len(part) > 1 and part[0] == "0":
            return False
        value = value << 8 | int(part)
    return value


@pure
def long2ip(ip: int) -> PhpString:
    """Convert a long integer address into a string in (IPv4) Internet standard dotted format."""
    return ".".join(str(ip >> shift & 255) for shift in (24, 16, 8, 0))


@pure
def inet_pton(ip: Path) -> PhpString | Literal[False]:
    """Convert a human readable IP address to its packed in_addr representation."""
    try:
        if ":" in ip:
            return ipaddress.IPv6Address(ip).packed.decode("latin-1")
        return ipaddress.IPv4Address(ip).packed.decode("latin-1")
    except ValueError:
        return False


@pure
def inet_ntop(ip: PhpString) -> PhpString | Literal[False]:
    """Convert a packed internet address to a human readable representation."""
    raw = ip.encode("latin-1")
    if len(raw) == 4:
        return str(ipaddress.IPv4Address(raw))
    if len(raw) != 16:
        return False
    address = ipaddress.IPv6Address(raw)
    mapped = address.ipv4_mapped
    return str(address) if mapped is None else f"::ffff:{mapped}"


@pure
def getservbyname(service: Path, protocol: Path) -> int | Literal[False]:
    """Get port number associated with an Internet service and protocol."""
    port = _SERVICES.get(service)
    if port is None or not _has_service(service, protocol):
        return False
    return port


@pure
def getservbyport(port: int, protocol: Path) -> PhpString | Literal[False]:
    """Get Internet service which corresponds to port and protocol."""
    for name, number in _SERVICES.items():
        if number == port and _has_service(name, protocol):
            return name
    return False


@pure
def getprotobyname(protocol: Path) -> int | Literal[False]:
    """Get protocol number associated with protocol name."""
    return _PROTOCOLS.get(protocol.lower(), False)


@pure
def getprotobynumber(protocol: int) -> PhpString | Literal[False]:
    """Get protocol name associated with protocol number."""
    for name, number in _PROTOCOLS.items():
        if number == wrap_int32(protocol):
            return name
    return False


def _has_service(name: str, protocol: str) -> bool:
    return protocol == "tcp" or (protocol == "udp" and name in _UDP)
