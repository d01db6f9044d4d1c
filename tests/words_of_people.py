"""The words the program itself never says: labels that are heard as a verdict, and what measures anybody."""

import re

LABELS = re.compile(
    r"\b(offenders?|inmates?|ex[- ]?cons?|ex[- ]?offenders?|convicts?|criminals?|felons?|addicts?|addicted"
    r"|junkies?|clean|dirty|non[- ]?complian(?:t|ce)|no[- ]shows?|fail(?:ed|ures?|s)?|discharge[ds]?"
    r"|relapse[ds]?|dropped out|drop[- ]?outs?)\b",
    re.IGNORECASE,
)
"""Readers do not hear them as neutral (The Marshall Project 2021; NIDA, Words Matter)."""

GRADES = re.compile(
    r"\b(overdue|(?:at|high|low)[- ]risk|risks?|scor(?:e|es|ed|ing)|streaks?|badges?|leader ?boards?|ratings?"
    r"|achievements?|well done|keep it up|success rates?|progress bars?)\b",
    re.IGNORECASE,
)
"""Nobody is measured: neither a person, nor the mentor, nor a theme."""


def verdicts(text):
    """Every word of the two lists that stands in a text."""
    return sorted({found[0].lower() for each in (LABELS, GRADES) for found in each.finditer(text)})
