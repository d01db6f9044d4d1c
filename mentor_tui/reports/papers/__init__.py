"""Papers about people: each is made by a module of its own, as a Document that knows no form."""
