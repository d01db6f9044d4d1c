"""Cards of people as phones and mail programs write them (vCard 2.1, 3.0, 4.0).

`lines` reads the file as it is and writes each card anew in the plain form of 3.0, with what is kept here
alone; `cards` has vobject read that, and makes a person of it.
"""
