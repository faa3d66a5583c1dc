"""The frame of our own small plots: its size, and round amounts up its side."""

WIDTH, HEIGHT = 640, 260
LEFT, RIGHT, TOP, BOTTOM = 64, 24, 16, 32
_STEPS = (1, 2, 5)
_RULES = 5


def amounts_up_to(most: int) -> tuple[tuple[float, int], ...]:
    """Return some round amounts, each with its height in the drawing."""
    tens = 10 ** max(0, len(str(most)) - 2)
    sizes = (times * tens * more for more in (1, 10, 100) for times in _STEPS)
    step = next((size for size in sizes if most / size <= _RULES), most)
    return tuple((height_of(amount, most), amount) for amount in range(0, most + 1, step))


def height_of(amount: int, most: int) -> float:
    room = HEIGHT - TOP - BOTTOM
    return round(TOP + room * (1 - amount / most), 1)
