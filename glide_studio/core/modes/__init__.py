"""The modes, which make requests from a document and settings."""
