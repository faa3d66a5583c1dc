"""The app's icon as PNG, drawn at first asking: Android takes no SVG on the home screen."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

GREEN, WHITE, YELLOW = "#0b6b4f", "#ffffff", "#ffd166"
GRID = 64  # the same drawing as web/static/icon.svg, on the same grid
# A launcher may cut anything outside the inner 80 % of a maskable icon.
SIZES = {"192.png": (192, 1.0), "512.png": (512, 1.0), "maskable.png": (512, 0.75)}

Spot = tuple[float, float]


@cache
def icon_png(name: str) -> bytes:
    size, scale = SIZES[name]
    picture = Image.new("RGB", (size * 2, size * 2), GREEN)
    _draw(ImageDraw.Draw(picture), size * 2, scale)
    out = BytesIO()
    picture.resize((size, size), Image.Resampling.LANCZOS).save(out, "PNG", optimize=True)
    return out.getvalue()


def _draw(pen: ImageDraw.ImageDraw, size: int, scale: float) -> None:
    """Draw the way out and home again, from the office's yellow dot."""
    unit = size / GRID * scale

    def at(x: float, y: float) -> Spot:
        return (size / 2 + (x - GRID / 2) * unit, size / 2 + (y - GRID / 2) * unit)

    def line(*spots: Spot) -> None:
        pen.line([at(*spot) for spot in spots], fill=WHITE, width=round(5 * unit), joint="curve")
        for spot in spots:
            _dot(pen, at(*spot), 2.5 * unit, WHITE)

    line((14, 42), (44, 42))
    line((44, 26), (26, 26))
    line((33, 18), (25, 26), (33, 34))
    x, y = at(44, 34)
    reach = 10.5 * unit  # the bend of radius 8, drawn by its outer edge
    pen.arc([x - reach, y - reach, x + reach, y + reach], -90, 90, WHITE, round(5 * unit))
    _dot(pen, at(14, 42), 5 * unit, YELLOW)


def _dot(pen: ImageDraw.ImageDraw, spot: Spot, radius: float, colour: str) -> None:
    x, y = spot
    pen.ellipse([x - radius, y - radius, x + radius, y + radius], fill=colour)
