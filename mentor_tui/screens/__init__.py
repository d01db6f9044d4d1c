"""The places of the program: each module is a screen, with its `.tcss` beside it."""
