"""Units that convert into each other, by family."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a family; amounts in units of one family can be compared."""

    family: str
    factor: Decimal
    """How many of the family's base unit it is."""


def _family(name: str, factors: Mapping[str, object]) -> dict[str, Unit]:
    return {symbol: Unit(name, Decimal(str(factor))) for symbol, factor in factors.items()}


UNITS: Mapping[str, Unit] = MappingProxyType(
    _family(
        "time",
        {
            "ns": "1e-9",
            "µs": "1e-6",  # the micro sign …
            "μs": "1e-6",  # … and the Greek letter, which look the same
            "us": "1e-6",
            "ms": "1e-3",
            "s": 1,
            "min": 60,
            "h": 3_600,
            "d": 86_400,
        },
    )
    | _family(
        "bytes",
        # By 1,024 throughout: that is what file managers and memory vendors mean, and `KiB` says it outright.
        {"B": 1}
        | dict.fromkeys(("kB", "KB", "KiB"), 1024)
        | dict.fromkeys(("MB", "MiB"), 1024**2)
        | dict.fromkeys(("GB", "GiB"), 1024**3)
        | dict.fromkeys(("TB", "TiB"), 1024**4)
        | dict.fromkeys(("PB", "PiB"), 1024**5),
    )
    | _family(
        "bits",
        {"bit": 1, "kbit": 10**3, "Mbit": 10**6, "Gbit": 10**9, "Tbit": 10**12}
        | {"Kibit": 1024, "Mibit": 1024**2, "Gibit": 1024**3, "Tibit": 1024**4},
    )
    | _family(
        "length",
        {"nm": "1e-9", "µm": "1e-6", "μm": "1e-6", "um": "1e-6", "mm": "1e-3", "cm": "1e-2", "m": 1, "km": 1_000}
        | {"in": "0.0254", "ft": "0.3048", "yd": "0.9144", "mi": "1609.344"},
    )
    | _family(
        "mass",
        {"µg": "1e-9", "μg": "1e-9", "ug": "1e-9", "mg": "1e-6", "g": "1e-3", "kg": 1, "t": 1_000}
        | {"oz": "0.028349523125", "lb": "0.45359237"},
    )
    | _family("frequency", {"Hz": 1, "kHz": 10**3, "MHz": 10**6, "GHz": 10**9, "THz": 10**12})
)
"""All units that convert, by their symbols; a symbol means one unit only (`m` is the metre)."""


def is_compatible(unit: str, with_unit: str) -> bool:
    """Return whether amounts in the two units can be compared: the same unit, or the same family."""
    if unit == with_unit:
        return True
    first, second = UNITS.get(unit), UNITS.get(with_unit)
    return first is not None and second is not None and first.family == second.family


def units_like(unit: str) -> tuple[str, ...]:
    """Return the units of a unit's family, itself included; a unit of no family is alone."""
    own = UNITS.get(unit)
    return tuple(symbol for symbol, other in UNITS.items() if other.family == own.family) if own else (unit,)


def in_base_unit(amount: Decimal, unit: str) -> Decimal:
    """Convert an amount into the base unit of its family; units of no family are their own base."""
    known = UNITS.get(unit)
    return amount * known.factor if known else amount
