"""The round amounts at which an axis has ticks, and how they are written.

Everything here counts in the base unit of a family (seconds, bytes, …). A label is exactly true of its place: an amount
is written in the largest unit in which it is a short number.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from mkdocs_comparisons.model.units import UNITS

NBSP = "\u00a0"
_MINUS = "\u2212"

# From small to large; a family with several ways of writing has several chains.
_CHAINS: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "time": (("ns", "µs", "ms", "s", "min", "h", "d"),),
        "bytes": (
            ("B", "KB", "MB", "GB", "TB", "PB"),
            ("B", "kB", "MB", "GB", "TB", "PB"),
            ("B", "KiB", "MiB", "GiB", "TiB", "PiB"),
        ),
        "bits": (("bit", "kbit", "Mbit", "Gbit", "Tbit"), ("bit", "Kibit", "Mibit", "Gibit", "Tibit")),
        "length": (("nm", "µm", "mm", "m", "km"),),
        "mass": (("µg", "mg", "g", "kg", "t"),),
        "frequency": (("Hz", "kHz", "MHz", "GHz", "THz"),),
    }
)
_LONGEST_LONE_UNIT = 2
"""A longer unit without a family (`EUR`, `requests/s`) does not stand at each tick: the values carry it."""

_LARGE = ((12, "tn"), (9, "bn"), (6, "M"))
_MOST_DIGITS = 4
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


@dataclass(frozen=True, slots=True)
class Ladder:
    """Where ticks of one attribute may stand."""

    units: tuple[tuple[str, Decimal], ...]
    """Units to write amounts in, from small to large, each with its factor."""

    family: str = ""
    """`clock` and `binary` have round amounts of their own; all others count in tens."""

    factor: Decimal = Decimal(1)
    """What powers of ten are multiplied with: for units that are no power of ten of their base, such as the mile."""

    @property
    def unsaid_unit(self) -> str:
        """The unit that labels leave out; empty if they have it."""
        unit = self.units[0][0] if len(self.units) == 1 else ""
        return "" if unit in UNITS or len(unit) <= _LONGEST_LONE_UNIT else unit

    def rungs(self, low: Decimal, high: Decimal, most: int) -> Iterator[Sequence[Decimal]]:
        """Yield rows of round amounts about two positive ones, from the densest on; the last row has at most `most`."""
        if self.family == "clock" and low >= _CLOCK[0] and high <= _CLOCK[-1]:
            yield from (_CLOCK, _CLOCK_TENS, _CLOCK_TENS[::2], _CLOCK_TENS[::3], _CLOCK_TENS[::5])
        elif self.family == "binary" and low >= 1 and high <= _BINARY[-1]:
            yield from (_BINARY, _BINARY[::2], _BINARY_TENS, _BINARY[::10], _BINARY[::20])
        for fewer in (most, most - 1, most - 2):
            yield [self.factor * rung for rung in _tens(low / self.factor, high / self.factor, fewer)]

    def fewest_rungs(self, low: Decimal, high: Decimal, most: int) -> Sequence[Decimal]:
        """Return the densest row that covers two amounts, itself included, with at most `most` of it."""
        row: Sequence[Decimal] = ()
        for rungs in self.rungs(low, high, most):
            row = rungs[max(bisect_right(rungs, low) - 1, 0) : bisect_left(rungs, high) + 1]
            if len(row) <= most:
                break
        return row

    def step(self, low: Decimal, high: Decimal, most: int) -> Decimal:
        """Return the smallest round step of which `most` ticks cover two different amounts, zero being one of them."""
        least = (high - low) / max(most, 2)
        for step in self._steps(least):
            if _count(low, high, step) <= most:
                return step
        return high - low

    def _steps(self, least: Decimal) -> Iterator[Decimal]:
        table = {"clock": _CLOCK_STEPS, "binary": _BINARY}.get(self.family, ())
        # One step of a table more than needed may be too long: then there are fewer ticks, never none.
        if table and table[0] <= least <= table[-4]:
            yield from table[bisect_left(table, least) :]
        start = (least / self.factor).adjusted()
        for exponent in range(start, start + 4):
            yield from (self.factor * Decimal(digit).scaleb(exponent) for digit in (1, 2, 5))

    def label(self, amount: Decimal, *, step: Decimal | None = None) -> str:
        """Write an amount.

        Args:
            amount: In the base unit.
            step: From tick to tick; only units in which it is a short number too are used, so that labels are alike.
        """
        if not amount:
            return "0"
        number, unit = amount, ""
        for symbol, factor in self.units:
            quotient = amount / factor
            if unit and (abs(quotient) < 1 or not _is_short(quotient, factor, amount)):
                continue
            if unit and step is not None and not _is_short(step / factor, factor, step):
                continue
            number, unit = quotient, symbol
        shown = "" if unit == self.unsaid_unit else unit
        return write_number(number) + (NBSP + shown if shown else "")

    def estimate(self, amount: Decimal) -> str:
        """Write an amount of any size to two digits, always with its unit: for sentences."""
        fitting = [unit for unit in self.units if abs(amount) >= unit[1]] or self.units[:1]
        symbol, factor = fitting[-1]
        return write_number(rounded(amount / factor)) + (NBSP + symbol if symbol else "")


@lru_cache(maxsize=256)
def ladder_of(unit: str) -> Ladder:
    """Return where ticks of a unit may stand; that of a family counts in the family's base unit."""
    known = UNITS.get(unit)
    if known is None:
        return Ladder(((unit, Decimal(1)),))
    chains = _CHAINS[known.family]
    chain = next((chain for chain in chains if unit in chain), None)
    chain = chain or next((chain for chain in chains if any(UNITS[it].factor == known.factor for it in chain)), None)
    if chain is None:
        return Ladder(((unit, known.factor),), factor=known.factor)
    units = tuple((symbol, UNITS[symbol].factor) for symbol in chain)
    family = "clock" if known.family == "time" else "binary" if UNITS[chain[1]].factor == 1024 else ""
    return Ladder(units, family)


def write_number(number: Decimal) -> str:
    """Write a number with few digits exactly: `20 000`, `5 M`, `10⁻⁹`."""
    number = number.normalize()
    exponent = number.adjusted()
    if number.is_zero():
        return "0"
    if not -5 < exponent < 15:
        mantissa = _plain(number.scaleb(-exponent))
        power = "10" + str(exponent).translate(_RAISED)
        return power if mantissa == "1" else f"{mantissa}×{power}"
    for large, name in _LARGE:
        if exponent >= large:
            return _plain(number.scaleb(-large)) + NBSP + name
    return _plain(number)


def rounded(number: Decimal) -> Decimal:
    """Round a number to two digits."""
    exponent = number.adjusted()
    return number.scaleb(-exponent).quantize(Decimal("0.1")).scaleb(exponent) if number else number


def _plain(number: Decimal) -> str:
    return f"{number.normalize():,f}".replace(",", NBSP).replace("-", _MINUS)


_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def _is_short(quotient: Decimal, factor: Decimal, amount: Decimal) -> bool:
    return len(quotient.normalize().as_tuple().digits) <= _MOST_DIGITS and quotient * factor == amount


def _count(low: Decimal, high: Decimal, step: Decimal) -> Decimal:
    return (high / step).to_integral_value("ROUND_CEILING") - (low / step).to_integral_value("ROUND_FLOOR") + 1


def _tens(low: Decimal, high: Decimal, most: int) -> Sequence[Decimal]:
    """Return 1, 2, 5, 10, … where that is few enough, else powers of ten, else each second, third, fifth … one."""
    first, last = low.adjusted(), high.adjusted() + 1
    dense = [Decimal(digit).scaleb(exponent) for exponent in range(first, min(last, first + 5)) for digit in (1, 2, 5)]
    dense.append(Decimal(1).scaleb(min(last, first + 5)))
    if dense[-1] >= high and bisect_left(dense, high) - bisect_right(dense, low) + 2 <= most:
        return dense
    stride = _stride((last - first) / max(most - 1, 1))
    return [Decimal(1).scaleb(exponent) for exponent in range(first // stride * stride, last + stride, stride)]


def _stride(least: float) -> int:
    stride = 1
    while True:
        for factor in (1, 2, 3, 5):
            if stride * factor >= least:
                return stride * factor
        stride *= 10


def _decimals(first: int, last: int, *digits: int) -> tuple[Decimal, ...]:
    return tuple(Decimal(digit).scaleb(exponent) for exponent in range(first, last) for digit in digits)


def _times(unit: int, *numbers: int) -> tuple[Decimal, ...]:
    return tuple(Decimal(unit * number) for number in numbers)


_CLOCK_TENS = (
    *_decimals(-9, 1, 1),
    *_times(1, 10, _MINUTE, 10 * _MINUTE, _HOUR),
    *_times(_DAY, 1, 10, 100, 1_000, 10_000),
)
_CLOCK = (
    *_decimals(-9, 0, 1, 2, 5),
    *_times(1, 1, 2, 5, 10, 30),
    *_times(_MINUTE, 1, 2, 5, 10, 30),
    *_times(_HOUR, 1, 2, 6, 12),
    *_times(_DAY, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000),
)
_CLOCK_STEPS = (
    *_decimals(-9, 0, 1, 2, 5),
    *_times(1, 1, 2, 5, 10, 20, 30),
    *_times(_MINUTE, 1, 2, 5, 10, 20, 30),
    *_times(_HOUR, 1, 2, 3, 6, 12),
    *_times(_DAY, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000),
)
_BINARY = tuple(Decimal(2**power) for power in range(61))
_BINARY_TENS = (*(unit * tens for unit in _BINARY[:60:10] for tens in (1, 10, 100)), _BINARY[60])
