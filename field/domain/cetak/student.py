"""Student's t: how many spreads wide a range of nine in ten is, when few days were seen."""

# One-sided 90 %, by degrees of freedom; beyond the table the normal distribution's.
_NINE_IN_TEN = (3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356)
_MANY = 1.2816


def quantile(freedom: int) -> float:
    """Return the one-sided 90 % quantile; `freedom` is at least 1."""
    if freedom <= len(_NINE_IN_TEN):
        return _NINE_IN_TEN[freedom - 1]
    return _MANY + (_NINE_IN_TEN[-1] - _MANY) * len(_NINE_IN_TEN) / freedom
