"""The candidates side by side: show, compare, accept, discard."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from glide_studio.core.modes.modes import DEFAULT_STRENGTH
from glide_studio.core.request.request import Preview
from glide_studio.session.candidates import Candidate, CandidateKey, Measure, candidate_layer
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.session.quantities import decimal, percent_suffix
from glide_studio.session.run_list import Run, title
from glide_studio.ui.panels.candidates_list import CELL, CandidatesList, Cell
from glide_studio.ui.panels.scrub_bar import ScrubBar
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import icon_button, menu_button, push_button
from glide_studio.ui.widgets.labelled_slider import slider
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.match_bar import match_shares
from glide_studio.ui.widgets.naming import label, named

WHOLE = 100
"""The slider's value for the candidate; 0 is the original."""


class CandidatesPanel(QWidget):
    """A strip of thumbnails, hidden while there are none, and buttons for the selected one.

    `corner` holds the buttons that belong beside the panel's title.  `choice_begun` is emitted when
    a run of several pictures starts.
    """

    choice_begun = Signal()

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self._review = editor.review
        self._last_batch = 0
        self._strip = named(
            CandidatesList(),
            "candidates_list",
            tr("Candidates"),
            tr(
                "Click or press an arrow key to show a candidate, Enter to accept it, Delete to "
                "discard it; hold Space to see the original"
            ),
        )
        self._strip.setMinimumHeight(CELL.height())
        self._make_controls()
        self._lay_out()
        self._connect()
        self._show()

    def _make_controls(self) -> None:
        empty = tr("Candidates to choose from appear here.")
        self._empty_label = label(empty, "small", wraps=True)
        self._empty_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._compare = slider(
            "compare_slider",
            tr("Before and after"),
            tr(
                "Fade between the original and the candidate; hold Space in the list to see the "
                "original"
            ),
            WHOLE,
        )
        self._compare.setValue(WHOLE)
        self.scrub = ScrubBar(self._review)
        self._accept = push_button(
            "accept_button", tr("Accept"), tr("Add the shown candidate to the picture"), "Return"
        )
        self._discard = push_button(
            "discard_button",
            tr("Discard"),
            tr("Discard the selected candidate, or restore it"),
            "Del",
        )
        self._more = push_button(
            "more_button",
            tr("More Like This"),
            tr("Generate four variations of the selected candidate"),
        )
        self._strength = named(
            QSpinBox(minimum=10, maximum=100, singleStep=5, suffix=percent_suffix()),
            "variation_strength_spin",
            tr("Strength of variations"),
            tr("How much variations may change; at 100% nothing of the candidate remains"),
        )
        self._strength.setValue(round(100 * DEFAULT_STRENGTH))
        self._discarded = icon_button(
            "discarded",
            "discarded_button",
            tr("Show discarded"),
            tr("Show discarded candidates, which are kept until the picture is closed"),
            checkable=True,
        )
        self._make_orders()

    def _make_orders(self) -> None:
        """The menu with the orders of the candidates of a run."""
        self._orders = QActionGroup(self)
        for text, tip, order in (
            (tr("As drawn"), tr("The order in which they were generated"), None),
            (
                tr("Best match first"),
                tr("The bar below each shows how well it matches the prompt, according to CLIP"),
                "match",
            ),
            (
                tr("Least seam first"),
                tr("The number on each shows how visible the mask's border is; 1 means no seam"),
                "seam",
            ),
        ):
            action = QAction(text, self._orders, checkable=True, checked=order is None)
            action.setToolTip(tip)
            action.setData(order)
        self._sort = menu_button(
            "sort_button",
            tr("Sort"),
            tr("The order of the candidates of a run"),
            "sort_menu",
            self._orders.actions(),
            "sort",
        )
        self._sort.menu().setToolTipsVisible(True)

    def _lay_out(self) -> None:
        self.corner = [self._sort, self._discarded]
        before, after = label(tr("Before"), "small"), label(tr("After"), "small")
        gap, both = GRID // 2, [self._accept, self._discard]
        compare = fill(QHBoxLayout(), [before, self._compare, after], gap)
        buttons = fill(QHBoxLayout(), both, gap, grows=both)
        more = fill(QHBoxLayout(), [self._more, self._strength], gap, grows=[self._more])
        self._choice = QWidget()
        fill(
            QVBoxLayout(self._choice),
            [self._strip, compare, self.scrub, buttons, more],
            gap,
            grows=[self._strip],
        )
        fill(QVBoxLayout(self), [self._empty_label, self._choice], gap, grows=[self._choice])

    def _connect(self) -> None:
        review, strip = self._review, self._strip
        strip.marked.connect(self._look_at)
        strip.accepted.connect(review.accept)
        strip.discarded.connect(review.discard)
        strip.compared.connect(review.compare)
        self._compare.valueChanged.connect(lambda value: review.compare(value / WHOLE))
        self._accept.clicked.connect(review.accept)
        self._discard.clicked.connect(self._discard_marked)
        self._more.clicked.connect(self.vary)
        self._discarded.toggled.connect(self._show)
        self._orders.triggered.connect(lambda each: setattr(review, "order", each.data()))
        review.changed.connect(self._show)
        review.shown_changed.connect(self._show_share)
        review.compared.connect(self._show_share)
        self._editor.runs.changed.connect(self._show)
        self._editor.runs.preview_changed.connect(self._show_preview)

    def _look_at(self, key: CandidateKey) -> None:
        """Show a finished picture, or watch one that is being generated."""
        running = self._editor.runs.running_here
        if self._review.candidates.find(key) is not None:
            self._review.show(key)
        elif running is not None and key[0] == running.number:
            self._review.watch(key[1])

    def _discard_marked(self) -> None:
        key = self._strip.current_key
        if key is not None:
            self._review.discard(key)

    @property
    def can_vary(self) -> bool:
        """Whether a finished candidate is selected."""
        return self._review.candidates.find(self._strip.current_key) is not None

    def vary(self) -> None:
        """Generate variations of the selected candidate."""
        key = self._strip.current_key
        if key is not None:
            self._editor.generation.vary(key, self._strength.value() / 100)

    def _show_preview(self, preview: Preview | None) -> None:
        running = self._editor.runs.running_here
        if preview is not None and running is not None:
            self._strip.show_preview((running.number, preview.sample), preview.picture)

    def _show(self) -> None:
        cells, shown = self._cells(), self._review.shown_candidate
        self._strip.show_cells(cells, None if shown is None else shown.key)
        self._empty_label.setVisible(not cells)
        self._choice.setVisible(bool(cells))
        self._show_controls()
        running = self._editor.runs.running_here
        if running is not None and not running.is_single and running.batch > self._last_batch:
            self._last_batch = running.batch
            self.choice_begun.emit()

    def _show_controls(self) -> None:
        marked = self._review.candidates.find(self._strip.current_key)
        held = marked is not None and candidate_layer(self._editor.document, marked) is not None
        self._accept.setEnabled(self._review.is_pending)
        self._discard.setEnabled(marked is not None and not held)
        self._more.setEnabled(self.can_vary)
        back = marked is not None and marked.discarded
        self._discard.setText(tr("Restore") if back else tr("Discard"))
        self._compare.setEnabled(self._review.shown_candidate is not None)
        every, kept = self._review.candidates.all, self._review.candidates.kept
        self._discarded.setEnabled(len(every) > len(kept))
        for action in self._orders.actions()[1:]:
            is_known = any(each.sort_key(action.data()) < float("inf") for each in every)
            action.setEnabled(is_known)

    def _show_share(self) -> None:
        with QSignalBlocker(self._compare):
            self._compare.setValue(round(WHOLE * self._review.share))

    def _cells(self) -> list[Cell]:
        """A cell for each candidate, then for each picture of the batch that is still to come."""
        with_discarded = self._discarded.isChecked()
        seen = (each for each in self._review.ordered if with_discarded or not each.discarded)
        shares = self._shares()
        cells = [self._cell(candidate, shares[candidate.key]) for candidate in seen]
        runs = self._editor.runs.list
        running = self._editor.runs.running_here
        if running is not None:
            words, note = tr("{prompt}, generating"), tr("Starting")
            cells += self._cells_to_come(running, words, note)
            for run in runs.waiting:
                if run.batch == running.batch:
                    cells += self._cells_to_come(run, tr("{prompt}, waiting"), tr("Waiting"))
        return cells

    def _shares(self) -> dict[CandidateKey, float | None]:
        """The filled share of each candidate's bar, relative to the others of its batch."""
        every = self._review.candidates.all
        found: dict[CandidateKey, float | None] = {}
        for batch in {candidate.run.batch for candidate in every}:
            rivals = [candidate for candidate in every if candidate.run.batch == batch]
            shares = match_shares([candidate.match for candidate in rivals])
            found |= dict(zip((candidate.key for candidate in rivals), shares, strict=True))
        return found

    def _ranked(self, candidate: Candidate, measure: Measure, said: str, figure: str) -> str:
        """`said` with the value of a measure and the candidate's rank by it; empty if it is not
        measured."""
        rank = self._review.candidates.rank(candidate, measure)
        if rank is None:
            return ""
        return said.format(figure=figure, place=rank[0], number=rank[1])

    def _words(self, candidate: Candidate) -> str:
        """The description of a candidate, in up to three lines."""
        seam = tr("Seam {figure}, {place} of {number}")
        match = tr(
            "Prompt match {figure}, {place} of {number}: how well it matches the prompt, according "
            "to CLIP; advisory only"
        )
        lines = [
            _description(candidate),
            self._ranked(candidate, "seam", seam, decimal(candidate.seam_shown, 2)),
            self._ranked(candidate, "match", match, decimal(candidate.match or 0, 3)),
        ]
        return "\n".join(line for line in lines if line)

    def _cell(self, candidate: Candidate, share: float | None) -> Cell:
        rank = self._review.candidates.rank(candidate, "seam")
        return Cell(
            candidate.key,
            self._words(candidate),
            picture=candidate.result.picture,
            held=candidate_layer(self._editor.document, candidate) is not None,
            discarded=candidate.discarded,
            figure="" if candidate.seam is None else decimal(candidate.seam_shown, 2),
            best=rank is not None and rank[0] == 1 and rank[1] > 1,
            share=share,
        )

    def _cells_to_come(self, run: Run, words: str, note: str) -> list[Cell]:
        words = words.format(prompt=title(run))
        count = run.settings.count if run.work is None else 0
        keys = [(run.number, sample) for sample in range(count)]
        return [Cell(key, words, note) for key in keys if self._review.candidates.find(key) is None]


def _description(candidate: Candidate) -> str:
    if candidate.discarded:
        words = tr("{prompt}, seed {seed}, discarded")
    else:
        words = tr("{prompt}, seed {seed}")
    return words.format(prompt=title(candidate.run), seed=candidate.result.request.settings.seed)
