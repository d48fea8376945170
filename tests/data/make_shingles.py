"""Makes `source_shingles.txt`: what lets a test see whether a sentence of the source was copied.

The source itself is not part of the project. Its text is lower-cased and cut into words (runs of
letters and digits, no underscore); every run of eight words, joined by spaces, behind the salt, is
hashed with SHA-256; the first ten hexadecimal digits are kept, sorted, one a line. Runs that hold a
word of the title of an act (EXEMPT) are left out: such a title is a name.

    python tests/data/make_shingles.py SOURCE.md > tests/data/source_shingles.txt
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

SALT = "wargame source shingle"
RUN = 8
DIGITS = 10
EXEMPT = {"partnership", "caatsa", "countering"}


def shingles(text: str) -> Iterator[tuple[str, str]]:
    """Returns the hash of each run of words in a text, with the run itself."""
    words = re.findall(r"[^\W_]+", text.lower())
    for first in range(len(words) - RUN + 1):
        run = words[first : first + RUN]
        if EXEMPT.isdisjoint(run):
            said = " ".join(run)
            yield hashlib.sha256(f"{SALT} {said}".encode()).hexdigest()[:DIGITS], said


if __name__ == "__main__":
    source = Path(sys.argv[1]).read_text(encoding="utf-8")
    print("\n".join(sorted({hashed for hashed, _ in shingles(source)})))
