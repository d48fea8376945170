"""Pseudo: a catalogue that marks whatever is looked up in it, so that the rest can be seen."""

from __future__ import annotations

import re
from gettext import NullTranslations


class Pseudo(NullTranslations):
    def gettext(self, message: str) -> str:
        return re.sub(r"[^{}]+(?![^{}]*\})", r"⟦\g<0>⟧", message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)
