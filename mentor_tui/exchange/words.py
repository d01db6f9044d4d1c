"""Counts as people read them."""


def counted(many: int, one: str, more: str = "") -> str:
    """How many, in words: "1 row", "2,492 rows"; `more` where the plural is not an added s."""
    return f"{many:,} {one if many == 1 else more or one + 's'}"
