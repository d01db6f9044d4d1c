"""A name on two lines."""


def halves(words: str) -> tuple[str, str]:
    """A name on two lines, as even as its words allow, which is as narrow as can be; one word is alone."""
    parts = words.split()
    cuts = [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts))]
    return min(cuts, key=lambda cut: abs(len(cut[0]) - len(cut[1])), default=(words, ""))
