"""Every answer as rows of a table, in words; nothing is counted or rated here."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from workshop.analysis.dates import dates
from workshop.model import YOU
from workshop.takeaway.codename import code_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from workshop.model import Snapshot, Stand, Tie, Workbook
    from workshop.model.clinic import Played

    Words = Mapping[str, Any]
    Row = dict[str, Any]

LISTS = ("people", "deciders", "exchanges", "plans", "positions", "drafts")
"""Lists of the workbook of which each item is a row just as it is."""


def rows(workbook: Workbook, words: Words, today: date) -> dict[str, list[Row]]:
    """Return the rows of each sheet of `words`; None stands for what was not answered.

    Args:
        workbook: the answers.
        words: as `content/tables.toml`, with `questions` and `choices` by the address of the answer,
            `story_names` and `story_people` by story, `message_titles` by message, and what to call `you`,
            those `unnamed` and an `open_seat`.
        today: dates ahead count from here.
    """
    spoken = Spoken(workbook, words)
    found = {name: [spoken.item(item, name) for item in getattr(workbook, name)] for name in LISTS}
    found["positions"] = [{**row, "who": spoken.name(row["id"])} for row in found["positions"]]
    titles = words["message_titles"]
    found["drafts"] = [{**row, "id": titles.get(row["id"], row["id"])} for row in found["drafts"]]
    found["clinic"] = [spoken.story(played) for played in workbook.clinic]
    found["ties"] = [spoken.tie(tie) for tie in workbook.ties]
    found["stands"] = [spoken.stand(stand) for stand in workbook.stands]
    found["answers"] = list(spoken.answers())
    found["snapshots"] = [spoken.snapshot(kept) for kept in workbook.snapshots]
    found["dates"] = list(spoken.dates(today))
    return {name: found[name] for name in words["sheets"]}


def leaves(kind: type, prefix: str = "") -> Iterator[tuple[str, attrs.Attribute[Any]]]:
    """Yield each answer that an object of class `kind` holds, with its address below that object."""
    for attribute in attrs.fields(kind):
        path = f"{prefix}{attribute.name}"
        if attribute.metadata.get("kind") == "part":
            yield from leaves(attribute.metadata["item"], f"{path}/")
        elif attribute.metadata.get("kind") != "items":
            yield path, attribute


@attrs.frozen
class Spoken:
    """A workbook put into words."""

    workbook: Workbook
    words: Words

    def name(self, id: str | None) -> str | None:
        """Return what somebody is called: a person, a role that decides, or you."""
        if not id:
            return None
        if id == YOU:
            return str(self.words["you"])
        person = self.workbook.person(id)
        role = next((decider.role for decider in self.workbook.deciders if decider.id == id), "")
        return code_name(person, self.words) if person else role.strip() or str(self.words["unnamed"])

    def item(self, item: Any, address: str) -> Row:
        """Return the answers of `item`, which lies in the list or part at `address`."""
        row: Row = {}
        for path, attribute in leaves(type(item)):
            value = _value_at(item, path)
            row[path] = self.said(f"{address}/{path}", attribute, value)
            if attribute.metadata.get("kind") in {"reference", "references"}:
                row[f"{path}_id"] = self._joined([value] if isinstance(value, str) else value or ())
        return row

    def said(self, address: str, attribute: attrs.Attribute[Any], value: Any) -> Any:
        """Return `value` in words; a number stays one, a day is a date, and what was not answered is None."""
        kind = attribute.metadata.get("kind")
        if kind in {"many", "sequence"}:
            return self._joined(self._choice(address, option) for option in value)
        if kind == "references":
            return self._joined(self.name(id) for id in value)
        return None if value is None or value == "" else self._one(address, kind, value)

    def _one(self, address: str, kind: str | None, value: Any) -> Any:
        if kind == "choice":
            return self._choice(address, value)
        if kind == "day":
            return date.fromisoformat(value)
        if kind == "flag":
            return self._choice("any", "yes" if value else "no")
        return self.name(value) if kind == "reference" else value

    def answers(self) -> Iterator[Row]:
        """Yield a row for each question that is asked once, answered or not."""
        for name, topic in self.words["topics"].items():
            part = getattr(self.workbook, name)
            for path, attribute in leaves(type(part)):
                address = f"{name}/{path}"
                value = _value_at(part, path)
                yield {
                    "topic": topic,
                    "question": self.words["questions"][address],
                    "answer": self.said(address, attribute, value),
                    "address": address,
                }

    def tie(self, tie: Tie) -> Row:
        """Return what was answered about two people."""
        first, second = tie.ends
        row = self.item(tie, "ties")
        row.pop("id")
        ends = {"first": self.name(first), "second": self.name(second)}
        return {**ends, **row, "first_id": first, "second_id": second}

    def stand(self, stand: Stand) -> Row:
        """Return whether somebody stays under a shock."""
        row = {"shock": self._choice("stress/drawn", stand.shock), "person": self.name(stand.person)}
        stays = self.item(stand, "stands")["stays"]
        return {**row, "stays": stays, "person_id": stand.person}

    def story(self, played: Played) -> Row:
        """Return what was answered about a story, in the names of its own people."""
        people = self.words["story_people"][played.id]
        row = self.item(played, "clinic")
        row.pop("stays_id")
        stays = self._joined(people.get(id) for id in played.stays)
        return {**row, "id": self.words["story_names"][played.id], "stays": stays}

    def snapshot(self, kept: Snapshot) -> Row:
        """Return a snapshot in one line."""
        called = {person.id: code_name(person, self.words) for person in kept.people}
        return {
            **{name: getattr(kept, name) or None for name in ("id", "note", "sentence")},
            "day": date.fromisoformat(kept.day) if kept.day else None,
            "five": self._joined(called[person.id] for person in kept.five),
            "bench": self._joined(called[person.id] for person in kept.people if person not in kept.five),
            "known": self._pairs(kept, "yes", called),
            "unsure": self._pairs(kept, "unsure", called),
            "plans": self._joined(plan.action.strip() for plan in kept.plans),
            "forum": kept.forum.name or None,
            **{f"refresh/{path}": said for path, said in self.item(kept.refresh, "refresh").items()},
        }

    def dates(self, today: date) -> Iterator[Row]:
        """Yield the dates ahead; they are worked out, and say so."""
        persons = {plan.id: plan.person for plan in self.workbook.plans}
        for dated in dates(self.workbook, today):
            about = persons.get(dated.about) if dated.kind == "plan" else dated.about
            yield {
                "day": dated.day,
                "kind": self._choice("dates/kind", dated.kind),
                "person": self.name(about),
                "weeks": dated.weeks,
                "late": self._choice("any", "yes" if dated.late else "no"),
                "made": today,
            }

    def _choice(self, address: str, option: str) -> str:
        return str(self.words["choices"][address][option])

    def _joined(self, parts: Iterable[str | None]) -> str | None:
        return str(self.words["between"]).join(part for part in parts if part) or None

    def _pairs(self, kept: Snapshot, knows: str, called: Mapping[str, str]) -> str | None:
        ends = [tie.ends for tie in kept.ties if tie.knows == knows and called.keys() >= set(tie.ends)]
        return self._joined(
            self.words["pair"].format(first=called[first], second=called[second]) for first, second in ends
        )


def _value_at(node: Any, path: str) -> Any:
    for name in path.split("/"):
        node = getattr(node, name)
    return node
