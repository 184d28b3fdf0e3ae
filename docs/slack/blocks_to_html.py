"""Turn Block Kit JSON into a page that looks about as Slack shows it: `blocks_to_html.py message.json > page.html`.

It knows the blocks that unbland sends and no others: header, section, divider, markdown, actions, context, input.
"""

from __future__ import annotations

import html
import json
import re
import sys
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt

_STYLE = """
body{font:15px/1.47 Lato,Arial,sans-serif;color:#1d1c1d;margin:0;padding:20px;width:640px;background:#fff}
.card{border:1px solid #ddd;border-radius:8px;padding:14px 18px;margin-bottom:16px}
h3{margin:6px 0;font-size:18px}.s{margin:8px 0;white-space:pre-wrap;display:flex;justify-content:space-between;gap:16px}
.m{margin:8px 0}.m h1{font-size:19px;margin:8px 0}.m h2{font-size:16px;margin:10px 0 4px}.m ul{margin:4px 0}.m p{margin:4px 0}
.b{display:inline-block;border:1px solid #bbb;border-radius:4px;padding:4px 12px;font-weight:700;font-size:14px;height:22px;
white-space:nowrap;background:#fff}.primary{background:#007a5a;color:#fff;border-color:#007a5a}
.danger{background:#c01343;color:#fff;border-color:#c01343}.a{display:flex;gap:8px;margin:10px 0}
.c{color:#616061;font-size:13px;margin:8px 0}hr{border:0;border-top:1px solid #ddd}
label{font-weight:700;display:block;margin-top:12px}.i{border:1px solid #888;border-radius:4px;padding:8px;margin-top:4px;
min-height:20px;white-space:pre-wrap;overflow:hidden;max-height:150px}.h{color:#616061;font-size:13px}.o{color:#616061;font-weight:400}
.title{font-weight:900;font-size:22px;border-bottom:1px solid #ddd;padding-bottom:8px}.at{background:#e8f5fa;color:#1264a3}
"""

_EMOJI = {"hourglass_flowing_sand": "…", "white_check_mark": "✓", "warning": "⚠"}


def page(shown: list[dict[str, Any]]) -> str:
    """The page of messages (`{"blocks": […]}`) and windows (`{"type": "modal", …}`), one card each."""
    return f"<!doctype html><meta charset=utf-8><style>{_STYLE}</style>" + "".join(_card(each) for each in shown)


def _card(shown: dict[str, Any]) -> str:
    title = f"<div class=title>{html.escape(shown['title']['text'])}</div>" if "title" in shown else ""
    end = ""
    if "submit" in shown:
        texts = (shown["close"]["text"], shown["submit"]["text"])
        end = f'<div class=a><span class=b>{texts[0]}</span><span class="b primary">{texts[1]}</span></div>'
    return f"<div class=card>{title}{''.join(_block(block) for block in shown['blocks'])}{end}</div>"


def _block(block: dict[str, Any]) -> str:
    match block["type"]:
        case "header":
            return f"<h3>{_text(block['text'])}</h3>"
        case "divider":
            return "<hr>"
        case "markdown":
            return (
                f"<div class=m>{MarkdownIt('js-default', {'html': False}).render(html.unescape(block['text']))}</div>"
            )
        case "section":
            return f"<div class=s><span>{_text(block['text'])}</span>{_element(block.get('accessory'))}</div>"
        case "actions":
            return f"<div class=a>{''.join(_element(each) for each in block['elements'])}</div>"
        case "context":
            return f"<div class=c>{' '.join(_text(each) for each in block['elements'])}</div>"
        case "input":
            hint = f"<div class=h>{_text(block['hint'])}</div>" if "hint" in block else ""
            optional = " <span class=o>(optional)</span>" if block.get("optional") else ""
            return f"<label>{_text(block['label'])}{optional}</label>{_element(block['element'])}{hint}"
    raise SystemExit(f"There is no picture of a {block['type']} block.")


def _element(element: dict[str, Any] | None) -> str:
    if element is None:
        return ""
    if element["type"] == "button":
        return f'<span class="b {element.get("style", "")}">{_text(element["text"])}</span>'
    if element["type"] == "file_input":
        return "<div class=i>Add a file</div>"
    shown = element.get("initial_value") or " / ".join(each["text"]["text"] for each in element.get("options", []))
    lines = 'style="min-height:60px"' if element.get("multiline") else ""
    return f"<div class=i {lines}>{html.escape(shown)}</div>"


def _text(text: dict[str, Any]) -> str:
    """A text object; of Slack's marks those that unbland uses."""
    if text["type"] == "plain_text":
        return html.escape(text["text"])
    said = html.escape(html.unescape(re.sub(r"<@(\w+)>", "\0\\1\1", text["text"])))
    said = re.sub("\0(\\w+)\1", r"<span class=at>@\1</span>", said)
    said = re.sub(r"&lt;!date\^\d+\^[^|]*\|(.*?)&gt;", r"\1", said)
    said = re.sub(r":(\w+):", lambda found: _EMOJI.get(found[1], found[0]), said)
    said = re.sub(r"`([^`]+)`", r"<code>\1</code>", said)
    return re.sub(r"(?<!\w)\*([^*\n]+)\*(?!\w)", r"<b>\1</b>", said)


if __name__ == "__main__":
    given = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    sys.stdout.write(page(given if isinstance(given, list) else [given]))
