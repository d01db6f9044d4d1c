"""Lists about bridges and services."""

from store.vocabulary.terms import terms

STAGES = terms("""
idea
wanted = they want it
asked = asked or called
yes = the service said yes
waiting-list = on a waiting list
date-set = date set
went = went, first time
settled = going back, settled
let-go = let go
""")
STAGE_MEANINGS = {
    "idea": "one of you thought of it; they have not said yes",
    "wanted": "they said they want it",
    "asked": "someone asked the service, by phone, form or at the door",
    "yes": "the service said they can come; nobody has gone yet",
    "waiting-list": "the service said yes, later",
    "date-set": "there is a day to go",
    "went": "they walked in and were seen, once",
    "settled": "they go back by themselves",
    "let-go": "ended, for the reason written",
}
OPEN_STAGES = frozenset({"idea", "wanted", "asked", "yes", "waiting-list", "date-set"})

REFERRAL_ENDS = terms("""
changed-mind = they changed their mind
not-a-fit = not a fit
said-no = the service said no
no-space = no space
rule = a rule kept them out
none-here = no such service here
met-otherwise = met another way
lost-touch = lost touch
inside = back inside
""")
# The door itself stayed shut; the others ended for reasons of the person's own, or met another way.
SHUT_ENDS = frozenset({"no-space", "rule", "none-here", "said-no"})

WARM = terms("""
came-along = I came along
three-way = three-way call
called-ahead = I called ahead
gave-number = I gave the number
""")

SERVICE_STATUSES = terms("""
active
inactive
defunct
temporarily-closed = temporarily closed
""")
