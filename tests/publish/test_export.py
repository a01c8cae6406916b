"""The export: its shape, its vocabulary, its order and its faithfulness to the text."""

import json
import random
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from secondsource.errors import UsageError
from secondsource.model import ledger as ledger_model
from secondsource.model import lineage as lineage_model
from secondsource.model import report as report_model
from secondsource.model import statement as statement_model
from secondsource.model.ledger import Ledger
from secondsource.model.lineage import Lineage
from secondsource.publish import SCHEMA_VERSION, export_json

from .factory import report
from .sample import Library, library
from .sample_statements import STATEMENTS

SCHEMA: dict[str, Any] = json.loads(files("secondsource.publish").joinpath("schema.json").read_text(encoding="utf-8"))
DOCS = Path(__file__).parents[2] / "docs" / "reference" / "export.md"
EMPTY = Library(
    reports=(),
    lineage=Lineage(links=(), origins=()),
    ledger=Ledger(entries=(), statements=(), quotes=(), informants=(), utterances=()),
    discards=(),
)


def exported(given: Library) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(export_bytes(given))
    return data


def export_bytes(given: Library) -> bytes:
    return export_json(given.reports, given.lineage, given.ledger, given.discards, "0.1.0")


def objects(schema: Any) -> list[dict[str, Any]]:
    """Every object schema anywhere in a schema."""
    if isinstance(schema, list):
        return [one for part in schema for one in objects(part)]
    if not isinstance(schema, dict):
        return []
    here = [schema] if schema.get("type") == "object" else []
    return here + [one for part in schema.values() for one in objects(part)]


def shuffled(given: Library, seed: int) -> Library:
    def mix(records: Any) -> Any:
        return tuple(random.Random(seed).sample(records, len(records)))

    return Library(
        reports=mix(given.reports),
        lineage=Lineage(links=mix(given.lineage.links), origins=mix(given.lineage.origins)),
        ledger=Ledger(
            entries=mix(given.ledger.entries),
            statements=mix(given.ledger.statements),
            quotes=mix(given.ledger.quotes),
            informants=mix(given.ledger.informants),
            utterances=mix(given.ledger.utterances),
        ),
        discards=mix(given.discards),
    )


class TestSchema:
    def test_it_is_a_valid_schema(self) -> None:
        Draft202012Validator.check_schema(SCHEMA)

    @pytest.mark.parametrize("given", [library(), EMPTY], ids=["full", "empty"])
    def test_exports_keep_to_it(self, given: Library) -> None:
        problems = [
            f"{one.json_path}: {one.message}" for one in Draft202012Validator(SCHEMA).iter_errors(exported(given))
        ]
        assert problems == []

    def test_every_object_is_closed_and_every_field_required(self) -> None:
        closed = [one for one in objects(SCHEMA) if "properties" in one]
        assert len(closed) > 25
        for one in closed:
            assert one["additionalProperties"] is False
            assert one["required"] == list(one["properties"])

    @pytest.mark.parametrize(
        ("where", "vocabulary"),
        [
            ("statement.kind", statement_model.StatementKind),
            ("statement.modality", statement_model.Modality),
            ("statement.polarity", statement_model.Polarity),
            ("statement.stance", statement_model.Stance),
            ("value.basis", statement_model.Basis),
            ("actor.side", statement_model.Side),
            ("informant.interest", statement_model.Interest),
            ("utterance.form", statement_model.Form),
            ("link.relation", lineage_model.Relation),
            ("link.direction", lineage_model.Direction),
            ("origin.kind", lineage_model.OriginKind),
            ("entry.kind", ledger_model.EntryKind),
            ("entry.band", ledger_model.Band),
            ("step.standing", ledger_model.Standing),
            ("exposure.level", ledger_model.ExposureLevel),
            ("discard.reason", report_model.DiscardReason),
        ],
    )
    def test_its_vocabulary_is_the_models(self, where: str, vocabulary: Any) -> None:
        name, field = where.split(".")
        assert SCHEMA["$defs"][name]["properties"][field]["enum"] == list(get_args(vocabulary))

    def test_statuses_belong_to_their_kind(self) -> None:
        data = exported(library())
        data["statements"][0]["kind"] = "claim"
        data["statements"][0]["status"] = "signed"
        assert not Draft202012Validator(SCHEMA).is_valid(data)

    def test_it_knows_every_status(self) -> None:
        known = {status for statuses in statement_model.STATUSES.values() for status in statuses}
        assert set(SCHEMA["$defs"]["status"]["enum"]) == known

    def test_every_field_stands_in_the_docs(self) -> None:
        page = DOCS.read_text(encoding="utf-8")
        fields = {field for one in objects(SCHEMA) for field in one.get("properties", ())}
        assert sorted(field for field in fields if f"`{field}`" not in page) == []

    def test_every_word_of_its_vocabulary_stands_in_the_docs(self) -> None:
        page = DOCS.read_text(encoding="utf-8")
        words = {word for one in _enumerations(SCHEMA) for word in one if word is not None}
        assert sorted(word for word in words if f"`{word}`" not in page) == []


def _enumerations(schema: Any) -> list[list[str | None]]:
    if isinstance(schema, list):
        return [one for part in schema for one in _enumerations(part)]
    if not isinstance(schema, dict):
        return []
    here = [schema["enum"]] if isinstance(schema.get("enum"), list) else []
    return here + [one for part in schema.values() for one in _enumerations(part)]


class TestContent:
    def test_it_names_its_version_and_its_schema(self) -> None:
        data = exported(library())
        assert (data["secondsource"], data["schema"]) == ("0.1.0", SCHEMA_VERSION)

    def test_evidence_is_the_text_at_its_span(self) -> None:
        data = exported(library())
        texts = {one["id"]: one["text"] for one in data["reports"]}
        found = [
            (texts[one["report"]][e["start"] : e["end"]], e["text"])
            for one in data["statements"]
            for e in one["evidence"]
        ]
        assert len(found) > 10
        assert all(cut == text for cut, text in found)

    def test_the_leading_value_comes_first_and_the_rest_after(self) -> None:
        base = next(one for one in STATEMENTS if one.id == "sta-price")
        other = replace(base.values[0], amount=17.5e6)
        two = replace(base, values=(base.values[0], other))
        given = replace_statement(two)
        said = next(one for one in exported(given)["statements"] if one["id"] == "sta-price")
        assert repr(said["value"]["amount"]) == "16000000"
        assert said["value"]["span"] == [two.values[0].start, two.values[0].end]
        assert [one["amount"] for one in said["values"]] == [17_500_000]

    def test_what_is_unknown_is_blank(self) -> None:
        said = next(one for one in exported(library())["statements"] if one["id"] == "sta-refused-digest")
        assert [said[slot] for slot in ("supplier", "item", "value", "quantity", "attribution", "claim")] == [None] * 6
        assert said["values"] == said["items"] == said["informants"] == []

    def test_a_later_version_names_the_one_it_supersedes(self) -> None:
        base = library()
        link = replace(base.lineage.links[0], id="lnk-v", report="rep-wire", of="rep-star", relation="version")
        given = replace(base, lineage=replace(base.lineage, links=(link,)))
        assert {one["id"]: one["version_of"] for one in exported(given)["reports"]}["rep-wire"] == "rep-star"
        undecided = replace(base, lineage=replace(base.lineage, links=(replace(link, direction="undetermined"),)))
        assert all(one["version_of"] is None for one in exported(undecided)["reports"])

    def test_the_order_of_the_records_does_not_matter(self) -> None:
        assert {export_bytes(shuffled(library(), seed)) for seed in range(5)} == {export_bytes(library())}

    def test_evidence_in_a_report_that_is_not_there_is_refused(self) -> None:
        with pytest.raises(UsageError, match="rep-courier"):
            export_bytes(replace(library(), reports=()))

    def test_a_lone_surrogate_survives(self) -> None:
        given = replace(EMPTY, reports=(replace(report("odd", ""), text="a\ud800b – ü"),))
        assert exported(given)["reports"][0]["text"] == "a\ud800b – ü"
        assert "– ü" in export_bytes(given).decode("utf-8")

    def test_no_number_that_json_lacks(self) -> None:
        link = replace(library().lineage.links[0], coverage=float("nan"))
        given = replace(library(), lineage=replace(library().lineage, links=(link,)))
        with pytest.raises(ValueError, match="JSON"):
            export_bytes(given)


def replace_statement(statement: statement_model.Statement) -> Library:
    base = library()
    others = tuple(one for one in base.ledger.statements if one.id != statement.id)
    return replace(base, ledger=replace(base.ledger, statements=(*others, statement)))
