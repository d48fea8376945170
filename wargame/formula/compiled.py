"""Compiles a formula: its text and the names it may use become checked Python code."""

from __future__ import annotations

from attrs import evolve, frozen

from wargame.errors import FormulaError
from wargame.formula import piece as rank
from wargame.formula.interval import Interval
from wargame.formula.parse import parse, split
from wargame.formula.piece import Piece
from wargame.formula.symbol import BOOL, INT, Scope, Symbol
from wargame.formula.translate import LIMIT, Translator
from wargame.language import tr
from wargame.text import nearest


@frozen
class Compiled:
    """Is a condition or a value as an expression over the slots `s`.

    The value lies in `low`..`high` in every state; for a condition 1 means that it always holds and
    0 that it never does. `names` are those that it reads.
    """

    code: str
    kind: str
    low: int
    high: int
    names: frozenset[str]


@frozen
class CompiledEffect:
    """Is an effect as statements over the slots `s` and the local variable `v`.

    `names` are those that the value reads; the target itself does not count. Before it is kept
    within its bounds the target's new value lies in `low`..`high`.
    """

    lines: tuple[str, ...]
    target: str
    names: frozenset[str]
    low: int
    high: int


def condition(text: str, scope: Scope) -> Compiled:
    """Returns a formula that must be a condition; its code can stand in `1 if ... else 0`."""
    piece = Translator(scope).wanted(parse(text), BOOL)
    return _compiled(evolve(piece, code=piece.within(rank.OR)))


def value(text: str, scope: Scope) -> Compiled:
    """Returns a formula that must be a number."""
    return _compiled(Translator(scope).wanted(parse(text), INT))


def effect(text: str, scope: Scope) -> CompiledEffect:
    """Returns an effect: `name += number`, `name -= number` or `name = value`."""
    target, sign, rest = split(text)
    translator = Translator(scope)
    column = text.index(target)
    symbol = translator.symbol(target, column)
    if not symbol.writes:
        raise FormulaError(
            tr(
                "'{target}' cannot be changed{guess}", target=target, guess=_writable(target, scope)
            ),
            remedy=tr("an effect changes a track, a ladder, a flag or a purse"),
            column=column,
        )
    if not symbol.reads_ok and sign != "+=":
        raise FormulaError(
            tr("'{target}' can only be added to", target=target),
            remedy=tr("write {target} += 1", target=target),
            column=column,
        )
    if symbol.kind != INT and sign != "=":
        raise FormulaError(
            tr("'{target}' is no number", target=target),
            remedy=tr(
                "write {target} = {value}",
                target=target,
                value=symbol.steps[0] if symbol.steps else "true",
            ),
            column=text.index(sign),
        )
    amount = translator.wanted(parse(rest), symbol.kind, symbol.steps)
    result = _result(symbol, sign, amount)
    lines: list[str] = []
    for slot in symbol.writes:
        lines += _store(slot, symbol, result, _new(slot, sign, amount))
    return CompiledEffect(tuple(lines), target, amount.names, result.low, result.high)


def _compiled(piece: Piece) -> Compiled:
    return Compiled(piece.code, piece.kind, piece.interval.low, piece.interval.high, piece.names)


def _writable(target: str, scope: Scope) -> str:
    return nearest(target, tuple(name for name, symbol in scope.items() if symbol.writes))


def _result(symbol: Symbol, sign: str, amount: Piece) -> Interval:
    """Returns what the new value can be before it is kept within the symbol's bounds."""
    bounds = Interval(symbol.low, symbol.high)
    if sign == "=":
        result = amount.interval
    else:
        result = bounds + amount.interval if sign == "+=" else bounds - amount.interval
    if result.low > bounds.high or result.high < bounds.low or not result.fits(LIMIT):
        raise FormulaError(
            tr(
                "'{name}' would always leave {low}..{high}",
                name=symbol.name,
                low=bounds.low,
                high=bounds.high,
            ),
            remedy=tr("write a value within its bounds"),
        )
    return result


def _new(slot: str, sign: str, amount: Piece) -> str:
    """Returns code for the new value of one slot."""
    if sign != "=":
        return f"s[{slot}] {sign[0]} {amount.within(rank.TIMES)}"
    if amount.kind == BOOL and amount.code not in ("0", "1"):
        return f"1 if {amount.within(rank.OR)} else 0"
    return amount.code


def _store(slot: str, symbol: Symbol, result: Interval, code: str) -> list[str]:
    """Returns the statements that store a new value, cut to the bounds it could leave."""
    clamped = "v"
    if result.high > symbol.high:
        clamped = f"{symbol.high} if v > {symbol.high} else v"
    if result.low < symbol.low:
        rest = clamped if clamped == "v" else f"({clamped})"
        clamped = f"{symbol.low} if v < {symbol.low} else {rest}"
    if clamped == "v":
        return [f"s[{slot}] = {code}"]
    return [f"v = {code}", f"s[{slot}] = {clamped}"]
