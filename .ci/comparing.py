"""Compares what was measured with what is expected, and tells each comparison in a line with `ok` or `FAIL`.

Owns the lines, and how a script ends that compared something. Must not know what is compared.
"""

import sys
from typing import NoReturn

failed = False


def check(name: str, measured: object, expected: object) -> None:
    global failed
    if measured == expected:
        print(f"ok   {name}: {measured}")
    else:
        failed = True
        print(f"FAIL {name}: measured {measured}; expected {expected}")


def end() -> NoReturn:
    sys.exit(1 if failed else 0)
