"""Words of the common stock: a line made of them alone could stand in any company's posting."""

from __future__ import annotations

from unbland.core.guide.swaps import PRAISE
from unbland.core.guide.words import BOASTS, CLICHES
from unbland.core.language.stock import STOCK, TRADE_STOCK
from unbland.core.language.words import content_stems

#: Short names that every company has.
COMMON_NAMES = frozenset(
    {"CRM", "KPI", "KPIs", "HR", "IT", "B2B", "B2C", "SLA", "SLAs", "PC", "ROI", "QA", "AI", "CV", "Internet", "I"}
)

#: What every employer says, in any trade.
COMMON = STOCK | content_stems(" ".join((*CLICHES, *BOASTS, *PRAISE)))

#: The same with what a trade handles: for duties, since a professional knows those; an employer that deals in kitchens
#: or asks for experience with payments says something by it.
COMMON_IN_TRADE = COMMON | TRADE_STOCK
