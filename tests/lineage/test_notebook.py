"""Plain texts by name in, links between the names out."""

from secondsource.knowledge import load
from secondsource.lineage.notebook import trace_texts
from tests.lineage.test_origins import FIRST, SECOND


def test_links_are_between_the_names_of_the_texts() -> None:
    spun = FIRST.replace("officer", "official").replace("began", "started") + " {Read|See} more."
    [link] = [x for x in trace_texts({"spun": spun, "first": FIRST, "other": SECOND}, load()) if x.of]
    assert (link.report, link.relation, link.of) == ("spun", "copy", "first")


def test_no_texts_have_no_links() -> None:
    assert trace_texts({}, load()) == ()
