"""Reading and writing the `stack.xml` of an OpenRaster file, which lists its layers.

OpenRaster 0.0.6, https://www.openraster.org. What Krita, MyPaint and pyora write differently is
understood; unreadable values fall back to the specification's defaults.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import defusedxml.ElementTree  # type: ignore[import-untyped]
from defusedxml import DefusedXmlException

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.layers import MAX_NAME
from glide_studio.core.document.metadata import Foreign
from glide_studio.core.geometry import MAX_SIDE

MAX_XML = 16 * 2**20
MAX_LAYERS = 5000
MAX_DEPTH = 60
"""The most bytes of a stack, and its most layers and deepest nesting of groups."""

OPERATORS = {
    BlendMode.NORMAL: "svg:src-over",
    BlendMode.MULTIPLY: "svg:multiply",
    BlendMode.SCREEN: "svg:screen",
    BlendMode.OVERLAY: "svg:overlay",
    BlendMode.SOFT_LIGHT: "svg:soft-light",
    BlendMode.HARD_LIGHT: "svg:hard-light",
    BlendMode.DARKEN: "svg:darken",
    BlendMode.LIGHTEN: "svg:lighten",
    BlendMode.COLOR_DODGE: "svg:color-dodge",
    BlendMode.COLOR_BURN: "svg:color-burn",
    BlendMode.DIFFERENCE: "svg:difference",
    BlendMode.EXCLUSION: "krita:exclusion",  # the specification has neither this nor subtraction
    BlendMode.ADDITION: "svg:plus",
    BlendMode.SUBTRACT: "krita:subtract",
    BlendMode.HUE: "svg:hue",
    BlendMode.SATURATION: "svg:saturation",
    BlendMode.COLOR: "svg:color",
    BlendMode.LUMINOSITY: "svg:luminosity",
}
CLIPPED_OPERATOR = "svg:src-atop"
"""How a normal layer is written that is clipped to the one below it in its group."""
MASK_OPERATOR = "svg:dst-out"
"""How the mask of a group is written: as its topmost layer, which takes from its alpha."""
_CLIPPED, _CLIPPING = "glide-clipped", "glide-clipping"
"""Our attributes of what is clipped, and of the group that stands for something with such."""
_GROUP, _MASK = "glide-group", "glide-mask"
"""Our attributes that say the id of a group and of its mask."""
_MODES = {operator: mode for mode, operator in OPERATORS.items()} | {
    "svg:exclusion": BlendMode.EXCLUSION,
    "krita:linear_dodge": BlendMode.ADDITION,
    "krita:add": BlendMode.ADDITION,
    CLIPPED_OPERATOR: BlendMode.NORMAL,
}
_MYPAINT = "{http://mypaint.org/ns/openraster}"
_ITEM_ATTRIBUTES = frozenset(
    ("name", "x", "y", "opacity", "visibility", "composite-op", "src", "edit-locked", "isolation")
) | {_CLIPPED, _CLIPPING, _GROUP, _MASK}
_IMAGE_ATTRIBUTES = frozenset(("version", "w", "h", "xres", "yres"))
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class StackError(ValueError):
    """A `stack.xml` that cannot be understood."""


@dataclass(frozen=True)
class Item:
    """A layer, which has a `src`, or a group, which has `children`, bottom first.

    (x, y) is its offset from the group around it, in pixels; `opacity` is 0 to 1. `clips` marks a
    group of ours that stands for its lowest layer and those that are clipped to it, which are
    `clipped`; `own_id` is that of another group of ours, or of its mask. The `mask` of a group is a
    layer whose alpha is what it hides. `attributes` are those that only the program that wrote them
    understands.
    """

    name: str
    src: str | None = None
    children: tuple["Item", ...] = ()
    x: int = 0
    y: int = 0
    opacity: float = 1.0
    visible: bool = True
    operator: str = "svg:src-over"
    locked: bool = False
    passes_through: bool = False
    attributes: tuple[tuple[str, str], ...] = ()
    clipped: bool = False
    clips: bool = False
    own_id: str = ""
    mask: "Item | None" = None

    @property
    def blend_mode(self) -> BlendMode | None:
        """Its blend mode; None for one that only another program has."""
        return _MODES.get(self.operator)


@dataclass(frozen=True)
class Stack:
    """A whole `stack.xml`: the size in pixels, None if it is not said, and the items, bottom first.

    `resolution` is in pixels per inch. MyPaint can blend in linear light
    (`blends_in_linear_light`), and its `plus` adds alpha too (`adds_alpha`); such layers look
    different in the studio.
    """

    size: tuple[int, int] | None
    items: tuple[Item, ...]
    resolution: tuple[float, float] | None = None
    blends_in_linear_light: bool = False
    adds_alpha: bool = False
    foreign: Foreign = field(default_factory=Foreign)


def parsed(xml: bytes) -> Stack:
    """The stack in `xml`. Raises StackError."""
    if xml.count(b"<") > 4 * MAX_LAYERS or xml.count(b"=") > 50 * MAX_LAYERS:
        raise StackError("too many elements or attributes")  # before they take memory
    try:
        image = defusedxml.ElementTree.fromstring(xml, forbid_dtd=True)
    except (ElementTree.ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise StackError(f"not XML: {error}") from error
    root = image.find("stack")
    if image.tag != "image" or root is None:
        raise StackError("no <image> with a <stack>")
    if sum(1 for _ in root.iter("layer")) > MAX_LAYERS:
        raise StackError("too many layers")
    is_mypaint = any(name.startswith(_MYPAINT) for name in image.attrib)
    is_krita = not is_mypaint and _has_isolation_everywhere(root)
    items = tuple(_items(root, is_krita, 1))
    for element in image:
        element.tail = None  # text behind an element is not part of it
    beside = tuple(
        ElementTree.tostring(element, "unicode").strip() for element in image if element is not root
    )
    attributes = _foreign(image, _IMAGE_ATTRIBUTES)
    return Stack(
        _size(image),
        items,
        _resolution(image),
        abs(_number(image.get(f"{_MYPAINT}eotf"), 1) - 1) > 1e-3,
        is_mypaint,
        Foreign(attributes, beside),
    )


def built(stack: Stack) -> bytes:
    """`stack` as XML."""
    assert stack.size is not None
    width, height = stack.size
    image = Element("image", {"version": "0.0.5", "w": str(width), "h": str(height)})
    if stack.resolution is not None:
        horizontal, vertical = (str(max(1, round(value))) for value in stack.resolution)
        image.attrib |= {"xres": horizontal, "yres": vertical}
    image.attrib |= dict(stack.foreign.attributes)
    root = ElementTree.SubElement(image, "stack", {"name": "root", "isolation": "isolate"})
    _add(root, stack.items)
    for element in stack.foreign.elements:
        image.append(defusedxml.ElementTree.fromstring(element))
    ElementTree.indent(image)
    return ElementTree.tostring(image, "utf-8", xml_declaration=True)


def _add(parent: Element, items: Iterable[Item]) -> None:
    for item in reversed([*items]):
        attributes = {"name": xml_text(item.name[:MAX_NAME])}
        if item.src is not None:  # Krita ignores the offset of a group
            attributes |= {"src": item.src, "x": str(item.x), "y": str(item.y)}
        else:  # without it, the group passes through for Krita
            attributes["isolation"] = "auto" if item.passes_through else "isolate"
        attributes |= {
            "opacity": repr(round(item.opacity * 255) / 255),  # Krita truncates what is shorter
            "visibility": "visible" if item.visible else "hidden",
            "composite-op": item.operator,
        }
        own = _GROUP if item.src is None else _MASK
        said = {"edit-locked": item.locked, _CLIPPED: item.clipped, _CLIPPING: item.clips}
        attributes |= {name: "true" for name, is_so in said.items() if is_so}
        attributes |= {own: item.own_id} if item.own_id else {}
        element = ElementTree.Element("stack" if item.src is None else "layer", attributes)
        element.attrib |= dict(item.attributes)
        parent.append(element)
        _add(element, item.children if item.mask is None else (*item.children, item.mask))


def xml_text(text: str) -> str:
    """`text` with a replacement character for those that XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", text)


def flat(items: Iterable[Item]) -> Iterable[Item]:
    """All items, those inside groups too, but no masks."""
    for item in items:
        yield item
        yield from flat(item.children)


def with_pictures(items: Iterable[Item]) -> Iterable[Item]:
    """All layers and masks."""
    for item in flat(items):
        if item.src is not None:
            yield item
        if item.mask is not None:
            yield item.mask


def _items(stack: Element, is_krita: bool, depth: int) -> Iterable[Item]:
    if depth > MAX_DEPTH:
        raise StackError("groups nested too deeply")
    for element in reversed(list(stack)):
        if element.tag == "stack":
            yield _item(element, is_krita, tuple(_items(element, is_krita, depth + 1)))
        elif element.get("src"):
            yield _item(element, is_krita, ())


def _item(element: Element, is_krita: bool, children: tuple[Item, ...]) -> Item:
    opacity = min(max(_number(element.get("opacity"), 1), 0), 1)
    operator = element.get("composite-op", "svg:src-over")
    is_automatic = element.get("isolation", "auto") == "auto"
    looks_plain = opacity == 1 and operator == "svg:src-over"
    is_group = element.tag == "stack"
    passes = is_automatic and (looks_plain or is_krita)  # the specification isolates all others
    children, mask = (children, None) if passes else _divided(children)
    return Item(
        element.get("name", "")[:MAX_NAME],
        None if is_group else element.get("src"),
        children,
        _offset(element.get("x")),
        _offset(element.get("y")),
        opacity,
        element.get("visibility", "visible") != "hidden",
        operator,
        element.get("edit-locked", "").lower() in ("true", "1"),
        passes,
        _foreign(element, _ITEM_ATTRIBUTES),
        (operator == CLIPPED_OPERATOR and not (is_group and passes))
        or element.get(_CLIPPED) == "true",
        element.get(_CLIPPING) == "true" and bool(children),
        element.get(_GROUP if is_group else _MASK, ""),
        mask,
    )


def _divided(children: tuple[Item, ...]) -> tuple[tuple[Item, ...], Item | None]:
    """What is inside an isolated group, and its mask: a topmost layer that takes from the alpha of
    all others."""
    if len(children) < 2 or children[-1].src is None or children[-1].operator != MASK_OPERATOR:
        return children, None
    return children[:-1], children[-1]


def _foreign(element: Element, known: frozenset[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in element.attrib.items() if name not in known)


def _has_isolation_everywhere(root: Element) -> bool:
    return all(group.get("isolation") and not group.get("uuid") for group in root.iter("stack"))


def _number(text: str | None, default: float) -> float:
    try:
        value = float(text or "")
    except ValueError:
        return default
    return value if math.isfinite(value) else default


def _offset(text: str | None) -> int:
    return int(min(max(_number(text, 0), -4 * MAX_SIDE), 4 * MAX_SIDE))


def _size(image: Element) -> tuple[int, int] | None:
    width, height = (int(_number(image.get(side), 0)) for side in ("w", "h"))
    return (width, height) if width > 0 and height > 0 else None


def _resolution(image: Element) -> tuple[float, float] | None:
    horizontal, vertical = (_number(image.get(name), 0) for name in ("xres", "yres"))
    return (horizontal, vertical) if horizontal > 0 and vertical > 0 else None
