"""Mixed deeds from a seed, and what each leaves: the same for whoever does them and whoever checks."""

LETTERS = "abcdefghij klmnopqrstuvwxyz äéñøß ,.ツ"
FIRST = [("insert", "clients", f"first {n}", "x" * 40) for n in range(3)] + [
    ("insert", "contacts", "the note", "words of a note"),
    ("insert", "reflections", "a page", "slow day"),
]


def deeds(chance, kept, *, fold=True, prefix=""):
    """Without end: (what, table, name, words), each possible after the one before."""
    kept = {key: words for key, words in kept.items() if key[0] != "inbox"}
    number = 0
    while True:
        roll = chance.random()
        number += 1
        if fold and roll < 0.12:
            yield ("fold", "", "", "")
            continue
        if fold and roll > 0.95:
            yield ("post", "inbox", f"{prefix}{number} posted", f"{prefix}{number} posted")
            continue
        words = "".join(chance.choices(LETTERS, k=chance.randrange(10, 400)))
        if roll < 0.7 or not kept:
            table = chance.choice(("clients", "contacts", "contacts", "reflections"))
            deed = ("insert", table, f"{prefix}{number}", words)
        elif roll < 0.9:
            deed = ("update", *chance.choice(sorted(kept)), words)
        else:
            deed = ("remove", *chance.choice(sorted(kept)), "")
        kept = after(kept, deed)
        yield deed


def after(kept, deed):
    """What is kept once the deed is done."""
    what, table, name, words = deed
    if what in ("insert", "update", "post"):
        return {**kept, (table, name): words}
    if what == "remove":
        return {key: value for key, value in kept.items() if key != (table, name)}
    return kept


def filled(subject, place):
    """A new store with a few things in it, and a fold behind it where there are folds; what it keeps."""
    subject.create(place)
    handle = subject.open(place)
    kept = {}
    for deed in FIRST:
        handle.do(*deed)
        kept = after(kept, deed)
    handle.do("fold")
    handle.do("update", *FIRST[0][1:3], "not folded yet")
    handle.close()
    return after(kept, ("update", *FIRST[0][1:3], "not folded yet"))
