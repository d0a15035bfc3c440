"""A comparison of more than 5,000 cells."""

from __future__ import annotations

SUBJECTS, PARTS, ATTRIBUTES = 20, 3, 87
ROWS = PARTS * ATTRIBUTES


def write_data() -> str:
    """Return a comparison of more than 5,000 cells; a value is the product of the numbers of attribute and subject."""
    lines = ["title: Many things", "noun: {one: thing, many: things}", "subjects:"]
    lines += [f"  s{number}: {{title: Thing {number}}}" for number in range(1, SUBJECTS + 1)]
    lines.append("dimensions:")
    for part in range(PARTS):
        lines += [f"  d{part}:", f"    title: Part {part}", "    attributes:"]
        for number in range(part * ATTRIBUTES + 1, (part + 1) * ATTRIBUTES + 1):
            claims = ", ".join(f"s{each}: {each * number}" for each in range(1, SUBJECTS + 1))
            lines.append(f"      a{number}: {{title: Row {number}, type: number, claims: {{{claims}}}}}")
    lines[-1] = lines[-1].replace(f"s2: {2 * ROWS}", f"s2: {{value: {2 * ROWS}, note: The last one.}}")
    return "\n".join(lines) + "\n"
