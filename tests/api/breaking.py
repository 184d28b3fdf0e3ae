"""What of a newer API description breaks clients of an older one.

What clients send must be taken as before; what they read must be there as before. New routes, statuses, fields and,
in answers, new words of an enumeration break nobody who was told to expect them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from unbland.edges.http.description import operations

Schema = Mapping[str, Any]

#: Bounds on what is sent, and whether more of it is more room.
_BOUNDS = {"maxLength": 1, "maxItems": 1, "maximum": 1, "minLength": -1, "minItems": -1, "minimum": -1}


def breaking(was: Schema, now: Schema) -> list[str]:
    """One sentence for each thing that breaks."""
    today = {(method, path): operation for method, path, operation in operations(now)}
    comparison = _Comparison(was, now)
    for method, path, before in operations(was):
        place = f"{method} {path}"
        if (method, path) not in today:
            comparison.found.append(f"{place} is gone")
        else:
            comparison.operation(before, today[method, path], place)
    return sorted(set(comparison.found))


class _Comparison:
    """Two descriptions beside each other."""

    def __init__(self, was: Schema, now: Schema) -> None:
        self._roots = (was, now)
        #: What was found of two schemas by their names; nothing yet where a circle comes back to them.
        self._known: dict[tuple[str, str, bool], list[str]] = {}
        self.found: list[str] = []

    def operation(self, was: Schema, now: Schema, place: str) -> None:
        """Parameters, body and answers of one route."""
        self._parameters(was.get("parameters", ()), now.get("parameters", ()), place)
        before, after = was.get("requestBody", {}), now.get("requestBody", {})
        if after.get("required") and not before.get("required"):
            self.found.append(f"{place} needs a body")
        self._contents(before, after, f"{place} body", sent=True)
        for status, response in was["responses"].items():
            if status in now["responses"]:
                self._contents(response, now["responses"][status], f"{place} {status}", sent=False)
                gone = response.get("headers", {}).keys() - now["responses"][status].get("headers", {}).keys()
                self.found += [f"{place} {status} header {name} is gone" for name in gone]
            else:
                self.found.append(f"{place} {status} is gone")

    def _parameters(self, was: Sequence[Schema], now: Sequence[Schema], place: str) -> None:
        before, after = ({(each["in"], each["name"].lower()): each for each in some} for some in (was, now))
        for key in before.keys() - after.keys():
            self.found.append(f"{place} {key[1]} is gone")
        for key, each in after.items():
            if each.get("required") and not before.get(key, {}).get("required"):
                self.found.append(f"{place} needs {key[1]}")
            if key in before:
                self.found += self._fits(before[key]["schema"], each["schema"], f"{place} {key[1]}", sent=True)

    def _contents(self, was: Schema, now: Schema, place: str, *, sent: bool) -> None:
        after = now.get("content", {})
        for kind, content in was.get("content", {}).items():
            if kind not in after:
                self.found.append(f"{place} {kind} is gone")
            elif "schema" in content:
                self.found += self._fits(content["schema"], after[kind].get("schema", {}), place, sent=sent)

    def _fits(self, was: Schema, now: Schema, at: str, *, sent: bool) -> list[str]:
        """What the side that takes a value does not take of what the other gives."""
        named = (was.get("$ref", ""), now.get("$ref", ""), sent)
        if all(named[:2]):
            if named not in self._known:
                self._known[named] = []
                self._known[named] = self._united(was, now, at, sent=sent)
            return self._known[named]
        return self._united(was, now, at, sent=sent)

    def _united(self, was: Schema, now: Schema, at: str, *, sent: bool) -> list[str]:
        """The same, reference or not; of a union, what is nearest counts."""
        before, after = (list(_variants(schema, root)) for schema, root in zip((was, now), self._roots, strict=True))
        found: list[str] = []
        for given in before if sent else after:
            taken = after if sent else before
            tries = [self._one(given, each, at) if sent else self._one(each, given, at, sent=False) for each in taken]
            nearest: list[str] = min(tries, key=len)
            found += nearest
        return found

    def _one(self, was: Schema, now: Schema, at: str, *, sent: bool = True) -> list[str]:
        """The same of two schemas that are no unions."""
        given, taken = (was, now) if sent else (now, was)
        if taken.get("type") and taken["type"] not in {given.get("type"), *_WIDER.get(given.get("type", ""), ())}:
            return [f"{at} was {was.get('type', 'anything')} and is {now.get('type', 'anything')}"]
        found = list(_narrower(was, now, at)) if sent else []
        found += self._fields(was, now, at, sent=sent)
        for inner in ("items", "additionalProperties"):
            if isinstance(was.get(inner), dict) and isinstance(now.get(inner), dict):
                found += self._fits(was[inner], now[inner], f"{at}[]", sent=sent)
        return found

    def _fields(self, was: Schema, now: Schema, at: str, *, sent: bool) -> list[str]:
        before, after = was.get("properties", {}), now.get("properties", {})
        must, must_now = set(was.get("required", ())), set(now.get("required", ()))
        found = [f"{at}.{name} is gone" for name in before.keys() - after.keys()]
        if sent:
            found += [f"{at} needs {name}" for name in must_now - must]
        else:
            found += [f"{at}.{name} is not always there" for name in (must - must_now) & after.keys()]
        for name in before.keys() & after.keys():
            found += self._fits(before[name], after[name], f"{at}.{name}", sent=sent)
        return found


#: Types that take the values of another.
_WIDER = {"integer": ("number",)}


def _variants(schema: Schema, root: Schema) -> Iterator[Schema]:
    """The schemas of a union, references followed."""
    if "$ref" in schema:
        found = root
        for part in schema["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        yield from _variants(found, root)
    elif union := schema.get("anyOf") or schema.get("oneOf"):
        for each in union:
            yield from _variants(each, root)
    else:
        yield schema


def _narrower(was: Schema, now: Schema, at: str) -> Iterator[str]:
    """Words and sizes that could be sent before and cannot now."""
    allowed, allowed_now = (each.get("enum", [each["const"]] if "const" in each else []) for each in (was, now))
    if allowed_now and (not allowed or set(allowed) - set(allowed_now)):
        yield f"{at} takes fewer words"
    for bound, sign in _BOUNDS.items():
        if bound in now and (bound not in was or (now[bound] - was[bound]) * sign < 0):
            yield f"{at} has another {bound}"
    if now.get("pattern") not in {None, was.get("pattern")}:
        yield f"{at} has another pattern"
