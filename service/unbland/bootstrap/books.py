"""The books of the service: the limits of the settings, and where usage and the audit trail are read."""

from __future__ import annotations

from datetime import UTC, datetime

from unbland.adapters.database.books import DatabaseBooks
from unbland.adapters.database.connection import Database
from unbland.application.books.model import MICROS, Limits
from unbland.application.books.quota import Quota
from unbland.application.books.service import Books
from unbland.bootstrap import Application
from unbland.core.pricing import Price, price_of
from unbland.errors import Misconfigured
from unbland.settings import Settings


def quota_of(application: Application) -> Quota:
    """The limits of every tenant; raises Misconfigured for a limit in money on a model without a price."""
    settings = application.settings
    limits = Limits(
        tokens=settings.tokens_per_day,
        micros=round(settings.cost_per_day * MICROS),
        under_way=settings.under_way_per_tenant,
    )
    model = application.model is not None
    price = _dearest(settings) if model and limits.micros else None
    return Quota(limits=limits, model=model, price=price)


def refuse_unpriced(settings: Settings) -> None:
    """Raise Misconfigured for a limit in money on a model without a price."""
    if settings.has_model and settings.engine != "editor" and settings.cost_per_day:
        _dearest(settings)


def books_over(database: Database, quota: Quota) -> Books:
    """The books in a database."""
    return Books(DatabaseBooks(database), quota, lambda: datetime.now(UTC))


def _dearest(settings: Settings) -> Price:
    """The price that no model of the settings passes."""
    prices = []
    for model in (settings.model, settings.fallback_model, settings.verifier_model):
        if model is None:
            continue
        price = price_of(model)
        if price is None:
            raise Misconfigured(
                f"UNBLAND_COST_PER_DAY needs the price of {model}, which is not in the table; "
                "set UNBLAND_TOKENS_PER_DAY instead."
            )
        prices.append(price)
    return Price(max(price.input for price in prices), max(price.output for price in prices))
