"""Words that say the same in a posting, so that one may stand for the other."""

from __future__ import annotations

from unbland.core.language.words import stem, word_set

#: One group a line. Each was reviewed with one question: may an editor put the one for the other in *any* posting
#: without a reader learning something that is not so? Words that differ in strength ("know", "master") or in scope
#: ("nurse", "clinician") are not here, however near they seem.
_GROUPS = """
use utilize leverage
start begin commence
end finish conclude
finish complete
buy purchase
help assist aid
need require necessary requirement
get obtain gain receive
give provide offer
make create
keep maintain retain
show demonstrate display
tell inform notify report
ask request
answer respond reply
fix repair mend resolve
find locate identify spot
drive driver driving
allergy allergic
check verify inspect
build construct
improve enhance better
change alter modify
grow increase expand
lower reduce decrease cut
speak talk communicate
write draft author
plan schedule
meet see
send submit go
join enter
work job role position post
company firm organization business employer organisation
employee staff colleague worker coworker
customer client
holiday vacation leave
pension retirement
pay paid cover contribution contribute fund
resume cv
degree bachelor
apartment flat
car vehicle automobile
phone telephone mobile cellphone
doctor physician
lawyer attorney solicitor
teacher educator
child children kid
person people individual
home house household
area region territory
shop store
several various
current currently present
new fresh
fast quick rapid
big large
small little
often frequently
about approximately roughly around
total overall
main primary chief
daily day
weekly week
monthly month
yearly year annual annually annum
quarterly quarter
hourly hour
nightly night
evening evenings
knowledge familiarity familiar know
experience experienced
skill skilled
ability able capable
strong solid good
willing willingness ready happy
iv intravenous
increase rise
reimburse refund
useful helpful
proven demonstrated
licence licensed license
certificate certified certification certify cert certs
registration registered register
qualification qualified qualify
train training trained
interest interested
advantage asset plus bonus
apply application applicant
responsible responsibility
open opening opened
sign signed
take took
run ran running
hold held possess
teach taught
since after
before prior
write wrote written
grow grew grown
win won
lose lost
buy bought
sell sold
find found
know known knew
"""

#: Verbs and nouns that a sentence may take on without a claim: they frame what stands beside them.
LIGHT = word_set(
    """
    be have do get give make take use come go put let become look see know want like wish need try
    work job role position post person candidate applicant successful opportunity
    you'll join bring include responsible responsibility duty task
    hold able ability capable within also currently available show sure yes worth happen
    """
)

#: Words that a sentence may take on in exactly this form without saying more: "meals included" is an offer, "includes"
#: is none. Each was tried on the worst line it could be added to.
HARMLESS = word_set(
    """
    comprise comprises comprised comprising consist consists consisted consisting constitute constitutes
    constituted constituting encompass encompasses encompassed encompassing entail entails entailed entailing
    involve involves involved involving comes receive receives received mean means meant meaning aim aims aimed
    aiming occur occurs occurred occurring happen happens happened happening arise arises arose arisen arising
    exist exists belong belongs belonged pertain pertains pertained pertaining relates relating concerning regard
    regards regarding denote denotes denoted denoting signify signifies signified signifying indicate indicates
    indicated indicating imply implies implied implying mention mentions mentioned mentioning stating deem deems deemed
    revolve revolves been thing things something stuff way ways manner purpose purposes intention intent aspect
    aspects facet facets element fact notion notions gist instance example topic topics theme themes basis context
    contexts scenario situation circumstance circumstances sphere realm task tasks role vacancy advert
    advertisement ad description overview synopsis preamble wording phrase phrasing paragraph candidate applicant
    jobholder postholder incumbent there whereby wherein whereas therein thereof thereto herein hereof hereto
    hereby also furthermore moreover additionally besides likewise indeed anyway basically however though although
    aforementioned aforesaid abovementioned respective respectively corresponding whoever whomever therewith
    herewith hereinafter undermentioned ones incidentally anyhow nevertheless nonetheless albeit latter preface
    standpoint viewpoint guise existence goal goals starts start begins begin otherwise
    stand stands does follow follows followed stay stays level
    """
)


def _representatives() -> dict[str, str]:
    """Each stem → the first stem of the first group it is in."""
    found: dict[str, str] = {}
    for group in _GROUPS.strip().splitlines():
        stems = [stem(word) for word in group.split()]
        first = next((found[one] for one in stems if one in found), stems[0])
        for one in stems:
            found.setdefault(one, first)
    return found


_SAME = _representatives()
#: How an offer is told: "up to $500 for courses" is what we pay, and what the reader gets.
GIVING = frozenset(
    _SAME.get(stem(word), stem(word)) for word in ("pay", "earn", "receive", "offer", "cover", "provide", "get")
)
LIGHT_STEMS = frozenset(_SAME.get(stem(word), stem(word)) for word in LIGHT)


def standing_for(found: str) -> str:
    """What a stem is compared by."""
    return _SAME.get(found, found)


def meaning(word: str) -> str:
    """What a word is compared by: its stem, or the stem that stands for its group."""
    return standing_for(stem(word))
