"""How a report or a document is drawn, a module a form. None of them knows a record."""
