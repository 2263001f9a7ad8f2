"""The view and the prompts of each open document."""

from weakref import WeakKeyDictionary

from glide_studio.core.files.project import Project, WindowState
from glide_studio.session.document_state import DocumentState
from glide_studio.session.editor import Editor
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.panels.prompt_panel import PromptPanel, TypedPrompts


class DocumentViews:
    """Shows the view and the prompts that belong to the document that is shown, and gives them to
    the editor, which keeps them in project files."""

    def __init__(self, editor: Editor, canvas: Canvas, prompt: PromptPanel) -> None:
        self._editor = editor
        self._canvas = canvas
        self._prompt = prompt
        self._typed: WeakKeyDictionary[DocumentState, TypedPrompts] = WeakKeyDictionary()
        editor.window_state = self._window_state
        editor.opened.connect(self._show_project)
        editor.returned.connect(self._show_again)
        editor.about_to_replace.connect(self._remember_typed)

    def _window_state(self) -> WindowState:
        """The view, the settings and the prompts that a project file keeps."""
        return self._canvas.saved_view, self._prompt.settings, self._prompt.prompts

    def _show_project(self, project: Project) -> None:
        """Show the view and the settings of a project file; without a view, the whole picture."""
        self._canvas.show_saved(project.view)
        self._prompt.colours.show_texts(project.prompts)
        if project.settings is not None:
            self._prompt.show_settings(project.settings)

    def _show_again(self, project: Project) -> None:
        """Show the view and the prompts of a document as they were left; the other settings are
        those of the panel, whatever document is shown."""
        self._canvas.show_saved(project.view)
        typed = self._typed.get(self._editor.open_document.state)
        if typed is not None:
            self._prompt.show_typed(typed)

    def _remember_typed(self) -> None:
        self._typed[self._editor.open_document.state] = self._prompt.typed
