"""The mentor's own spreadsheets: a list of people, a log of contacts, brought in as records.

A file becomes a `Sheet` of plain cells (`reading`), its headings become fields (`headings`), its cells
become values (`values`), its rows records (`people_rows`, `contact_rows`). Nothing is written on the way.
"""
