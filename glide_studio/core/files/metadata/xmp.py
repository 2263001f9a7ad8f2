"""Properties in XMP packets, set and read without touching anything else in the packet.

XMP specification part 1 (ISO 16684-1:2019), section 7: a packet is RDF in XML, in which top-level
properties are elements or attributes of the rdf:Description elements in rdf:RDF.
"""

import codecs
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

MAX_XMP = 8 * 2**20
"""The largest packet that is looked into, in bytes; a larger one stays as it is."""

_MAX_PREFIXES, _MAX_TAGS = 200, 200_000
"""A packet that declares more namespaces, or has more tags or attributes, was made to take time."""

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_ROOT, _DESCRIPTION, _ABOUT = f"{_RDF} RDF", f"{_RDF} Description", f"{_RDF} about"
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_QUOTED = rb"(?:\"[^\"]*\"|'[^']*')"
_ATTRIBUTE = re.compile(rb"\s+([^\s=]+)\s*=\s*" + _QUOTED)
_TAG = re.compile(rb"<(?:[^\"'>]|" + _QUOTED + rb")*>")
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WRAPPER = re.compile(rb"<\?xpacket[^>]*\?>")
_EMPTY = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}"></rdf:RDF></x:xmpmeta>'
    '<?xpacket end="w"?>'
).encode()


class Property(NamedTuple):
    """A simple property: its namespace, the prefix that it is written with, and its name."""

    namespace: str
    prefix: str
    name: str

    @property
    def key(self) -> str:
        return f"{self.namespace} {self.name}"


def with_properties(xmp: bytes | None, values: Mapping[Property, str | None]) -> bytes | None:
    """The packet with these values in place of any that the properties had; None removes one.

    Every other byte stays as it was. A packet that is no XML or no RDF is replaced. None if there
    is nothing to say.
    """
    if xmp is not None and len(xmp) > MAX_XMP:
        return xmp
    found = None if xmp is None else _Packet.parsed(xmp, values)
    wanted = {each: value for each, value in values.items() if value is not None}
    if found is None:
        if not wanted:
            return xmp
        found = _Packet.parsed(_EMPTY, values)
        assert found is not None
    return found.changed(wanted)


def property_of(xmp: bytes | None, wanted: Property) -> str | None:
    """The value of a property; None if the packet does not have it or cannot be read."""
    if xmp is None or wanted.namespace.encode() not in _in_utf8(xmp):
        return None
    found = _Packet.parsed(xmp, {wanted: None})
    return None if found is None else found.values.get(wanted.key)


def without_properties(xmp: bytes, is_unwanted: Callable[[str, str], bool]) -> bytes | None:
    """The packet without those properties at any depth that are unwanted by their namespace and
    name; every other byte stays as it was. None if it cannot be read."""
    data = _in_utf8(xmp)
    if len(data) > MAX_XMP or data.count(b"<") > _MAX_TAGS or data.count(b"=") > _MAX_TAGS:
        return None
    found = _Unwanted(data, is_unwanted)
    if not _can_parse(found.parser, data):
        return None
    return _cut(data, found.cuts) if found.cuts else xmp


def with_extension(xmp: bytes, extension: bytes) -> bytes | None:
    """The packet with all that `extension`, another packet, describes. None if either cannot be
    read."""
    packet, descriptions = _Packet.parsed(xmp, {}), _descriptions(extension)
    if packet is None or packet.end is None or descriptions is None:
        return None
    return packet.data[: packet.end] + descriptions + packet.data[packet.end :]


def without_wrapper(xmp: bytes) -> bytes:
    """The packet in UTF-8 without the processing instructions and the padding around it."""
    return _WRAPPER.sub(b"", _in_utf8(xmp)).strip()


def can_extend(xmp: bytes) -> bool:
    """Whether `with_extension` can add the packet to another."""
    return _descriptions(xmp) is not None


def _descriptions(xmp: bytes) -> bytes | None:
    """The elements in rdf:RDF, each with the prefixes that are declared around it; None if the
    packet is too large, damaged, hostile, or no RDF."""
    packet = _in_utf8(xmp)
    if len(packet) > MAX_XMP:
        return None
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    around: dict[str, str] = {}
    declared: dict[str, str] = {}
    path: list[str] = []
    pieces: list[bytes] = []
    begin = 0

    def declare(prefix: str | None, namespace: str | None) -> None:
        declared[f"xmlns:{prefix}" if prefix else "xmlns"] = namespace or ""

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal begin
        if path[-1:] == [_ROOT]:
            begin = parser.CurrentByteIndex
            missing = {key: around[key] for key in around.keys() - declared.keys()}
            pieces.append(_declaring(_tag(packet, begin), packet, missing))
        elif _ROOT not in path:
            around.update(declared)
        declared.clear()
        path.append(name)

    def end(name: str) -> None:
        path.pop()
        if path[-1:] == [_ROOT] and not _is_empty(packet, begin):
            _, inside = _tag(packet, begin)
            pieces.append(packet[inside : _tag(packet, parser.CurrentByteIndex)[1]])

    parser.StartNamespaceDeclHandler = declare
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    return b"".join(pieces) or None if _can_parse(parser, packet) else None


class _Unwanted:
    """Finds the properties in `data`, at any depth, that are unwanted by their namespace and name:
    once `parser` has read it, `cuts` are their places."""

    def __init__(self, data: bytes, is_unwanted: Callable[[str, str], bool]) -> None:
        self.cuts: list[tuple[int, int]] = []
        self.parser = expat.ParserCreate("utf-8")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self._data = data
        self._is_unwanted = is_unwanted
        self._namespaces: list[dict[str, str]] = [{}]  # by prefix, of each element around
        self._element: tuple[int, int] | None = None  # its depth and its place

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        around = self._namespaces[-1]
        declared = {key[6:]: value for key, value in attributes.items() if key[:5] == "xmlns"}
        if len(around) + len(declared) > _MAX_PREFIXES:
            raise ValueError("too many namespaces")
        self._namespaces.append(around | declared if declared else around)
        if self._element is not None:
            return
        at = self.parser.CurrentByteIndex
        if self._is_cut(name):
            self._element = len(self._namespaces), at
        elif names := {key.encode() for key in attributes if self._is_cut(key)}:
            tag = _ATTRIBUTE.finditer(self._data, at, _tag(self._data, at)[1])
            self.cuts += [found.span() for found in tag if found[1] in names]

    def _end(self, _name: str) -> None:
        if self._element is not None and self._element[0] == len(self._namespaces):
            begin = self._element[1]
            last = begin if _is_empty(self._data, begin) else self.parser.CurrentByteIndex
            self.cuts.append((begin, _tag(self._data, last)[1]))
            self._element = None
        self._namespaces.pop()

    def _is_cut(self, name: str) -> bool:
        prefix, _, local = name.rpartition(":")
        return prefix != "xmlns" and self._is_unwanted(self._namespaces[-1].get(prefix, ""), local)


@dataclass
class _Packet:
    """A packet in UTF-8, and where in it the `keys`, as expat calls properties, stand."""

    data: bytes
    keys: frozenset[str]
    values: dict[str, str] = field(default_factory=dict)
    about: str = ""
    end: int | None = None  # of the content of rdf:RDF
    _cuts: list[tuple[int, int]] = field(default_factory=list)
    _path: list[str] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _prefixes: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def parsed(cls, xmp: bytes, properties: Mapping[Property, str | None]) -> "_Packet | None":
        """None for a packet that is damaged, hostile, or no RDF."""
        if len(xmp) > MAX_XMP:
            return None
        packet = cls(_in_utf8(xmp), frozenset(each.key for each in properties))
        return packet if packet._can_read() and packet.end is not None else None

    def changed(self, values: Mapping[Property, str]) -> bytes:
        """The packet without the keys, and with `values`."""
        assert self.end is not None
        before = _cut(self.data[: self.end], sorted(self._cuts))
        described = self._described(values).encode() if values else b""
        return before + described + self.data[self.end :]

    def _described(self, values: Mapping[Property, str]) -> str:
        spaces = {each.prefix: each.namespace for each in values}
        declared = "".join(f" xmlns:{prefix}={quoteattr(name)}" for prefix, name in spaces.items())
        content = "".join(
            f"<{each.prefix}:{each.name}>{escape(_NOT_IN_XML.sub(' ', value))}"
            f"</{each.prefix}:{each.name}>"
            for each, value in values.items()
        )
        about = f'xmlns:rdf="{_RDF}" rdf:about={quoteattr(self.about)}'
        return f"<rdf:Description {about}{declared}>{content}</rdf:Description>"

    def _can_read(self) -> bool:
        parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.buffer_text = True

        def start(name: str, attributes: dict[str, str]) -> None:
            at = parser.CurrentByteIndex
            if self._path[-1:] == [_ROOT] and name == _DESCRIPTION:
                self.about = self.about or attributes.get(_ABOUT, attributes.get("about", ""))
                for key in self.keys & attributes.keys():
                    self.values[key] = attributes[key]
                    self._cuts.append(self._attribute(at, key))
            elif self._is_top_level and name in self.keys:
                self.values[name] = ""
            self._path.append(name)
            self._starts.append(at)

        def declare(prefix: str | None, namespace: str | None) -> None:
            self._prefixes.setdefault(namespace or "", set()).add(prefix or "")

        def text(data: str) -> None:
            if self._path and self._path[-1] in self.keys:
                self.values[self._path[-1]] = self.values.get(self._path[-1], "") + data

        def end(name: str) -> None:
            self._path.pop()
            start = self._starts.pop()
            if name == _ROOT and len(self._path) <= 1 and not _is_empty(self.data, start):
                self.end = parser.CurrentByteIndex
            elif self._is_top_level and name in self.keys:
                last = start if _is_empty(self.data, start) else parser.CurrentByteIndex
                self._cuts.append((start, _tag(self.data, last)[1]))

        parser.StartNamespaceDeclHandler = declare
        parser.StartElementHandler = start
        parser.CharacterDataHandler = text
        parser.EndElementHandler = end
        return _can_parse(parser, self.data)

    def _attribute(self, start: int, key: str) -> tuple[int, int]:
        """Where the attribute that expat calls `key` stands in the tag at `start`.

        Raises ValueError if it is not found.
        """
        namespace, name = key.rsplit(" ", 1)
        _, end = _tag(self.data, start)
        attributes = re.compile(rb"\s+([^\s=:]+):" + name.encode() + rb"\s*=\s*" + _QUOTED)
        for found in attributes.finditer(self.data, start, end):
            if found[1].decode() in self._prefixes.get(namespace, ()):
                return found.span()
        raise ValueError(f"no attribute {key}")

    @property
    def _is_top_level(self) -> bool:
        return self._path[-2:] == [_ROOT, _DESCRIPTION]


def _cut(data: bytes, spans: Iterable[tuple[int, int]]) -> bytes:
    """`data` without these spans, in their order."""
    pieces, at = [], 0
    for start, stop in spans:
        pieces.append(data[at:start])
        at = stop
    return b"".join([*pieces, data[at:]])


def _declaring(span: tuple[int, int], data: bytes, namespaces: Mapping[str, str]) -> bytes:
    """The tag at `span` of `data`, which declares these namespaces too."""
    begin, end = span
    declared = "".join(f" {key}={quoteattr(value)}" for key, value in namespaces.items())
    after = end - 2 if _is_empty(data, begin) else end - 1
    return data[begin:after] + declared.encode() + data[after:end]


def _is_empty(data: bytes, start: int) -> bool:
    """Whether the tag at `start` is a whole element."""
    _, end = _tag(data, start)
    return data[end - 2 : end] == b"/>"


def _can_parse(parser: expat.XMLParserType, data: bytes) -> bool:
    """Let a parser, which has its handlers, read a packet; whether that is neither damaged nor
    hostile."""
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError):
        return False
    return True


def _refuse(*declaration: object) -> None:
    """XMP has no document type; without one, no entity can be declared, and none expands."""
    raise ValueError("a document type declaration")


def _tag(data: bytes, start: int) -> tuple[int, int]:
    """The span of the tag at `start`; a “>” in a quoted value does not end it."""
    found = _TAG.match(data, start)
    if found is None:
        raise ValueError("no tag")
    return found.span()


def _in_utf8(xmp: bytes) -> bytes:
    """The packet in UTF-8, without what pads it."""
    for mark, encoding in _MARKS:
        if xmp.startswith(mark):
            xmp = xmp.decode(encoding, "replace").encode(errors="replace")
            break
    return xmp.removeprefix(codecs.BOM_UTF8).strip(b"\0 \t\r\n")
