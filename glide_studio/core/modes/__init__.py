"""From a document and settings to the request that a mode makes of them."""
