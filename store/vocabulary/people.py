"""Lists about a person, and about what was agreed with them."""

from store.vocabulary.terms import terms

STATUSES = terms("""
not-out = not out yet
walking = walking together
light = light touch
stepping-back = stepping back
paused = paused, their choice
lost-touch = paused, lost touch
inside = back inside
finished = finished for now
died = died
""")
ACTIVE_STATUSES = frozenset({"not-out", "walking", "light", "stepping-back"})

HOW_MET = terms("""
self = they found me
from-inside = a letter or call from inside
friend-or-family = a friend or family
peer = another peer
prison-staff = prison staff or a release planner
health-team = a health team
supervision = probation or parole
other = another way
""")

CERTAINTIES = terms("""
known
expected
unknown
changed
""")

SUPERVISION = terms("""
none
probation
bail
parole
other
not-asked = not asked
""")

AGE_BANDS = terms("""
under-25 = under 25
25-34 = 25-34
35-44 = 35-44
45-54 = 45-54
55-plus = 55 and over
""")

STAYING = terms("""
outside = outside, or not meant for living in
shelter
recovery = recovery house or treatment
detox
hospital
halfway-house = halfway house or supervised residence
supportive = supportive or second-stage housing
family = with family
friends = with friends
hotel = hotel or motel
own-rental = own rental
subsidised = rental with subsidy
custody = back in custody
other
not-known = not known, or prefers not to say
""")

CHANNELS = terms("""
call
text
app = a messaging app
email
in-person = in person at
via = through a person
letter
""")

WHOSE_PHONE = terms("""
theirs
shared
someone-elses = someone else's
""")

IF_CUT_OFF = terms("""
call-back = I call back
wait = I wait
text = I text
""")

PURPOSES = terms("""
keep-notes = keep notes at all
contact = contact me
share = share with someone, for a purpose
numbers = use my numbers in anonymous reports
words = use my words anonymously
supervision = talk about me in supervision, no name
keep-record = keep my record after we finish
""")

CONSENT_STATES = terms("""
not-asked = not asked yet
active
withdrawn
declined
""")

HOW_GIVEN = terms("""
spoken
written
interpreter = with an interpreter
""")

HELPED = terms("""
yes
some = in part
no
not-asked = not asked
""")

KIT = terms("""
yes = offered, taken
declined = offered, declined
not-asked = not asked
""")
