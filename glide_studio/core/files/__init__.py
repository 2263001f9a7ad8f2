"""Files of documents: opened, saved, and kept in a journal while they are edited."""
