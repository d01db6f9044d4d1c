"""Reads the labelled sentences, and says how often the hints are right."""

import re
from collections import Counter
from pathlib import Path

from store.wording import hints_in

HERE = Path(__file__).parent
KINDS = ("label", "diagnosis", "name", "offence", "speculation")
MARKED = re.compile(r"\{(\w+): ([^}]*)\}")


def labelled(name):
    """The names its head gives, and each sentence with the places where a hint is wanted."""
    head, rows = {}, []
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line.startswith(("# people:", "# known:")):
            called, _, names = line[2:].partition(":")
            head[called] = [one.strip() for one in names.split(";")]
        elif line and not line.startswith("#"):
            rows.append(wanted_in(line))
    return head, rows


def wanted_in(line):
    text, wanted, at = "", [], 0
    for found in MARKED.finditer(line):
        text += line[at : found.start()]
        wanted.append((len(text), len(text) + len(found[2]), found[1]))
        text, at = text + found[2], found.end()
    return text + line[at:], wanted


def figures(name):
    """By kind: hints that were wanted, hints that were not, wanted ones that did not come."""
    head, rows = labelled(name)
    right, wrong, missed = Counter(), Counter(), Counter()
    for text, wanted in rows:
        given = hints_in(text, people=head["people"], known=head["known"])
        for hint in given:
            if not any(_meet(hint, one) for one in wanted):
                wrong[hint.kind] += 1
        for one in wanted:
            counted = right if any(_meet(hint, one) for hint in given) else missed
            counted[one[2]] += 1
    return {kind: (right[kind], wrong[kind], missed[kind]) for kind in KINDS}


def _meet(hint, wanted):
    start, end, kind = wanted
    return hint.kind == kind and hint.start < end and start < hint.end
