"""Pictures in shared tiles, their colours and their sizes."""
