"""Paper: maps drawn as SVG, codes to scan, and the way from a page to a PDF. Lengths in mm."""
