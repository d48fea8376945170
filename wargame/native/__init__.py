"""The same program as machine code, where the extra `fast` is installed.

`fast(program)` gives what plays some twenty times as fast as CPython and comes to the same states;
without llvmlite it gives None, and callers use `program.run`, which is the reference.
"""

from wargame.native.store import fast

__all__ = ["fast"]
