"""Lists about contacts, plans, goals and promises."""

from store.vocabulary.terms import terms

DIRECTIONS = terms("""
out = I reached out
in = they reached out
met = bumped into each other
""")

MODES = terms("""
in-person = in person
phone
video
text
email
letter
gate = at the gate
driving = driving together
through-someone = through someone else
""")

WRITTEN_MODES = frozenset({"text", "email", "letter"})
"""Words that go out and may be answered, where the others are spoken or in one place."""

KINDS = terms("""
check-in = brief check-in
talk = sit-down talk
help = practical help
along = going along
ride
hand-over = hand-over to a service
before-release = before release
gate-pickup = gate pickup, day 0
crisis
with-family = with family or a friend
behalf = on their behalf
celebration
work = own work time
""")

OUTCOMES = terms("""
talked
met
met-short = met, shorter or late
back = they answered
in = they reached me
another-time = asked for another time
space = asked for space
message-left = left the agreed message
no-answer = no answer
sent = sent, no reply yet
dead-number = number not working
could-not-mine = could not meet, my side
could-not-theirs = could not meet, their side
could-not-place = could not meet, place or transport
""")
# These two lists decide the rhythm's clock.
TWO_WAY_OUTCOMES = frozenset({"talked", "met", "met-short", "back", "in", "another-time", "space"})
ATTEMPT_OUTCOMES = frozenset(
    {
        "message-left",
        "no-answer",
        "sent",
        "dead-number",
        "could-not-mine",
        "could-not-theirs",
        "could-not-place",
    }
)

# The activities counted by peers at prison gates (Hyde 2022, Table 3), as words after "+".
ACTIVITIES = terms("""
support = social and emotional support
paperwork = paperwork, gathering information
verify = checking the plan with parole, probation or the facility
prep = getting ready for an appointment
partners = meeting partners on their behalf
ride = a ride
ride-housing = a ride to housing
ride-legal = a ride to a legal appointment
ride-benefits = a ride for benefits
ride-money = a ride to the bank
clothes = clothes and supplies
basics = basic needs
food
phone = a phone or minutes
family = connecting with family or friends
money = money, cheque, bank
medical = a medical appointment, set up or attended
linkage = linking to a service
along = going along
navigate = finding the way in a new place or system
forms = programme forms
skills = building a skill
documents = getting documents
naloxone = offered a naloxone kit
""")

APPOINTMENT_KINDS = terms("""
touch = next touch
release
court
supervision = probation, parole or bail reporting
income = income assistance
housing = housing viewing or intake
treatment = treatment or recovery intake
doctor = doctor or nurse practitioner
pharmacy = pharmacy, OAT dose or renewal
medication-ends = medication runs out
mental-health = mental health
dentist
id = ID, birth certificate, health card
bank
phone-ends = phone plan ends
work-school = work or school
family = children or family visit
ceremony = ceremony, cultural
rent = rent due
condition-ends = curfew or condition ends
consent-ends = consent ends
other
""")

GOING_ALONG = terms("""
me = I go along
someone = someone goes along
alone = they go alone
undecided = not decided
""")

RESULTS = terms("""
went
went-moved = went, and it was moved
cancelled = cancelled by the service
could-not-get-there = could not get there
chose-not = chose not to
turned-away = turned away
not-known = not known
done
let-go = let go
""")

RANKS = terms("""
now
soon
someday
parked
""")

GOAL_STATES = terms("""
named
working = working on it
waiting = waiting on a service
got-it = got it
got-some = got some of it
no-longer-wanted = no longer wanted
nothing-available = nothing available
""")

WHOSE_IDEA = terms("""
theirs
mine
court = required by court
""")

AREAS = terms("""
clothes = clothes and basics
food
tonight = somewhere to sleep tonight
housing
documents = ID and documents
income = income, benefits
phone
getting-around = getting around
health = doctor and health
medication = medication, OAT
harm-reduction = harm reduction, naloxone
treatment = treatment or recovery place
mental-health = mental health
dental
legal = court, legal
supervision = supervision conditions
work = work and training
money = money and bank
family = family and children
belonging = friends and belonging
culture = culture and spirit
safety
other
""")

PROMISE_STATES = terms("""
open
done
let-go = let go
""")
