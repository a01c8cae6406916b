"""Numbers as readers expect them: whole where they are whole, and never rounded."""


def plain_number(number: float | None) -> int | float | None:
    """A number without a needless fraction: 16.0 is 16, 5.43 stays 5.43, None stays None."""
    if number is None or isinstance(number, int):
        return number
    return int(number) if number.is_integer() else number
