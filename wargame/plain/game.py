"""Plain mode: plays a whole game from typed lines; whoever's turn it is holds the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from wargame.errors import UsageInvalid
from wargame.kernel.notation import parse
from wargame.kernel.view import FACILITATOR, PUBLIC, View
from wargame.language import tr
from wargame.plain import board, charts, line
from wargame.plain.coaching_aside import Aside
from wargame.plain.console import Console
from wargame.plain.lesson import LessonAside
from wargame.plain.looks import LOOKS, Look
from wargame.plain.numbering import Numbering
from wargame.plain.reading import VERBS, Reading
from wargame.plain.record import SEATS
from wargame.plain.redraft import without
from wargame.plain.sealing import losses
from wargame.plain.speech import sentence
from wargame.plain.told import Told
from wargame.table.coach import Coach
from wargame.table.seat import LocalClient, LocalFacilitator
from wargame.table.session import Session
from wargame.table.tutor import Tutor
from wargame.text import nearest


class Game:
    """Is a running game at one keyboard: several people may share it, one at a time.

    A secret is written only after the seat that may read it has taken the keyboard.
    """

    def __init__(
        self,
        session: Session,
        console: Console,
        *,
        coach: Coach | None = None,
        tutor: Tutor | None = None,
    ) -> None:
        """Seats the people of `session`, and the coach of one who plays alone."""
        self.session = session
        self.console = console
        self.scenario = session.program.scenario
        self.seats = tuple(filter(session.setup.is_human, (*self.scenario.teams, FACILITATOR))) or (
            PUBLIC,
        )
        self.seat = self.seats[0]
        self._autopilot = session.autopilot()
        self._told = {seat: Told() for seat in self.seats}
        self._numbering = {seat: Numbering() for seat in self.seats}
        self._headings: dict[str, str] = {}
        self._aside = Aside(coach, console)
        self._lesson = LessonAside(tutor)
        self._acts: dict[str, Callable[[str], None]] = {
            "say": self._say,
            "note": self._note,
            "seat": self._change_seat,
            "save": self._save,
            "undo": self._undo,
            "redo": self._redo,
            "roll": self._roll,
            "drop": self._drop,
            "history": self._history,
            "bookmark": self._bookmark,
            "chart": self._chart,
            "lesson": lambda rest: self.console.say(self._lesson.obey()),
            "coach": lambda rest: self.console.say(self._aside.obey(rest)),
        }

    def run(self) -> None:
        """Plays until somebody quits or there are no more lines; the record is always saved."""
        self.console.say(self.session.notices)
        title = self.scenario.about.title
        self.console.say(tr("{title}. Type 'help' for the commands.", title=title))
        try:
            self.console.attempt(lambda: self._go_on(at_start=True))
            self.console.say(self._lesson.told())
            while True:
                typed = self.console.ask(self._title(self.seat))
                if typed.casefold() == "quit":
                    break
                self.obey(typed)
                self.console.attempt(lambda: self.console.say(self._lesson.told()))
        except EOFError:
            self.console.say(tr("There are no more lines."))
        finally:
            self._save("")

    def obey(self, typed: str) -> None:
        """Does what one typed line says; what cannot be read changes nothing and is told."""
        word, _, rest = typed.partition(" ")
        word, rest = word.casefold(), rest.strip()
        self._lesson.heard(word)
        if word in LOOKS:
            self.console.attempt(lambda: self._look(word, rest))
        elif word in self._acts:
            self.console.attempt(lambda: self._acts[word](rest))
        elif word in VERBS or (word.isascii() and word.isdigit()):
            self.console.attempt(lambda: self._decide(f"{word} {rest}".rstrip()))
        elif word:
            known = nearest(word, [*LOOKS, *self._acts, *VERBS])
            unknown = tr("'{word}' is no command{nearest}", word=word[:40], nearest=known)
            self.console.say(sentence(unknown))
            self.console.say(tr("'help' lists the commands."))

    @property
    def _client(self) -> LocalClient:
        return self.session.client(self.seat)

    def _view(self, *, afresh: bool = False) -> View:
        return self._numbering[self.seat].apply(self._client.view(), afresh=afresh)

    def _title(self, seat: str) -> str:
        team = self.scenario.teams.get(seat)
        return team.title if team is not None else tr(SEATS[seat])

    def _look(self, word: str, rest: str) -> None:
        view = self._view(afresh=word == "options")
        self.console.say(LOOKS[word](Look(view, self.scenario, rest)))

    def _decide(self, typed: str) -> None:
        view = self._view()
        decision = Reading(view, self.console.ask).decision(typed)
        if decision == f"seal {view.seat}":
            self._warn(losses(view))
        self._client.decide(decision)
        self.console.say(tr("Done: {decision}", decision=parse(decision)))
        if self.seat in self.scenario.teams and not self.session.is_over:
            self.console.say(board.purse_lines(self._client.view().team(self.seat)))
        self._go_on()

    def _warn(self, lost: Iterable[str]) -> None:
        """Tells what would be lost; at a terminal it then takes a second `seal` to lose it.

        Raises:
            UsageInvalid: something else was typed.
        """
        if not (told := tuple(lost)):
            return
        self.console.say(told)
        if self.console.is_terminal:
            again = self.console.ask(tr("Type 'seal' again to seal all the same"))
            if again.casefold() != "seal":
                raise UsageInvalid(
                    tr("the orders are not sealed"),
                    remedy=tr("'seal' seals them when you are done"),
                )

    def _drop(self, rest: str) -> None:
        number = int(rest[:6]) if rest.isascii() and rest.isdigit() else 0
        for decision in without(self._view(), number if rest else None):
            self._client.decide(decision)
        self.console.say(board.hand_orders(self._client.view().team(self.seat)))

    def _go_on(self, *, at_start: bool = False) -> None:
        """Lets the program play its part, then gives the keyboard to who must decide next."""
        while self._autopilot.step():
            continue
        waiting = [seat for seat in self._autopilot.waiting_for() if seat in self.seats]
        if waiting and (at_start or self.seat not in waiting):
            self._pass_to(waiting[0])
        self._tell()

    def _pass_to(self, seat: str) -> None:
        """Hands the keyboard over: nothing of the next seat's is written before Enter."""
        if len(self.seats) == 1:
            return
        self.seat = seat
        self.console.blank()
        while self.console.ask(tr("Pass to {seat}, then press Enter", seat=self._title(seat))):
            self.console.say(tr("Enter alone goes on, so that nobody reads what is not theirs."))
        self.console.blank()

    def _tell(self) -> None:
        """Tells the seat what has happened since it was last told, and what it is to do."""
        view = self._view()
        self.console.say(self._told[self.seat].news(view))
        self.console.say(self._aside.after_turn(self.seat))
        heading = board.heading(view)
        if heading != self._headings.get(self.seat):
            self._headings[self.seat] = heading
            self.console.say(heading)
        if view.pending is not None:
            self.console.say(board.pending(view, view.pending))
        self.console.say(board.ending(view))
        self.console.say(view.prompt)

    def _chart(self, rest: str) -> None:
        if rest.casefold() == charts.SPREAD:
            self.console.draw(charts.spread(self._client.finals()))
        else:
            self.console.draw(charts.lines(self._client.trends(), self._view(), rest))

    def _say(self, rest: str) -> None:
        to, text = "", rest
        words = rest.split(" ", 2)
        if len(words) == 3 and words[0] == "to" and words[1] in (*self.scenario.teams, FACILITATOR):
            to, text = words[1:]
        self._client.say(text, to=to)
        if to:
            self.console.say(tr("Said to {seat}.", seat=self._title(to)))
        else:
            self.console.say(tr("Said to everybody."))
        self._go_on()

    def _note(self, rest: str) -> None:
        words = rest.split()
        tags = tuple(word[1:] for word in words if word.startswith("#"))
        text = " ".join(word for word in words if not word.startswith("#"))
        self._client.note(text, tags=tags)
        self.console.say(tr("Noted."))

    def _change_seat(self, rest: str) -> None:
        if not rest:
            seats = ", ".join(self.seats)
            self.console.say(tr("Seats here: {seats}. Now: {seat}.", seats=seats, seat=self.seat))
        elif rest in self.seats:
            self._pass_to(rest)
            self._tell()
        else:
            raise UsageInvalid(
                tr(
                    "nobody here holds the seat '{word}'{nearest}",
                    word=rest[:40],
                    nearest=nearest(rest, self.seats),
                ),
                remedy=tr("the seats here are {seats}", seats=", ".join(self.seats)),
            )

    def _facilitator(self) -> LocalFacilitator:
        if self.seat != FACILITATOR:
            raise UsageInvalid(
                tr("only the facilitator moves the line of play"),
                remedy=tr("a team takes its own orders back with 'recall'"),
            )
        return self.session.client("facilitator")

    def _undo(self, rest: str) -> None:
        self.console.say(line.undo(self._facilitator(), rest))
        self._go_on()

    def _roll(self, rest: str) -> None:
        if rest.casefold() == "engine":
            self._facilitator().roll()
            self._go_on()
        else:
            self._decide(f"roll {rest}".rstrip())

    def _redo(self, rest: str) -> None:
        self._facilitator().redo()
        self._tell()

    def _history(self, rest: str) -> None:
        self.console.say(line.history(self._facilitator()))

    def _bookmark(self, rest: str) -> None:
        self._facilitator().bookmark(rest)
        self.console.say(tr("Marked."))

    def _save(self, rest: str) -> None:
        name = self.session.name
        self.console.say(tr("The game is saved; every decision is written as soon as it is made."))
        if self.session.is_over:
            self.console.say(tr("To look back: wargame replay {save} --plain", save=name))
        else:
            self.console.say(tr("To go on: wargame resume {save} --plain", save=name))
