"""The command palette: type a few letters, press Return."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QLineEdit, QTreeWidgetItem, QVBoxLayout, QWidget

from glide_studio.session.language import tr
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.dialogs.command_tree import NAME, CommandTree, fit, spelled
from glide_studio.ui.style.icons import SIZE
from glide_studio.ui.style.theme import GRID, scaled_to_text
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named
from glide_studio.ui.widgets.windows import Popup

POPUP_SIZE = QSize(560, 400)
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(Popup):
    """Lists the commands that match the typed letters, best first, with menu and shortcut.

    Disabled commands are shown but cannot be run.
    """

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__("command_palette", tr("All commands"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay, False)
        self._actions = actions
        blank = QPixmap(SIZE, SIZE)
        blank.fill(Qt.GlobalColor.transparent)
        self._blank = QIcon(blank)
        self._edit = named(
            QLineEdit(placeholderText=tr("Type a command")),
            "palette_edit",
            tr("Command"),
            tr("Type a few letters of a command, then press Return to run it"),
        )
        self._list = named(
            CommandTree(), "palette_list", tr("Commands"), tr("Click a command to run it")
        )
        self._list.setHeaderHidden(True)
        self._list.setAllColumnsShowFocus(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the text field passes the arrow keys on
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._no_match_label = label(tr("No matching commands."), "muted")
        self._no_match_label.setObjectName("palette_nothing_label")
        self._no_match_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        below = [self._no_match_label, self._list]
        layout = fill(QVBoxLayout(self), [self._edit, *below], grows=below)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        self._edit.textEdited.connect(self._show)
        self._edit.returnPressed.connect(self._run_current)
        self._edit.installEventFilter(self)
        self._list.itemClicked.connect(self._run)

    def open_over(self, widget: QWidget) -> None:
        """Show it centred at the top of `widget`."""
        self.setFixedSize(scaled_to_text(POPUP_SIZE).boundedTo(widget.size()))
        corner = widget.rect().center()
        corner.setX(corner.x() - self.width() // 2)
        corner.setY(min(6 * GRID, widget.height() - self.height()))
        self.move(widget.mapToGlobal(corner))
        self.show()
        self._show("")
        self._edit.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move through the list while typing."""
        moves = isinstance(event, QKeyEvent) and event.key() in LIST_KEYS
        if moves and event.type() == QEvent.Type.KeyPress:
            self._list.event(event)
            return True
        return False

    def _show(self, typed: str) -> None:
        ranked = []
        for place, command in enumerate(self._actions):
            menu = self._actions.menu_title(command.name)
            in_text, in_menu = fit(typed, command.text), fit(typed, f"{menu} {command.text}")
            fits = [score for score in (in_text, in_menu) if score is not None]
            if fits:
                ranked.append((-max(fits), place, command, menu))
        self._list.clear()
        for _, _, command, menu in sorted(ranked, key=lambda row: row[:2]):
            action = self._actions[command.name]
            item = self._list.add(command, menu, spelled([action.shortcut()]))
            item.setIcon(0, self._blank if action.icon().isNull() else action.icon())
            item.setDisabled(not action.isEnabled())
            for column in (1, 2):
                item.setTextAlignment(column, RIGHT)
            item.setForeground(1, self.palette().placeholderText())
        self._list.setVisible(bool(ranked))
        self._no_match_label.setVisible(not ranked)
        self._select_first()

    def _select_first(self) -> None:
        for row in range(self._list.topLevelItemCount()):
            item = self._list.topLevelItem(row)
            if item is not None and not item.isDisabled():
                self._list.setCurrentItem(item)
                return

    def _run_current(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._run(item)

    def _run(self, item: QTreeWidgetItem) -> None:
        if not item.isDisabled():
            self.close()  # first, so that the command finds the focus where it was before
            self._actions[item.data(0, NAME)].trigger()
