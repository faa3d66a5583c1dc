"""Routes as files for other maps: GPX 1.1, KML 2.2, GeoJSON (RFC 7946) and CSV."""
