"""What picture files say besides their pixels: Exif, XMP, texts, and how they were generated."""
