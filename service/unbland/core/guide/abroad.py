"""A posting in another language than English, of which only this is told of pay: a figure beside a currency."""

from __future__ import annotations

import re
from itertools import chain

from unbland.core.document.model import Document

#: Signs, codes and names of the currencies of Europe and of the largest economies, as postings there write them.
_CURRENCY = (
    r"[$€£¥₽₴₺₹₩₫฿₪₱]|\b(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|RSD|TRY|UAH|RUB|JPY|CNY|KRW|INR|IDR"
    r"|BRL|MXN|ARS|CLP|COP|AED|SAR|ILS|ZAR|VND|THB|PHP)\b"
    r"|\b(?:euros?|eur[ao]?|euro\w{0,3}|franken|francs?|kr|kronor|kroner|krónur|zł|zlotych|złotych|kč|korun|ft|forint|lei|leva|lira|tl"
    r"|reais|pesos|rupiah|rp|r\$)\b"
    r"|ευρώ|евро|руб|грн|гривен|лв|лева|динар|ден\b|円|万|元|원|만원|درهم|ريال|جنيه|دينار|שקל|บาท"
)
_FIGURE = r"(?:\d[\d.,'’\s]*(?:k\b|mil\b|tis\b|tys\b|juta\b|тыс\b)?|[一二三四五六七八九十百千]+)"

#: A currency before or behind a figure, with at most a mark or a word between (`12 Mio. €`, `€ 2.900`), or thousands.
_MONEY = re.compile(
    rf"(?:{_CURRENCY})[\s.:]{{0,2}}{_FIGURE}"
    rf"|{_FIGURE}[\s.–-]{{0,2}}(?:\w{{1,10}}\.? )?(?:{_CURRENCY})"
    r"|\b\d{2,3}\s?k\b",
    re.IGNORECASE,
)


def states_amount(document: Document) -> bool:
    """Whether a line or a heading states an amount of money."""
    headings = (section.heading.text for section in document.sections if section.heading)
    return any(_MONEY.search(text) for text in chain(headings, (line.text for line in document.lines)))
