"""The parts of the corpus share neither stories nor, with the test part, styles."""

from training.corpus import files, read_all
from training.splits import TEST_STYLES, parts


def test_no_story_stands_in_two_parts() -> None:
    found = parts(read_all(files()))
    stories = {name: {r.story for r in reports} for name, reports in found.items()}
    assert not stories["train"] & stories["develop"]
    assert not stories["train"] & stories["test"]
    assert not stories["develop"] & stories["test"]


def test_the_styles_of_the_test_part_are_unseen() -> None:
    found = parts(read_all(files()))
    assert not TEST_STYLES & {r.style for r in found["train"] + found["develop"]}


def test_no_part_is_small() -> None:
    found = parts(read_all(files()))
    assert min(len(reports) for reports in found.values()) >= 50
    assert len(found["train"]) > 400
