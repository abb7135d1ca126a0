"""Words that say little of what a text is about, and the languages whose words can be cut short."""

# A language (two letters), and what the Snowball stemmer calls it.
STEMMERS = {"en": "english"}

_ENGLISH = """
a about all also always an and another any anybody anyone are around as at be because been before
being between both but by can could did do does doing done down during each else every everybody
everyone everything few for from get gets getting give gives go goes going had has have having he
her here him his how i if in into is it its itself just know knows less like made make makes
making many may me might mine more most much must my need needs neither never no nobody none nor
not now of off often on one ones only or other others our ours ourselves out over own per put same
see several she should so some somebody someone something sometimes somewhat still such take takes
than that the their theirs them themselves then there these they this those though through to
together too under until up us use used very was we were what when where whether which while who
whom whose why will with within without would yes yet you your yours
"""

COMMON_WORDS = {"en": frozenset(_ENGLISH.split())}
