"""Words that begin ordinary sentences: a name, or the start of one, that is also one of these asks."""


def words_of(listed: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(listed.split())


COMMON_WORDS = words_of(
    """
    a about after again all almost already also always am an and another any are as ask asked at away
    back bad be because been before being best big both but by call called calls came can cant car care
    check clinic come coming could court cut day days dead did didnt do does doing done dont down drove each
    early else email end even ever every felt few find first for found from full gave get gets getting give
    go goes going gone good got great had half happy hard has have he hell help her here hers hes hi high him
    his home hope hopes house how hug i if ill im in into is isnt it its ive job just keep kept kind knew
    know last late later left less let lets letter like little long look lost lot low made make man many may
    maybe me meet men met might mine mom more morning most mother move moved much mum must my near need needs
    never new news next nice night no nobody none not note nothing now of off office ok okay old on once one
    only open or our out over own paid part people phone picked plan please poor put quiet quite ran rather
    read ready real really rent ride right room said sat saw say says see seem seems seen sent she shes short
    should sick since sister sit sleep slept slow so some someone something soon sorry spoke start started
    still stopped such sun sure take taken talk talked tell text than thank thanks that thats the their them
    then there these they theyre thing things think this those though thought time tired to today told
    tomorrow tonight too took tried true try two under until up us use used van very visit wait waiting walk
    walked want wanted wants was wasnt way we week weekend well went were what when where which while who why
    will wish with woke wont work worked worried would yes yesterday yet you your
    """
)

# Names far more often than words. They ask only where no word of rule 3 follows, so that "bill call 15m"
# is Bill and "bill is due friday" asks.
RARER_WORDS = words_of(
    """
    angel art bill brook chance charity chase chip chuck dale dawn destiny drew faith frank grace grant
    harmony heath holly iris ivy jack jade jay jean jewel joy june lane lee levi mark mercy miles penny pat
    pearl ray reed rich rob rocky rose ruby rusty sandy skip star sky sonny storm sue summer trinity wade
    autumn april august dean earnest ernest guy harry justice max
    """
)
