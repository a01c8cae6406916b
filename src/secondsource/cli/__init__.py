"""The command line: arguments in, stages run, data on stdout, messages on stderr, and one exit code.

0  done
1  findings: `verify` or `knowledge check` found faults
2  usage: what was asked for cannot be done as asked
3  some inputs could not be read; each is named, and the rest is in
4  internal error: a fault of ours
"""

import os
import sys
from collections.abc import Sequence

import click

from secondsource.cli.commands import secondsource
from secondsource.errors import SecondSourceError
from secondsource.settings import settings

DONE, FINDINGS, USAGE, SOME_UNREAD, INTERNAL = range(5)
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: the words after `secondsource`; None takes those of this process.

    Returns:
        The exit code.
    """
    try:
        code = secondsource.main(arguments, prog_name="secondsource", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as fault:
        fault.show()
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        _say("interrupted; the library is whole, and the same command goes on where this one stopped")
        return INTERRUPTED
    except SecondSourceError as fault:
        _say(str(fault))
        return USAGE
    except BrokenPipeError:
        # Whoever reads our output has enough. Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as fault:
        if settings(os.environ).debug:
            raise
        _say(f"internal error: {type(fault).__name__}: {fault}".splitlines()[0])
        _say("this is a fault of ours; please report it with what SECONDSOURCE_DEBUG=1 prints. Your library is whole")
        return INTERNAL
    return code if isinstance(code, int) else DONE


def _say(message: str) -> None:
    click.echo(f"secondsource: {message}", err=True)
