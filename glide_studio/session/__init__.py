"""The running studio without its widgets: the worker thread, the editor, progress, preferences."""
