"""Plain mode: plays a whole game from typed lines; whoever's turn it is holds the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from wargame.errors import UsageInvalid, WargameError
from wargame.kernel.view import FACILITATOR, View
from wargame.plain import board, record
from wargame.plain.console import Console
from wargame.plain.looks import LOOKS, Look
from wargame.plain.reading import VERBS, Reading
from wargame.table.client import FacilitatorClient, SeatClient
from wargame.table.session import Session
from wargame.text import nearest


class Leave(Exception):
    """Says that the people at the keyboard are done."""


class Game:
    """Is a running game at one keyboard: several people may share it, one at a time.

    A secret is written only after the seat that may read it has taken the keyboard.
    """

    def __init__(self, session: Session, console: Console, *, name: str) -> None:
        self.session = session
        self.console = console
        self.name = name
        self.scenario = session.program.scenario
        self.autopilot = session.autopilot()
        self.seats = _human_seats(session)
        self.seat = self.seats[0]
        self._told: dict[str, int] = {}
        self._is_over_told = False
        self._acts: dict[str, Callable[[str], None]] = {
            "say": self._say,
            "note": self._note,
            "seat": self._change_seat,
            "save": self._save,
            "quit": self._quit,
            "undo": self._undo,
            "redo": self._redo,
            "history": self._history,
            **{verb: self._decider(verb) for verb in VERBS},
        }

    @property
    def client(self) -> SeatClient:
        """Returns the client of the seat that holds the keyboard."""
        return self.session.client(self.seat)

    def run(self) -> None:
        """Plays until somebody quits or there are no more lines; the record is always saved."""
        try:
            self.console.say(self.session.notices)
            self.console.say(f"{self.scenario.about.title}. Type 'help' for the commands.")
            if len(self.seats) > 1:
                self._attempt(self._take_turns, at_start=True)
            else:
                self._attempt(self._play_on)
            while True:
                self._obey(self.console.ask(self._prompt()))
        except (EOFError, Leave):
            self._save("")

    def _prompt(self) -> str:
        return self._title(self.seat)

    def _title(self, seat: str) -> str:
        team = self.scenario.teams.get(seat)
        return team.title if team is not None else seat.capitalize()

    def _obey(self, line: str) -> None:
        """Does what one typed line says; what cannot be read changes nothing and is told."""
        word, _, rest = line.partition(" ")
        word, rest = word.casefold(), rest.strip()
        if not word:
            return
        if word in LOOKS:
            self._attempt(lambda: self._look(word, rest))
        elif word.isascii() and word.isdigit():
            self._attempt(lambda: self._decide(line))
        elif word in self._acts:
            self._attempt(lambda: self._acts[word](rest))
        else:
            known = nearest(word, [*LOOKS, *self._acts])
            self.console.say(f"'{word[:40]}' is no command{known}. 'help' lists the commands.")

    def _attempt(self, act: Callable[..., None], **options: bool) -> None:
        try:
            act(**options)
        except WargameError as fault:
            self.console.say(f"Not done ({fault.code}): {fault.message}.")
            if fault.remedy:
                self.console.say(f"What to do: {fault.remedy}.")

    def _look(self, word: str, rest: str) -> None:
        self.console.say(LOOKS[word](Look(self.client.view(), self.scenario, rest)))

    def _decider(self, verb: str) -> Callable[[str], None]:
        return lambda rest: self._decide(f"{verb} {rest}".rstrip())

    def _decide(self, line: str) -> None:
        decision = Reading(self.client.view(), self.console.ask).decision(line)
        self.client.decide(decision)
        self.console.say(f"Done: {decision}")
        self._take_turns()

    def _take_turns(self, *, at_start: bool = False) -> None:
        """Lets the program play its part, then gives the keyboard to who must decide next."""
        while self.autopilot.step():
            continue
        waiting = [seat for seat in self.autopilot.waiting_for() if seat in self.seats]
        if waiting and (self.seat not in waiting or at_start):
            self._pass_to(waiting[0])
        self._news()

    def _play_on(self) -> None:
        while self.autopilot.step():
            continue
        self._news()

    def _pass_to(self, seat: str) -> None:
        """Hands the keyboard over: nothing of the next seat's is written before Enter."""
        self.seat = seat
        if len(self.seats) == 1:
            return
        self.console.blank()
        while self.console.ask(f"Pass to {self._title(seat)}, then press Enter"):
            self.console.say("Enter alone goes on, so that nobody reads what is not theirs.")
        self.console.blank()

    def _news(self) -> None:
        """Tells the seat what has happened since it was last told, and what it is to do."""
        view = self.client.view()
        told = self._told.get(self.seat, 0)
        self.console.say(record.change_lines(view, [c for c in view.changes if c.record > told]))
        for message in view.messages:
            if message.record > told and message.sender != self.seat:
                self.console.say(record.message_line(view, message))
        self._told[self.seat] = max(
            [told, *(c.record for c in view.changes), *(m.record for m in view.messages)]
        )
        self.console.say(board.heading(view))
        if view.pending is not None:
            names = {team.id: team.title for team in view.teams}
            self.console.say(board.pending_lines(view.pending, names))
        if view.ending is not None:
            self.console.say(board.ending(view))
        self.console.say(view.prompt)

    def _say(self, rest: str) -> None:
        words = rest.split(" ", 2)
        is_private = len(words) == 3 and words[0] == "to" and words[1] in self._all_seats()
        text = words[2] if is_private else rest
        if not text:
            raise UsageInvalid("there is nothing to say", remedy="'say TEXT' or 'say to TEAM TEXT'")
        self.client.say(text, to=words[1] if is_private else "")
        self.console.say(f"Said to {self._title(words[1]) if is_private else 'everybody'}.")

    def _note(self, rest: str) -> None:
        if not rest:
            raise UsageInvalid("the note is empty", remedy="'note TEXT'")
        self.client.note(rest)
        self.console.say("Noted.")

    def _all_seats(self) -> tuple[str, ...]:
        return (*self.scenario.teams, FACILITATOR)

    def _change_seat(self, rest: str) -> None:
        if not rest:
            self.console.say(f"Seats here: {', '.join(self.seats)}. Now: {self.seat}.")
        elif rest not in self.seats:
            raise UsageInvalid(
                f"nobody here holds the seat '{rest[:40]}'{nearest(rest, list(self.seats))}",
                remedy=f"seats here: {', '.join(self.seats)}",
            )
        else:
            self._pass_to(rest)
            self._news()

    def _facilitator(self) -> FacilitatorClient:
        if self.seat != FACILITATOR:
            raise UsageInvalid(
                "only the facilitator moves the line of play",
                remedy="a team can take its own orders back with 'recall'",
            )
        client: FacilitatorClient = self.session.client(FACILITATOR)
        return client

    def _undo(self, rest: str) -> None:
        client = self._facilitator()
        preview, _, number = rest.partition(" ") if rest.startswith("preview") else ("", "", rest)
        to = Look(client.view(), self.scenario, number).number(default=-1)
        back = client.preview_undo(to=None if to < 0 else to)
        for decision in back:
            self.console.say(f"{'Would take back' if preview else 'Taken back'}: {decision}")
        if not preview:
            client.undo(to=None if to < 0 else to)
            self._news()

    def _redo(self, rest: str) -> None:
        self._facilitator().redo()
        self._news()

    def _history(self, rest: str) -> None:
        for number, decision in self._facilitator().history():
            self.console.say(f"Record {number}: {decision}")

    def _save(self, rest: str) -> None:
        self.console.say("The game is saved; every decision is written as soon as it is made.")
        if self.session.is_over:
            self.console.say(f"To look back: wargame replay {self.name}")
        else:
            self.console.say(f"To go on: wargame resume {self.name} --plain")

    def _quit(self, rest: str) -> None:
        raise Leave


def _human_seats(session: Session) -> tuple[str, ...]:
    """Returns the seats that people hold at this keyboard; the public seat if they hold none."""
    seats = [seat for seat, player in session.setup.seats.items() if player == "human"]
    if session.setup.facilitator == "human":
        seats.append(FACILITATOR)
    return tuple(seats) or ("public",)
