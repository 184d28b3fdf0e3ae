"""What the tests of reading share: a document written down as plain lines."""

from unbland.core.document import read
from unbland.core.document.model import Document, Format


def outline(data: bytes | str, fmt: Format | None = None) -> list[str]:
    """The draft as read: `# heading` by level, `* bullet` by depth, `| table row`, and bare sentences."""
    rows: list[str] = []
    for section in read(data, fmt).sections:
        if section.heading:
            rows.append("#" * section.heading.level + " " + section.heading.text)
        for block in section.blocks:
            sign = "| " if block.kind == "table" else ""
            rows += ["  " * line.level + ("* " if line.bullet else sign) + line.text for line in block.lines]
    return rows


def words(document: Document) -> list[str]:
    """Every word of headings and lines, in order."""
    texts = []
    for section in document.sections:
        texts += [section.heading.text] if section.heading else []
        texts += [line.text for line in section.lines]
    return " ".join(texts).split()
