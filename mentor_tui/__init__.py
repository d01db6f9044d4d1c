"""The program: the Textual app, its screens, the commands, the reports and the exchange formats."""
