"""Roads: from a map extract to seconds and metres. Pure graph code, no web and no database.

An extract is read into a `Survey` (raw ways), judged by its tags, cut into edges between
junctions and kept as one `Network` file. Engines answer on it. Weights are whole milliseconds,
lengths centimetres; in Python a place is always (lat, lon).
"""
