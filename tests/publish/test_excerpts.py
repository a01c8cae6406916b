"""Evidence in context: the words whole and marked, a sentence or two around them."""

from hypothesis import given
from hypothesis import strategies as st

from secondsource.publish.excerpts import CONTEXT_LIMIT, excerpts, sentence_ends

TEXT = "One came first. The U.S. Navy bought two ships on Friday. Three went.\n\nAnother paragraph. It ends."


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def shown(*words: str) -> list[str]:
    return ["".join(run.text for run in one.runs) for one in excerpts(TEXT, [at(one) for one in words])]


class TestExcerpts:
    def test_words_stand_in_their_sentence(self) -> None:
        assert shown("two ships") == ["The U.S. Navy bought two ships on Friday."]

    def test_a_whole_sentence_gets_the_one_before(self) -> None:
        assert shown("Three went.") == ["The U.S. Navy bought two ships on Friday. Three went."]

    def test_context_stays_in_its_paragraph(self) -> None:
        assert shown("Another paragraph.") == ["Another paragraph. It ends."]

    def test_words_close_together_share_an_excerpt(self) -> None:
        assert shown("Navy", "Friday") == ["The U.S. Navy bought two ships on Friday."]
        assert len(shown("Navy", "It ends")) == 2

    def test_a_sentence_without_end_is_cut_and_shown_as_cut(self) -> None:
        text = "word " * 400
        only = excerpts(text, [(1000, 1004)])[0]
        assert (only.cut_before, only.cut_after) == (True, True)
        assert sum(len(run.text) for run in only.runs) <= 4 + 2 * CONTEXT_LIMIT

    @given(st.text(alphabet='ab .!"\n\u00e9\U0001f600', max_size=200), st.data())
    def test_the_marked_words_are_exactly_the_evidence(self, text: str, data: st.DataObject) -> None:
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        found = excerpts(text, [(start, end)])
        assert "".join(run.text for one in found for run in one.runs if run.kind == "mark") == text[start:end]
        assert all("".join(run.text for run in one.runs) in text for one in found)

    @given(st.text(max_size=300))
    def test_sentences_end_inside_the_text_and_in_order(self, text: str) -> None:
        ends = list(sentence_ends(text))
        assert ends == sorted(set(ends))
        assert all(0 <= one <= len(text) for one in ends)
