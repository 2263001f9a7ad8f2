"""How a row of the layers panel looks, and where its parts lie."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QWidget

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.groups import Group
from glide_studio.core.document.layers import MAX_NAME, Item, Layer
from glide_studio.session.language import tr
from glide_studio.session.quantities import percent
from glide_studio.ui.style.icons import SIZE as ICON_SIDE
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import GRID, current
from glide_studio.ui.widgets.checkers import checkers
from glide_studio.ui.widgets.naming import named
from glide_studio.ui.widgets.row_list import Index, RowDelegate, draw_line

LAYER = Qt.ItemDataRole.UserRole
"""The `Layer` or `Group` of a row."""

THUMBNAIL = Qt.ItemDataRole.UserRole + 1
"""Its `QPixmap`, or None."""

MASK_THUMBNAIL = Qt.ItemDataRole.UserRole + 2
"""That of its layer mask, or None."""

IS_MASK_PAINTED = Qt.ItemDataRole.UserRole + 3
"""Whether brushes paint on its layer mask."""

DEPTH = Qt.ItemDataRole.UserRole + 4
"""In how many groups it lies."""

ROW_HEIGHT = 48
INDENT = 12
"""How far the row of a layer is indented for each group around it, up to MOST_INDENTED."""
MOST_INDENTED = 5
THUMBNAIL_SIDE = 36
SIGN_WIDTH = ICON_SIDE - 4
"""The room of the sign of what is clipped, and of the arrow of a group, before the thumbnail."""
CHECKER = 4


class LayerRows(RowDelegate):
    """Paints eye, thumbnails, name with blend mode and opacity, and lock."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        editor = QLineEdit(parent)
        editor.setMaxLength(MAX_NAME)
        what, how = tr("Layer name"), tr("Press Enter to rename the layer")
        return named(editor, "layer_name_edit", what, how)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the name at first, but keep what is being typed when the layer changes."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        area = _name_area(option.rect, index.data(LAYER), index.data(DEPTH))
        height = editor.sizeHint().height()
        editor.setGeometry(
            area.left() - GRID, area.center().y() - height // 2, area.width(), height
        )

    def eventFilter(self, editor: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """Let letters be typed that are shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().eventFilter(editor, event)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Item = index.data(LAYER)
        row, depth = option.rect, index.data(DEPTH)
        paint_icon(painter, eye_area(row), "visible" if item.visible else "hidden", True)
        paint_icon(painter, lock_area(row), "lock" if item.locked else "unlock", item.locked)
        if item.clipped:
            paint_icon(painter, _first_area(row, depth), "clip_layer", True)
        frame = thumbnail_area(row, item, depth)
        if isinstance(item, Group):
            fold = "fold_closed" if item.collapsed else "fold_open"
            paint_icon(painter, fold_area(row, item, depth), fold, True)
            paint_icon(painter, frame, "group_layers", True)
        else:
            if item.alpha_locked:
                paint_icon(painter, _alpha_lock_area(row), "lock_alpha", True)
            _paint_thumbnail(painter, frame, index.data(THUMBNAIL))
        self._paint_mask(painter, option, index, item)
        self._paint_words(painter, option, item, depth)

    def _paint_mask(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, item: Item
    ) -> None:
        """Paint the layer mask, and mark it or the thumbnail before it as what brushes paint on."""
        if item.mask is None:
            return
        row, depth = option.rect, index.data(DEPTH)
        frame = mask_area(row, item, depth)
        _paint_thumbnail(painter, frame, index.data(MASK_THUMBNAIL), is_mask=True)
        if not item.mask.visible:
            _cross_out(painter, frame)
        if option.state & QStyle.StateFlag.State_Selected:
            is_painted = bool(index.data(IS_MASK_PAINTED))
            _mark(painter, frame if is_painted else thumbnail_area(row, item, depth))

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, layer: Item, depth: int
    ) -> None:
        role, area = QPalette.ColorRole, _name_area(option.rect, layer, depth)
        is_shown = layer.is_shown if isinstance(layer, Layer) else layer.visible
        tone = role.Text if is_shown else role.PlaceholderText
        lines = [(layer.name, tone), (_blending(layer), role.PlaceholderText)]
        lines = [line for line in lines if line[0]]
        height = option.fontMetrics.lineSpacing() + 1
        top = area.center().y() - height * len(lines) // 2
        for number, (text, tone) in enumerate(lines):
            line = QRect(area.left(), top + number * height, area.width(), height)
            draw_line(painter, line, text, tone)


def layer_description(layer: Item) -> str:
    """For screen readers and tooltips, such as "Sky, hidden, Multiply · 50%"."""
    words = [layer.name]
    if isinstance(layer, Group):
        words.append(tr("collapsed group") if layer.collapsed else tr("group"))
    if not layer.visible:
        words.append(tr("hidden"))
    if layer.locked:
        words.append(tr("locked"))
    if isinstance(layer, Layer) and layer.alpha_locked:
        words.append(tr("alpha locked"))
    if layer.clipped:
        words.append(tr("clipped"))
    if layer.mask is not None:
        words.append(tr("with mask") if layer.mask.visible else tr("with disabled mask"))
        words += [] if layer.mask_linked else [tr("mask not linked")]
    if manner := _blending(layer):
        words.append(manner)
    return ", ".join(words)


def blend_mode_names() -> dict[BlendMode, str]:
    """The blend modes in the order of other image editors, in the language of the interface."""
    return {
        BlendMode.NORMAL: tr("Normal"),
        BlendMode.DARKEN: tr("Darken"),
        BlendMode.MULTIPLY: tr("Multiply"),
        BlendMode.COLOR_BURN: tr("Colour burn"),
        BlendMode.SUBTRACT: tr("Subtract"),
        BlendMode.LIGHTEN: tr("Lighten"),
        BlendMode.SCREEN: tr("Screen"),
        BlendMode.COLOR_DODGE: tr("Colour dodge"),
        BlendMode.ADDITION: tr("Addition"),
        BlendMode.OVERLAY: tr("Overlay"),
        BlendMode.SOFT_LIGHT: tr("Soft light"),
        BlendMode.HARD_LIGHT: tr("Hard light"),
        BlendMode.DIFFERENCE: tr("Difference"),
        BlendMode.EXCLUSION: tr("Exclusion"),
        BlendMode.HUE: tr("Hue"),
        BlendMode.SATURATION: tr("Saturation"),
        BlendMode.COLOR: tr("Colour"),
        BlendMode.LUMINOSITY: tr("Luminosity"),
    }


def _blending(layer: Item) -> str:
    """Blend mode and opacity, where they are not the defaults: Normal, for a group pass through."""
    words = []
    passes = isinstance(layer, Group) and layer.passes_through
    is_default = passes or (isinstance(layer, Layer) and layer.blend_mode is BlendMode.NORMAL)
    if not is_default:
        words.append(blend_mode_names()[layer.blend_mode])
    if layer.opacity != 1:
        words.append(percent(layer.opacity))
    return " · ".join(words)


def eye_area(row: QRect) -> QRect:
    return QRect(row.left(), row.top(), ICON_SIDE + 2 * GRID, row.height())


def lock_area(row: QRect) -> QRect:
    width = ICON_SIDE + 2 * GRID
    return QRect(row.right() + 1 - width, row.top(), width, row.height())


def _alpha_lock_area(row: QRect) -> QRect:
    """Where the sign lies that the alpha is locked."""
    lock = lock_area(row)
    return QRect(lock.left() - ICON_SIDE, row.top(), ICON_SIDE, row.height())


def _first_area(row: QRect, depth: int) -> QRect:
    """Where the first sign lies: that something is clipped, or what opens a group."""
    left = eye_area(row).right() + 1 + INDENT * min(depth, MOST_INDENTED)
    return QRect(left, row.top(), SIGN_WIDTH, row.height())


def fold_area(row: QRect, item: Item, depth: int) -> QRect:
    """Where a group is opened and closed; the thumbnail of a layer begins there."""
    return _first_area(row, depth).translated(SIGN_WIDTH if item.clipped else 0, 0)


def thumbnail_area(row: QRect, item: Item, depth: int) -> QRect:
    """Where the thumbnail of a layer lies, or the folder that stands for a group."""
    first = fold_area(row, item, depth)
    if isinstance(item, Group):
        side = ICON_SIDE + GRID // 2
        top = row.top() + (row.height() - side) // 2
        return QRect(first.right() + 1, top, side, side)
    top = row.top() + (row.height() - THUMBNAIL_SIDE) // 2
    return QRect(first.left(), top, THUMBNAIL_SIDE, THUMBNAIL_SIDE)


def mask_area(row: QRect, item: Item, depth: int) -> QRect:
    """Where the thumbnail of the layer mask lies; empty if there is no mask."""
    left = thumbnail_area(row, item, depth).right() + 1 + GRID // 2
    top = row.top() + (row.height() - THUMBNAIL_SIDE) // 2
    return QRect() if item.mask is None else QRect(left, top, THUMBNAIL_SIDE, THUMBNAIL_SIDE)


def _name_area(row: QRect, item: Item, depth: int) -> QRect:
    mask = mask_area(row, item, depth)
    left = (thumbnail_area(row, item, depth) if mask.isEmpty() else mask).right() + 1 + GRID
    is_alpha_locked = isinstance(item, Layer) and item.alpha_locked
    end = (_alpha_lock_area(row) if is_alpha_locked else lock_area(row)).left()
    return QRect(left, row.top(), end - left, row.height())


def _paint_thumbnail(
    painter: QPainter, frame: QRect, pixmap: QPixmap | None, *, is_mask: bool = False
) -> None:
    """Paint a thumbnail on checkers; that of a mask, whose pixels hide, on white."""
    if pixmap is None:
        return
    area = _picture_area(frame, pixmap)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setBrushOrigin(area.topLeft())
    painter.fillRect(area, QColor(Qt.GlobalColor.white) if is_mask else checkers(CHECKER))
    painter.drawPixmap(area, pixmap)


def _picture_area(frame: QRect, pixmap: QPixmap) -> QRect:
    size = pixmap.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
    area = QRect(QPoint(), size.expandedTo(QSize(2, 2)))
    area.moveCenter(frame.center())
    return area


def _mark(painter: QPainter, frame: QRect) -> None:
    """Frame the thumbnail of what brushes paint on."""
    painter.setPen(QPen(QColor(current().accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(frame.adjusted(-1, -1, 1, 1))


def _cross_out(painter: QPainter, frame: QRect) -> None:
    """Cross out the thumbnail of a disabled mask."""
    painter.setPen(QPen(QColor(current().danger), 2))
    painter.drawLine(frame.topLeft(), frame.bottomRight())
    painter.drawLine(frame.topRight(), frame.bottomLeft())


def paint_icon(painter: QPainter, area: QRect, name: str, strong: bool) -> None:
    """Paint an icon in the middle of an area, muted unless `strong`."""
    place = QRect(0, 0, ICON_SIDE, ICON_SIDE)
    place.moveCenter(area.center())
    painter.save()
    painter.setOpacity(1.0 if strong else 0.35)
    icon(name).paint(painter, place)
    painter.restore()
