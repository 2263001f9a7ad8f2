"""The document: its layers and their edits, its history, and operations on all of it."""
