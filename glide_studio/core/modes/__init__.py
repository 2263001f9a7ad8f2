"""The modes of generation, which make requests from a document and settings."""
