"""The short names of the study's six themes, as words after "#"."""

THEME_NAMES = ("shared", "hope", "respect", "steady", "meet", "bridge")
