"""Models asked by the file, wired: where questions last, who carries them, and who asks live what is left."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from unbland.adapters.database.batch_parcels import DatabaseParcels
from unbland.adapters.database.batch_questions import DatabaseParking
from unbland.adapters.database.connection import Database
from unbland.application.batch.courier import Courier
from unbland.application.batch.parcels import Carrier, Parcels
from unbland.application.batch.parking import Parking
from unbland.application.batch.turns import Paced
from unbland.application.books.meter import Metered
from unbland.application.ports import Completer
from unbland.application.rewrites.service import Terms
from unbland.bootstrap.books import quota_of

if TYPE_CHECKING:
    from unbland.adapters.langchain_completer import LangChainCompleter
    from unbland.adapters.openai_batch.kept import KeptCompleter
    from unbland.bootstrap import Application


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRoom:
    """What a batch needs whose questions go by the file."""

    parcels: Parcels
    parking: Parking
    carrier: Carrier
    courier: Courier
    aclose: Callable[[], Awaitable[None]]


class KeptSeam:
    """Has each model answered from kept replies first."""

    def __init__(self) -> None:
        """Begin with no model."""
        self._made: list[KeptCompleter] = []

    def __call__(self, completer: LangChainCompleter, model: str) -> Completer:
        """The model with replies before it; only what is asked live is counted here, the rest where it comes in."""
        from unbland.adapters.openai_batch.kept import KeptCompleter  # noqa: PLC0415 - slow to load

        made = KeptCompleter(completer.endpoint, Paced(Metered(completer, model)))
        self._made.append(made)
        return made

    async def aclose(self) -> None:
        """Let go of the clients."""
        for each in self._made:
            await each.aclose()


def post_room(application: Application, database: Database, seam: KeptSeam) -> PostRoom | None:
    """Who carries questions to the provider of the settings; None where no model writes."""
    from unbland.adapters.langchain_completer import OPENAI  # noqa: PLC0415 - slow to load
    from unbland.adapters.openai_batch.carrier import OpenAIBatches  # noqa: PLC0415 - the same

    if application.model is None:
        return None
    settings, key = application.settings, application.settings.openai_api_key
    carrier = OpenAIBatches(
        settings.openai_base_url or OPENAI, key.get_secret_value() if key else "", application.model
    )
    parcels = DatabaseParcels(database, quota_of(application))

    async def aclose() -> None:
        await carrier.aclose()
        await seam.aclose()

    terms = Terms(now=lambda: datetime.now(UTC), new_id=lambda: uuid4().hex)
    return PostRoom(
        parcels=parcels,
        parking=DatabaseParking(database),
        carrier=carrier,
        courier=Courier(parcels, carrier, terms),
        aclose=aclose,
    )
