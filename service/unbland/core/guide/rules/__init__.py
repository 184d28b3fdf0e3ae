"""All rules, in the order of the report; adding a rule is adding one entry to the list of its principle."""

from unbland.core.guide.rule import Rule
from unbland.core.guide.rules.about import ABOUT
from unbland.core.guide.rules.active import ACTIVE
from unbland.core.guide.rules.barred import BARRED
from unbland.core.guide.rules.benefits import BENEFITS
from unbland.core.guide.rules.concise import CONCISE
from unbland.core.guide.rules.goals import GOALS
from unbland.core.guide.rules.law import LAW
from unbland.core.guide.rules.order import ORDER
from unbland.core.guide.rules.pay import PAY
from unbland.core.guide.rules.reason import REASON
from unbland.core.guide.rules.requirements import REQUIREMENTS
from unbland.core.guide.rules.respect import RESPECT
from unbland.core.guide.rules.specific import SPECIFIC
from unbland.core.guide.rules.trust import TRUST

RULES: tuple[Rule, ...] = (
    *(REASON + SPECIFIC + GOALS + CONCISE + ACTIVE + REQUIREMENTS + PAY + BENEFITS + ABOUT),
    *(RESPECT + BARRED + TRUST + ORDER + LAW),
)
