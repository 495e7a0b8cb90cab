"""Start point of the scripts: `python run.py COMMAND ARGUMENTS…`. Standard library only."""

import importlib
import os
import sys

from standup.say import Failure, Stopped, configure_output, fail

COMMANDS = {
    "server": "standup.serve",
    "test": "standup.testrun",
    "db": "standup.database",
    "manage": "standup.manage",
    "lock": "standup.lock",
    "lint": "standup.lint",
}


def main(arguments: list[str]) -> int:
    """Run one command and return the exit code; a Failure becomes a message, not a traceback."""
    configure_output()
    if not arguments or arguments[0] not in COMMANDS:
        return fail(f"usage: run.py {'|'.join(COMMANDS)} …")
    try:
        return importlib.import_module(COMMANDS[arguments[0]]).main(arguments[1:])
    except Failure as failure:
        return fail(str(failure))
    except PermissionError as error:
        return fail(
            f"{error.filename} belongs to another user. If a script was run as root in this "
            f"checkout before, hand it back: chown -R {os.environ.get('USER', 'you')} FOLDER"
        )
    except (KeyboardInterrupt, Stopped):
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
