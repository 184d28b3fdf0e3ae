"""Words that say whether a requirement is a deal-breaker."""

from __future__ import annotations

from unbland.core.ledger.lexicon.cue import ModalityCue, listed
from unbland.core.ledger.model import Modality

PREFERRED = listed("""
    preferred, not needed, preferable, preferably, preference, prefer, is a plus, a plus, are a plus, as a plus, big
    plus, strong plus, definite plus, nice to have, nice to haves, would be nice, would be great, would be ideal, is
    nice, isn't essential, isn't required, isn't needed, isn't necessary, isn't a must, aren't essential, aren't
    required, desirable, highly desirable, desired, ideally, is a bonus, a bonus, bonus points, great bonus, big bonus,
    real bonus, bonus if, a strong recommendation, will be a recommendation, an asset, considered an asset, advantage,
    an advantage, advantageous, beneficial, would be beneficial, is helpful, helpful, optional, not required, not
    essential, no must, nice but, not mandatory, not necessary, not a must, not a requirement, by no means essential,
    not a prerequisite, no prerequisite, a benefit, would benefit, extra points, welcome but, is welcome, good to have,
    great to have, would be useful, would be good, would be handy, would be awesome, would be amazing, would be
    brilliant, is handy, is useful, useful but, transport useful, car useful, vehicle useful, licence useful, experience
    useful, knowledge useful, is ideal, are ideal, experience valued, experience is valued, background valued, highly
    valued, signal fit, signals fit, very beneficial, be highly regarded, be well regarded, experience highly regarded,
    highly regarded$, well regarded$, looked on favourably, a merit, meritorious, ^asset, ^assets, ^bonus, huge plus,
    handy$, grads considered, graduates considered, trainees considered, beginners considered, newly qualified
    considered, also considered, welcome$, be lovely, is a pre, also a great fit, also a good fit, also be a great fit,
    also be a good fit, ^don't need to, ^don't have to, ^do not need to, ^do not have to, you won't need, you will not
    need, you don't need, you do not need, new grads considered, new graduates considered, new grads welcome, new
    graduates welcome, new grads may apply, new graduates may apply, new grads will be considered, new graduates will be
    considered
""")

REQUIRED = listed("""
    must, must have, must be, required, is required, are required, mandatory, minimum, minimum of, essential, is a must,
    a must, compulsory, you need to, you need, you will need, you'll need, prerequisite, non negotiable, deal breaker,
    but you cannot, but you can't, at a minimum, requires, necessary, is needed, are needed, needed before, you do need
""")

NO_MODALITY = listed("""
    as required, if required, where required, when required, required by law, essential oils, essential services,
    preferred supplier, preferred suppliers, preferred vendor, preferred vendors, preferred partner, competitive
    advantage, take advantage, annual bonus, asset management, asset manager, asset managers, asset protection, asset
    allocation, asset class, asset classes, asset finance, asset integrity, minimum wage, a bonus of, a bonus for, as
    necessary, where necessary, if necessary, when necessary, customer preference, customer preferences, preferred name,
    essential duties, sign on bonus, required by this, required by our client, required by my client, required by a
    leading, required by a growing, required by an, preferred candidate, preferred candidates, preferred client,
    preferred clients, our preferred, desired outcome, desired outcomes, desired result, desired results, desired
    effect, not a nice to have, not nice to have, you don't need to meet every, you do not need to meet every, you don't
    need to meet all, you do not need to meet all, you don't need to tick, helpful manner, helpful way, helpful
    attitude, helpful approach, helpful and, and helpful$, friendly helpful, is handy for, come in handy, comes in
    handy, is ideal for, are ideal for, role is ideal, position is ideal, job is ideal, opportunity is ideal, location
    is ideal
""")

#: What turns a requirement into a deal-breaker or a preference; in ordinary English, and all of it seen in postings.
MODALITY: tuple[ModalityCue, ...] = (
    ModalityCue(
        modality=Modality.PREFERRED,
        phrases=PREFERRED,
        why="Says that one is hired without it.",
    ),
    ModalityCue(
        modality=Modality.REQUIRED,
        phrases=REQUIRED,
        why="Says that nobody is hired without it.",
    ),
    ModalityCue(
        modality=Modality.NONE,
        phrases=NO_MODALITY,
        why="The same words where they say nothing of the person; listed only to hide the shorter phrase.",
    ),
)
