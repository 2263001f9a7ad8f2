"""The dialog that edits styles."""

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from glide_studio.session.language import tr
from glide_studio.session.prompt_book import PromptBook, Style
from glide_studio.ui.style.theme import GRID, scaled_to_text
from glide_studio.ui.widgets.buttons import push_button
from glide_studio.ui.widgets.layouts import add_field, fill, form
from glide_studio.ui.widgets.naming import named
from glide_studio.ui.widgets.windows import Dialog


class StylesDialog(Dialog):
    """A list of styles, with name and template of the selected one; changes apply at once."""

    def __init__(self, book: PromptBook, parent: QWidget) -> None:
        super().__init__("styles_dialog", tr("Styles"), parent)
        self._book = book
        self._list = named(QListWidget(), "styles_list", tr("Styles"), tr("The style to edit"))
        self._name = named(QLineEdit(), "style_name_edit", tr("Name"), tr("Name of the style"))
        self._template = named(
            QLineEdit(),
            "style_template_edit",
            tr("Template"),
            tr("Words around {prompt}; without {prompt} they are added after the prompt"),
        )
        self._add = push_button("style_add_button", tr("Add"), tr("Add a style"))
        self._remove = push_button("style_remove_button", tr("Remove"), tr("Remove this style"))
        self._lay_out()
        self._list.currentRowChanged.connect(self._show_selected)
        self._name.textEdited.connect(self._change)
        self._template.textEdited.connect(self._change)
        self._add.clicked.connect(self._add_style)
        self._remove.clicked.connect(self._remove_selected)
        book.changed.connect(self._show_others)
        self._show(0)

    def _lay_out(self) -> None:
        fields = form()
        add_field(fields, self._name)
        add_field(fields, self._template, tr("Example: a watercolour of {prompt}"))
        close = self.close_button("styles_close_button", tr("Changes are saved automatically"))
        buttons = fill(QHBoxLayout(), [self._add, self._remove, None, close], 2 * GRID)
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self._list, 1)
        layout.addLayout(fields)
        layout.addLayout(buttons)
        self.resize(scaled_to_text(QSize(460, 380)))

    def _show(self, row: int) -> None:
        with QSignalBlocker(self._list):
            self._list.clear()
            self._list.addItems([style.name for style in self._book.styles])
        self._list.setCurrentRow(min(row, self._list.count() - 1))
        self._show_selected()

    def _show_others(self) -> None:
        """Show the changes of another instance of the program."""
        if [style.name for style in self._book.styles] != self._names():
            self._show(self._list.currentRow())

    def _names(self) -> list[str]:
        return [self._list.item(row).text() for row in range(self._list.count())]

    def _show_selected(self) -> None:
        row = self._list.currentRow()
        style = self._book.styles[row] if row >= 0 else Style("", "")
        self._name.setText(style.name)
        self._template.setText(style.template)
        for widget in (self._name, self._template, self._remove):
            widget.setEnabled(row >= 0)

    def _change(self) -> None:
        row, styles = self._list.currentRow(), [*self._book.styles]
        styles[row] = Style(self._name.text(), self._template.text())
        self._list.item(row).setText(self._name.text())
        self._book.set_styles(tuple(styles))

    def _add_style(self) -> None:
        self._book.set_styles((*self._book.styles, Style(tr("New style"), "{prompt}")))
        self._show(len(self._book.styles) - 1)
        self._name.setFocus()
        self._name.selectAll()

    def _remove_selected(self) -> None:
        row, styles = self._list.currentRow(), [*self._book.styles]
        del styles[row]
        self._book.set_styles(tuple(styles))
        self._show(row)
