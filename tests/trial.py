"""Trial data that may not be committed: it lies in `shared/data` beside the repository, or not."""

from pathlib import Path


def trial_file(name: str) -> Path:
    """Return where the file is, or would be."""
    places = [folder / "shared/data" / name for folder in Path(__file__).parents]
    return next((place for place in places if place.exists()), places[1])
