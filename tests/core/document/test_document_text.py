"""Plain text: bullets, wrapped lines and line ends, as people type and paste them."""

import pytest

from outlines import outline
from unbland.core.document import read
from unbland.core.document.model import Format

SIGNS = [
    "- ",
    "-",
    "* ",
    "+ ",
    "•",
    "• ",
    "·",
    "– ",
    "‣ ",
    "▪\t",
    "1. ",
    "1) ",
    "(1) ",
    "a) ",
    "(a) ",
    "ii. ",
    "✓ ",
    "🚀 ",
]


@pytest.mark.parametrize("sign", [*SIGNS, "👩‍💻 ", "â¢ ", "â€¢ ", "\uf0b7 ", "o ", "o\t", "➢ ", "♦ "])
def test_bullet_signs(sign: str) -> None:
    """What people begin a list item with is a bullet, and no part of its text."""
    assert ["We want:"[:-1], "Own it", "Ship it"] == [
        row.lstrip("#* ") for row in outline(f"We want:\n{sign}Own it\n{sign}Ship it")
    ]
    assert all(line.bullet for line in read(f"We want:\n{sign}Own it\n{sign}Ship it").lines)


@pytest.mark.parametrize("sign", ["…", "… "])
def test_a_sentence_that_goes_on_in_a_list_leaves_its_dots(sign: str) -> None:
    """`If you … / … speak Polish`: the dots are a sign, before small letters only."""
    assert [line.text for line in read(f"You're right if you…\n- {sign}speak Polish\n- {sign}Know us\n").lines] == [
        "speak Polish",
        f"{sign}Know us",
    ]


@pytest.mark.parametrize(
    "text", ["-5 to 10 degrees.", "3 years.", "1.5 years.", "0.9 FTE.", "of course.", "I. Smith.", "*terms apply."]
)
def test_no_bullet_signs(text: str) -> None:
    """Figures, words and notes that look a bit like list signs are text."""
    assert [text] == outline(text)


@pytest.mark.parametrize(
    ("draft", "seen"),
    [
        ("- a\n  - b\n    - c\n  - d\n- e", ["* a", "  * b", "    * c", "  * d", "* e"]),
        ("• Alpha\no Beta\no Gamma\n• Delta", ["* Alpha", "  * Beta", "  * Gamma", "* Delta"]),
        ("• a\n\n• b\n\nEnd.", ["* a", "* b", "End."]),
        ("Hi. • a • b", ["Hi.", "* a", "* b"]),
        ("We ask:\n*HS diploma preferred\n*Boots", ["## We ask", "* HS diploma preferred", "* Boots"]),
        ("• a • b", ["* a", "* b"]),
        (
            "Hi.\n-- Home every weekend, we promise\n-- 12 months of OTR",
            ["Hi.", "* Home every weekend, we promise", "* 12 months of OTR"],
        ),
        ("We do: - Bake bread. - Fry eggs.", ["We do:", "* Bake bread.", "* Fry eggs."]),
        ("We bake bread - And more.", ["We bake bread - And more."]),
        ("- Bake\n  and fry\n- Eat", ["* Bake and fry", "* Eat"]),
        ("Hi.\n\nLead SQL\nWrite Go\n\nOne.\nTwo.", ["Hi.", "* Lead SQL", "* Write Go", "One.", "Two."]),
        ("Hi.\r\nYou.\rThey.\vThose.\u2028These.", ["Hi.", "You.", "They.", "Those.", "These."]),
        ("a\u00a0b \u2009 c.", ["a b c."]),
        ("<p>Literal.</p>", ["<p>Literal.</p>"]),
        ("Good stuff:\n- ₦850k net\n- ₹2 a lakh", ["## Good stuff", "* ₦850k net", "* ₹2 a lakh"]),
        ("2.1 Bake\n2.2 Fry", ["* Bake", "* Fry"]),
        (
            "You bake.\n\nTo do this you'll need\nA card\nA van",
            ["You bake.", "## To do this you'll need", "* A card", "* A van"],
        ),
    ],
)
def test_lists_and_lines(draft: str, seen: list[str]) -> None:
    """Lists nest by indent and sign, wherever their line breaks went; other lines stay apart."""
    assert seen == outline(draft, Format.TEXT)


WRAPPED = """\
The cook prepares all of the meals that are served in our two houses and
keeps the books, which are few. The cook who is wanted reports to Ann
Larsen, who runs the house in town, and works with
a small team.

REQUIRED QUALIFICATIONS:   A certificate that is valid in this country or
an equal one from abroad;
- Two years of work in a kitchen of any size, in which you baked bread or
rolls every day;
- A driving licence.
Please write to the address below, and tell us in a few words what led
You to the trade.
"""


@pytest.mark.parametrize(
    ("row", "seen"),
    [
        ("Posted: 4 January     Closes: 18 January", ["* Posted: 4 January", "* Closes: 18 January"]),
        ("NOTE:     All must write", ["## NOTE", "All must write"]),
        ("Shift: days   and some nights", ["Shift: days and some nights"]),
    ],
)
def test_facts_with_wide_gaps_between_are_read_one_by_one(row: str, seen: list[str]) -> None:
    """`Posted: …     Closes: …`: what stands wide apart and has its own label is a row by itself."""
    assert seen == outline(f"Hello.\n\n{row}\n", Format.TEXT)[1:]


def test_facts_in_a_row_behind_semicolons_are_read_one_by_one() -> None:
    """As a table of postings holds them; semicolons between clauses part nothing."""
    row = "Job Title: Buyer; Department: Operations; City: Leeds; Hours: 37.5; Salary: £34,000"
    assert [line for line in outline(row) if line.startswith("##")] == [
        "## Job Title", "## Department", "## City", "## Hours", "## Salary"
    ]  # fmt: skip
    clauses = "You buy; you sell: both count; you pack: by hand; you rest."
    assert outline(clauses) == [clauses]


def test_a_row_of_values_with_their_pictures_is_no_item() -> None:
    """It tells place, pay and hours; a picture before a sentence is a bullet as ever."""
    row = "🌍 Remote (US only) | 💰 $58K - $66K | 🕐 Full-time"
    assert outline(f"# Clerk\n{row}\n\nWe file.") == ["# Clerk", row, "We file."]
    assert outline("🚚 Drivers – Nights – Hull 🚚\n\nWe drive.")[0].endswith("🚚 Drivers – Nights – Hull 🚚")


def test_hard_wrapped_text() -> None:
    """Line breaks at the edge of a page are no line breaks, in paragraphs, labelled lines and bullets."""
    assert outline(WRAPPED) == [
        "The cook prepares all of the meals that are served in our two houses and keeps the books, which are few.",
        "The cook who is wanted reports to Ann Larsen, who runs the house in town, and works with a small team.",
        "## REQUIRED QUALIFICATIONS",
        "A certificate that is valid in this country or an equal one from abroad;",
        "* Two years of work in a kitchen of any size, in which you baked bread or rolls every day;",
        "* A driving licence.",
        "Please write to the address below, and tell us in a few words what led You to the trade.",
    ]


def test_one_line_far_beyond_the_edge_hides_no_wrapping() -> None:
    """A line that an address made long is not the page's edge; the others still run on, in capitals too."""
    long = "\nWrite to the Kitchens Department, kitchens@oaks.example, or by post to our house in the High Street,\n"
    text = WRAPPED + long + "in the town of York.\n"
    assert outline(text)[:-1] == outline(WRAPPED)
    assert outline(text)[-1].endswith("in the High Street, in the town of York.")


def test_a_sentence_that_breaks_off_early_goes_on_with_a_small_letter() -> None:
    """As where a text was pasted into a page that is wrapped; a list of short lines stays one."""
    text = WRAPPED + "\nThe cook will also do the daily\naccounts of the house.\n\nstock pots\nsharp knives\n"
    assert outline(text)[-3:] == [
        "The cook will also do the daily accounts of the house.",
        "* stock pots",
        "* sharp knives",
    ]


def test_short_lines_below_one_that_leads_to_them_are_a_list() -> None:
    """Though they begin with small letters; a sentence that goes on below its colon is none."""
    led = (
        "We'd love somebody who:\nhas been a head or a strong sous in a fish place\ncan fillet a fish\ndoesn't shout\n"
    )
    assert outline(WRAPPED + "\n" + led)[-3:] == [
        "* has been a head or a strong sous in a fish place",
        "* can fillet a fish",
        "* doesn't shout",
    ]
    wrapped = "To cook here you must be:\nat ease with fire, since we cook over oak every\nnight of the year\n"
    assert outline(wrapped)[-1].endswith("at ease with fire, since we cook over oak every night of the year")


def test_names_of_sections_that_ran_into_their_text() -> None:
    """Where the sentence behind it begins with a capital; not where the name is what the sentence is about."""
    text = (
        "The Role You will plan the rota of two houses. What We Offer The pay is $30 an hour, and a meal a day."
        " The Team is small. The Company Secretary keeps the minutes. About Us We cook fish for ninety guests a night."
    )
    assert outline(text) == [
        "## The Role",
        "You will plan the rota of two houses.",
        "## What We Offer",
        "The pay is $30 an hour, and a meal a day.",
        "The Team is small.",
        "The Company Secretary keeps the minutes.",
        "## About Us",
        "We cook fish for ninety guests a night.",
    ]


def test_an_offer_of_somebody_else_heads_nothing() -> None:
    """What stands behind it is the employer's again."""
    text = "# Clerk\n\nSpecial offer: get $100 for your first job.\n\nWe are an equal opportunity employer.\n"
    assert [line for line in outline(text) if line.startswith("#")] == ["# Clerk"]


def test_what_is_ours_and_yours_heads_a_section() -> None:
    """Where every line is a paragraph of its own, nothing else tells a heading from an item."""
    text = "Clerk\n\nAbout You\n\nYou can count a till.\n\nOur Perks\n\nA pension scheme\n\nA meal a day\n"
    assert "## Our Perks" in outline(text)


def test_a_month_goes_on_in_its_year() -> None:
    """A line that begins with a figure may else be an item."""
    text = WRAPPED + "\nThe house is an inn that was first opened in March\n2002 at the old harbour of the town.\n"
    assert outline(text)[-1].endswith("in March 2002 at the old harbour of the town.")


def test_the_whole_name_of_a_section_is_its_heading() -> None:
    """In the middle of running text, too."""
    text = "You will use these. Essential Experience: Windows and a call log. Other requirements: A van."
    assert [line for line in outline(text) if line.startswith("#")] == [
        "## Essential Experience",
        "## Other requirements",
    ]


def test_places_of_wrapped_lines() -> None:
    """A sentence over several lines is one span of the source."""
    line = read(WRAPPED).lines[1]

    assert line.text == " ".join(WRAPPED[line.start : line.end].split())


def test_removed_signs_leave_places() -> None:
    """Offsets stay those of the source after line ends and invisible characters are gone."""
    draft = "\ufeffHi\u200b there.\r\n\r\n- Bake\u00ad bread"

    assert [draft[line.start : line.end] for line in read(draft).lines] == ["Hi\u200b there.", "Bake\u00ad bread"]


def test_a_form_in_small_letters_is_read_row_by_row() -> None:
    """As one colleague sends it to another: each label begins a line, however long the one before is."""
    text = (
        "Can you post this?\n\n"
        "job: payables clerk, twelve months, while our colleague is on leave\nwhere: Leeds, two days from home\n"
        "they will: book 900 invoices a month and answer what the suppliers ask\nnice: AAT level 2\n"
    )
    assert outline(text)[1:] == [
        "job: payables clerk, twelve months, while our colleague is on leave",
        "## where",
        "Leeds, two days from home",
        "## they will",
        "book 900 invoices a month and answer what the suppliers ask",
        "## nice",
        "AAT level 2",
    ]


def test_a_wall_of_text_is_cut_at_the_names_of_its_sections() -> None:
    """As a page is pasted without its line breaks; what follows the first stop is another matter."""
    text = (
        "We milk 320 cows near the river and need one more pair of hands before the winter. Duties Milk twice a day"
        " Feed calves Scrape yards Help with fencing Requirements Two years with cattle Tractor ticket Desirable Skills"
        " First aid Package £30,000 and a house To apply ring Huw on 01632 960 018. We are a family of five."
    )
    assert outline(text) == [
        "We milk 320 cows near the river and need one more pair of hands before the winter.",
        "## Duties",
        "* Milk twice a day Feed calves Scrape yards Help with fencing",
        "## Requirements",
        "* Two years with cattle Tractor ticket",
        "## Desirable Skills",
        "* First aid",
        "## Package",
        "* £30,000 and a house",
        "## To apply",
        "* ring Huw on 01632 960 018.",
        "We are a family of five.",
    ]


def test_a_wall_of_text_is_cut_at_what_leads_to_its_lists() -> None:
    """`Your duties will include:` stands over work, `The milker will possess the following skills:` over demands."""
    work = (
        "Milk the herd twice a day Feed forty calves Scrape the yards Help with the fences by the river when the grass"
        " grows in spring"
    )
    text = (
        f"We milk 320 cows near the river. Your main duties will include, but not be limited to: {work}"
        " The ideal milker will possess the following skills: Two years with cattle Tractor ticket Own car. Ring us."
    )
    assert outline(text) == [
        "We milk 320 cows near the river.",
        "## Your main duties will include, but not be limited to",
        f"* {work}",
        "## The ideal milker will possess the following skills",
        "* Two years with cattle Tractor ticket Own car.",
        "Ring us.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        (
            "You bring the skills of a baker; we bring the oven, the flour from the mill by the river and a team of six"
            " who have known each other for years and who are glad of every pair of hands that helps them at four"
        ),
        (
            "You will help the Legal Duties Manager with the forms that the council sends and keep minutes of each of"
            " the three boards that meet in town every second week of the month and write to their members in time."
        ),
        (
            "You will know our Key Requirements and the Main Duties of a clerk who works in a court of law, keep the"
            " minutes of each of the three boards that meet in town every second week of the month in good order."
        ),
        "A short line with Key Skills Excel and Word in it, and no more than that; it has few words and its own stop.",
    ],
)
def test_names_that_a_sentence_speaks_of_cut_nothing(text: str) -> None:
    """An article or a capital before the name, a post behind it, or a sentence of usual length."""
    assert outline(text) == [text]


def test_letters_and_chapters_begin_items_of_a_list() -> None:
    """`A.` and `B.` below each other do, and `2.1`; an initial does not, and no item heads the next chapter."""
    text = (
        "III. YOU\nA. OSHA 30\nB. Procore and Bluebeam\nC. LEED AP preferred, not required\n\n"
        "IV. WHAT WE PAY\n$98,000\n\n"
        "2.1 Order stock\n2.2 Keep records\n\nA. Smith runs the yard, and everybody likes her.\n"
    )
    seen = outline(text)
    assert seen[1:4] == ["* OSHA 30", "* Procore and Bluebeam", "* LEED AP preferred, not required"]
    assert seen[-3:] == ["* Order stock", "* Keep records", "A. Smith runs the yard, and everybody likes her."]


def test_a_paragraph_of_two_sentences_heads_no_list() -> None:
    """The first of them would be lost in the heading."""
    text = "# Carer\n\nYou cook for six people. The house has:\n\n- a lift\n- a garden\n"
    assert outline(text)[1:3] == ["You cook for six people.", "The house has:"]


def test_the_post_of_whom_one_asks_heads_nothing() -> None:
    """`Job title:` behind a name is the contact's, and what stands behind it is how to reach them."""
    line = (
        "For details contact: Name: Pat Lowe, Job title: Team Lead, Email: pat@firth.example, Telephone: 01482 555014"
    )
    document = read(f"# Clerk\n\nKeep the books.\n\n{line}\n", Format.TEXT)
    assert [found.text for found in document.lines][-1] == line


def test_a_mail_that_was_passed_on_is_read_without_its_signs() -> None:
    """Its lines are wrapped, and an empty one parts its paragraphs; a list with such signs stays one."""
    mail = (
        "> Ann is going down to two days a week in February so we need somebody for the\n> other three.\n>\n"
        "> They plan the routes of 14 vans.\n"
    )
    bullets = "> pick strawberries and raspberries in the tunnels\n> pack them\n> weigh them\n"
    read_in = [line.text for line in read(f"Dispatcher\n\n{mail}", Format.TEXT).lines]
    assert read_in == [
        "Ann is going down to two days a week in February so we need somebody for the other three.",
        "They plan the routes of 14 vans.",
    ]
    assert len(read(f"Picker\n\n{bullets}", Format.TEXT).lines) == 3


def test_small_letters_begin_items_below_the_one_around_them() -> None:
    """`a. Design trials` below `1. Research`."""
    duties = "1. Research\n   a. Design six trials\n   b. Write papers\n2. Teaching\n   a. Lead labs\n"
    text = f"# Fellow\n\n## Duties\n\n{duties}"
    lines = [(line.text, line.level) for line in read(text, Format.MARKDOWN).lines]
    assert lines == [("Research", 0), ("Design six trials", 1), ("Write papers", 1), ("Teaching", 0), ("Lead labs", 1)]


def test_lists_in_small_letters_are_read_line_by_line() -> None:
    """A note without capitals, or a list that a colon leads to, is no wrapped sentence where its lines have room."""
    note = "must drive and have own car insured for work\nnights only\nuniform given\nwhatsapp jo on 07000 000000"
    assert ["# barber wanted", *(f"* {row}" for row in note.split("\n"))] == outline(f"barber wanted\n\n{note}")
    led = "have a degree in music or drama\nhave worked with choirs\nbe willing to run the school band on Fridays"
    assert [f"* {row}" for row in led.split("\n")] == outline(f"The person we appoint will:\n{led}")[1:]


def test_a_sentence_in_small_letters_may_be_wrapped() -> None:
    """Rows that are full, or break off in mid-sentence, go on in the next."""
    full = "we run four vans out of one yard in hull and the\none who planned their rounds is at sea, so we\nneed you"
    open_ended = (
        "we run four vans out of one yard by the river, and\nthe one who planned their rounds and\nweeks is at sea"
    )
    for wrapped in (full, open_ended):
        assert outline(f"driver wanted\n\n{wrapped}")[1].lstrip("* ").startswith(" ".join(wrapped.split("\n")[:2]))


def test_a_draft_in_capitals_has_no_heading_for_its_capitals() -> None:
    """Where all is in capitals, only a name is a heading: a demand among them would be lost as one."""
    draft = "BAKER\n\nREQUIREMENTS\nFOOD HYGIENE IS ESSENTIAL\nOWN KNIVES\n\nBENEFITS\nA LOAF A DAY\nCOMPANY EVENTS"
    assert outline(draft) == [
        "# BAKER", "## REQUIREMENTS", "* FOOD HYGIENE IS ESSENTIAL", "* OWN KNIVES", "## BENEFITS",
        "* A LOAF A DAY", "* COMPANY EVENTS",
    ]  # fmt: skip


def test_a_label_in_two_languages_is_one() -> None:
    """`Lieu / Location:` is known by its English half, whichever stands first."""
    draft = "Baker\n\nLieu / Location: Gatineau\nSalary / Salaire: 24 $"
    assert outline(draft)[:5] == ["# Baker", "## Lieu / Location", "Gatineau", "## Salary / Salaire", "24 $"]
    assert outline("We like calm / quiet. Bring your own apron / location: none.")[0].startswith("We like calm")


def test_rows_that_begin_with_a_stop_are_items() -> None:
    """Several of them; one alone is the rest of a sentence that a link parted."""
    assert outline("We ask\n. Police check\n. A degree")[-2:] == ["* Police check", "* A degree"]
    assert outline("Read our handbook\n. It is short.") == ["Read our handbook .", "It is short."]


@pytest.mark.parametrize(
    "below", ["Interested?\nhttps://rail.example/apply/311", "Interested?\nWrite to jo@rail.example"]
)
def test_a_question_and_an_address_behind_a_list_are_no_items(below: str) -> None:
    """They stood as demands below `What you bring`."""
    document = read(f"Clerk\n\nWhat you bring\n- Dutch\n- MBO level 4\n\n{below}\n", Format.TEXT)

    assert [line.bullet for line in document.lines] == [True, True, False, False]


@pytest.mark.parametrize(
    ("draft", "line"),
    [
        ("Curator\n\n• Train and look after six volun-\nteers\n• Lift 12 kg", "Train and look after six volunteers"),
        ("Curator\n\n• Finish the move by Septem-\nber 2027\n• Lift 12 kg", "Finish the move by September 2027"),
        ("Curator\n\n• A course in plant con-\nservation\n• Welsh", "A course in plant conservation"),
        ("Curator\n\n• Work full-\ntime in the store\n• Lift 12 kg", "Work full-time in the store"),
        (
            "Curator\n\n• Teach the classes of our two houses, pre-\nand post-natal\n• Lift 12 kg and more, up\nto ten",
            "Teach the classes of our two houses, pre- and post-natal",
        ),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_one_again(draft: str, line: str) -> None:
    """The hyphen goes where the word is written without, and stays between two words and before `and`."""
    document = read(draft, Format.TEXT)

    assert document.lines[0].text == line


@pytest.mark.parametrize(
    ("draft", "items"),
    [
        (
            "You need:\ni.\tA degree\nii.\tSeven years of it\niii.\tA licence",
            ["A degree", "Seven years of it", "A licence"],
        ),
        ("You need:\niv. A degree\nv. A licence", ["A degree", "A licence"]),
        (
            "Offer\n👉 Paid breaks\n👉 €15 an hour days 💶\n👉 Parking",
            ["Paid breaks", "€15 an hour days 💶", "Parking"],
        ),
        ("Send your CV with below details:\nTotal exp:\nNotice period:\n", ["Total exp", "Notice period"]),
    ],
)
def test_what_begins_an_item_by_what_is_near(draft: str, items: list[str]) -> None:
    """One Roman digit beside longer numbers, a picture that the next line has, too, fields with nothing behind them."""
    assert [line.text for line in read(draft).lines if line.bullet] == items


@pytest.mark.parametrize(
    "draft", ["Prices are\nv. good, all say.\nI. Smith runs it.", "Offer\n🚚 Drivers, nights 🚚\n"]
)
def test_what_only_looks_like_an_item_is_none(draft: str) -> None:
    """Initials, and a cry alone."""
    assert not any(line.bullet for line in read(draft).lines)


def test_a_fact_right_over_a_list_is_no_heading() -> None:
    """`Responsible to: …` is told of the job, and the list below it is the work."""
    seen = outline("# Porter\nHours are long, and you stand.\nLooks after: the north wing\n- Carry\n- Clean")
    assert not any(line.startswith("#") and "north wing" in line for line in seen)
