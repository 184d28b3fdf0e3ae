"""English is told from other languages by its small words; in doubt a short text is English."""

import pytest

from unbland.core.language.english import is_english


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 345",
        "Senior Account Manager, Toronto",
        "We are looking for a cook who will bake bread with us in our kitchen.",
        "Bake bread. Fry eggs. Clean the kitchen. Order flour and salt and plan the week with your team.",
        "SQL, Python, dbt, Airflow, Snowflake",
    ],
)
def test_english(text: str) -> None:
    """Sentences, lists of duties, and short texts without any small word pass."""
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vi söker en kock som vill baka bröd med oss i vårt kök och som har erfarenhet av att leda ett team.",
        "Cerchiamo un cuoco che prepari il pane con noi nella nostra cucina e che abbia esperienza con il team.",
        "Wir suchen eine Köchin, die mit uns in unserer Küche Brot backt und die Erfahrung im Team hat.",
        "Nous cherchons un cuisinier pour faire du pain avec nous dans notre cuisine et qui aime le travail.",
        "Buscamos un cocinero para hacer pan con nosotros en nuestra cocina y que tenga experiencia en el equipo.",
        "Wij zoeken een kok die met ons in onze keuken brood wil bakken en die ervaring heeft met het werk.",
        "Szukamy osoby, która piecze chleb z nami w domu, lubi tę pracę, zna nas, ceni ład i ma czas, w dni wolne też.",
        "Ищем повара, который будет печь хлеб вместе с нами.",
        "私たち は コック を 探して います",
    ],
)
def test_other_languages(text: str) -> None:
    """Swedish, Italian, German, French, Spanish, Dutch, Polish, Russian and Japanese do not."""
    assert not is_english(text)
