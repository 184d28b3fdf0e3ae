"""The configuration file: where it is found, what it says, and a sentence for each way it is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from unbland.core.guide import ReviewOptions
from unbland.edges.cli.config import NAME, Config, find, read_config
from unbland.errors import BadConfig, BadInput

WHOLE = """\
off: [pay.competitive, about]
jurisdictions: [CA-ON]
as_of: 2026-11-23
employees: 40
fail_under: 60
files: [ads, more/*.md]
exclude: [ads/old]
"""


def test_it_says_how_postings_are_reviewed(tmp_path: Path) -> None:
    """Every field arrives as the review takes it."""
    (tmp_path / NAME).write_text(WHOLE)
    config, folder = read_config(str(tmp_path / NAME))
    assert (folder, config.files, config.exclude) == (tmp_path, ("ads", "more/*.md"), ("ads/old",))
    assert config.fail_under == 60
    assert config.options == ReviewOptions(
        places=("CA-ON",), as_of=date(2026, 11, 23), employees=40, off=frozenset({"pay.competitive", "about"})
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "off: []\n", "off:\nfiles: ~\nexclude: [null]\n"])
def test_an_empty_file_says_nothing(text: str, tmp_path: Path) -> None:
    """A file whose lines are all commented out is no error."""
    (tmp_path / NAME).write_text(text)
    assert read_config(str(tmp_path / NAME)) == (Config(), tmp_path)


def test_the_command_line_stands_over_the_file() -> None:
    """Field by field: what it gives counts, and what it leaves out is the file's; 0 is something given."""
    config = Config(off=("pay",), employees=40, fail_under=60)
    assert config.under(Config()) == config
    given = config.under(Config(off=("law",), employees=0, fail_under=0))
    assert (given.off, given.employees, given.fail_under) == (("law",), 0, 0)


@pytest.mark.parametrize("mark", ["folder", "file"])
def test_it_is_looked_for_up_to_the_root_of_the_repository(mark: str, tmp_path: Path) -> None:
    """A file above the repository is somebody else's; in a linked work tree `.git` is a file."""
    root = tmp_path / "repository"
    deep = root / "a" / "b"
    deep.mkdir(parents=True)
    (root / ".git").mkdir() if mark == "folder" else (root / ".git").write_text("gitdir: elsewhere")
    (tmp_path / NAME).touch()
    assert find(deep) is None
    (root / NAME).touch()
    assert find(deep) == root / NAME
    (deep / NAME).touch()
    assert find(deep) == deep / NAME


def test_without_a_file_nothing_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The defaults are the guide as it is."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    assert read_config(None) == (Config(), tmp_path)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"of: [pay]", "of: no such field; did you mean off?"),
        (b"off: [pay.mising]", "off[0]: There is no rule or principle 'pay.mising'; did you mean pay.missing"),
        (b"off: ['a b']", "off[0]: There is no rule or principle of this name; `unbland rules` lists them all."),
        (b"off: pay", "off: write a list."),
        (b"fail_under: 200", "fail_under: write 100 or less."),
        (b"employees: -1", "employees: write 0 or more."),
        (b"jurisdictions: [Ontario]", "jurisdictions[0] is no ISO 3166 code; write CA-ON"),
        (b"as_of: soon", "as_of: write a date, such as 2026-12-18."),
        (b"[pay]", "write fields with their values"),
        (b"off: [\n", "it cannot be read: no YAML at line 2"),
        (b"off: [pay]\noff: [law]", "a field stands twice in one place"),
        (b"\xff\xff", "it is not UTF-8 text"),
        (b"#" * 100_001, "a configuration is a page"),
    ],
)
def test_what_is_wrong_is_named(content: bytes, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file first, as it is called from here, then the field and what to write."""
    (tmp_path / NAME).write_bytes(content)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadConfig) as error:
        read_config(None)
    assert str(error.value).startswith(NAME)
    assert says in str(error.value)


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    """A slip in `--config` is not taken for no configuration."""
    with pytest.raises(BadInput, match="there is no such file"):
        read_config(str(tmp_path / "nix.yaml"))
