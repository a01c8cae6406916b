from rich.text import Text

from secondsource.cli.guides import drawn

TREE = [(0, "a"), (1, "b"), (2, "c"), (2, "d"), (3, "e"), (1, "f"), (2, "g"), (0, "h")]


def lines(width: int | None, *nodes: tuple[int, str]) -> list[str]:
    return [line.plain for line in drawn([(depth, Text(label)) for depth, label in nodes], width)]


def test_each_node_hangs_from_the_one_before_it_that_is_less_deep() -> None:
    assert lines(None, *TREE) == ["a", "├─ b", "│  ├─ c", "│  └─ d", "│     └─ e", "└─ f", "   └─ g", "h"]


def test_a_long_label_is_broken_and_its_guides_go_on() -> None:
    assert lines(28, (0, "root"), (1, "one two three four five six"), (1, "seven")) == [
        "root",
        "├─ one two three four five",
        "│  six",
        "└─ seven",
    ]


def test_a_branch_deeper_than_the_terminal_is_wide_loses_nothing() -> None:
    chain = [(depth, f"report {depth}") for depth in range(60)]
    printed = lines(40, *chain)
    assert [line.lstrip(" └─") for line in printed] == [label for _, label in chain]
