"""What a form shows: fields of `content/exercises`, limits of the model, values of the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.content import words
from workshop.exercise.choices import options_from, people_where
from workshop.exercise.names import initials, name_of
from workshop.exercise.snapshots import told_then
from workshop.exercise.wording import label
from workshop.model import Person, Workbook, limits_at, value_at
from workshop.model.codec import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Field = dict[str, Any]
_WORDS = (
    "kind",
    "label",
    "hint",
    "placeholder",
    "firm",
    "low_label",
    "high_label",
    "left",
    "right",
    "unsure",
    "text",
)
_LIST_WORDS = (*_WORDS, "add", "empty_text")


def fields_of(templates: Sequence[Mapping[str, Any]], workbook: Workbook) -> list[Field]:
    """Return the fields of one step as a page draws them."""
    return [_field(template, workbook) for template in templates]


def _field(template: Mapping[str, Any], workbook: Workbook) -> Field:
    if template["kind"] == "note":
        return _note(template, workbook)
    if template["kind"] == "list":
        return _list(template, workbook)
    if template["kind"] == "people":
        return _people(template, workbook)
    return _answer(template, template["path"], workbook)


def _note(template: Mapping[str, Any], workbook: Workbook) -> Field:
    """Return words to read; those with an `empty_text` speak of the snapshot's sentence."""
    note = _taken(template, _WORDS)
    return {**note, "text": told_then(template, workbook)} if "empty_text" in template else note


def _answer(template: Mapping[str, Any], path: str, workbook: Workbook) -> Field:
    field = {"hint": "", **_taken(template, _WORDS), "path": path, **_limits(path)}
    field["value"] = value_at(workbook, path)
    if "options_from" in template:
        field["options"] = options_from(template["options_from"], workbook)
    elif "options" in template:
        field["options"] = [{"hint": "", **option} for option in template["options"]]
    return field


def _limits(path: str) -> Field:
    limits = limits_at(path)
    found: Field = {name: limits[name] for name in ("limit", "most") if name in limits}
    if "range" in limits:
        found["low"], found["high"] = limits["range"]
    return found


def _list(template: Mapping[str, Any], workbook: Workbook) -> Field:
    where = template.get("where")
    listed = people_where(where, workbook) if where else getattr(workbook, template["path"])
    return {
        "hint": "",
        "empty_text": "",
        "add": [],
        **_taken(template, _LIST_WORDS),
        "path": template["path"],
        "most": limits_at(template["path"])["most"],
        "items": [_item(template, item, number, workbook) for number, item in enumerate(listed, 1)],
    }


def _item(template: Mapping[str, Any], item: Any, number: int, workbook: Workbook) -> Field:
    shown = [sub for sub in template["fields"] if _applies(sub, item)]
    title = _title(template, item, number)
    return {
        "id": item.id,
        "title": title,
        "subtitle": _subtitle(template, item),
        "initials": initials(title),
        "empty": not getattr(item, "name", title).strip(),
        "removable": template.get("removable", False)
        and not getattr(item, template.get("kept_if", ""), False),
        "fields": [_answer(sub, f"{template['path']}/{item.id}/{sub['path']}", workbook) for sub in shown],
    }


def _people(template: Mapping[str, Any], workbook: Workbook) -> Field:
    where = template.get("where")
    listed = people_where(where, workbook) if where else getattr(workbook, template["path"])
    return {
        "hint": "",
        "empty_text": "",
        **_taken(template, _LIST_WORDS),
        "path": template["path"],
        "items": [_row(template, item, number, workbook) for number, item in enumerate(listed, 1)],
    }


def _row(template: Mapping[str, Any], item: Any, number: int, workbook: Workbook) -> Field:
    [sub] = template["fields"]
    field = _answer(sub, f"{template['path']}/{item.id}/{sub['path']}", workbook)
    title = _title(template, item, number)
    about = workbook.person(getattr(item, "person", None) or "")
    return {
        "id": item.id,
        "title": title,
        "subtitle": name_of(about) if about else _subtitle(template, item),
        "initials": initials(name_of(about) if about else title),
        "field": field,
    }


def _title(template: Mapping[str, Any], item: Any, number: int) -> str:
    if isinstance(item, Person):
        return name_of(item)
    values = {name: value for name, value in plain(item).items() if isinstance(value, str) and value.strip()}
    try:
        return str(template["title"]).format_map({"number": number, **values})
    except KeyError:
        return str(template["empty_title"]).format(number=number)


def _subtitle(template: Mapping[str, Any], item: Any) -> str:
    named = (getattr(item, name) for name in template.get("subtitle", ()))
    return str(words("wording")["separator"]).join(label(str(value)) for value in named if value)


def _applies(template: Mapping[str, Any], item: Any) -> bool:
    needed = template.get("shown_if")
    return needed is None or bool(getattr(item, needed))


def _taken(template: Mapping[str, Any], names: Sequence[str]) -> Field:
    return {name: template[name] for name in names if name in template}
