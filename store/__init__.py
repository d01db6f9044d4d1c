"""What is true: the records, the rules of the field and the database. Knows no screen and no shell."""
