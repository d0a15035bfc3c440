"""Comparisons that are hard to draw as a table."""

from __future__ import annotations

from mkdocs_comparisons.model.catalogue import Catalogue
from tests.samples import catalogue_of

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
_HARD = f"""\
title: "Hard <b>&amp; cases</b> {LONG}"
subjects:
  a: {{title: "{LONG}"}}
  b: {{title: "虚拟机与容器的比较和选择指南"}}
  c: {{title: "الآلات الافتراضية مقابل الحاويات (VM)"}}
  d: {{title: "<script>alert(1)</script>"}}
sources: {{s: {{title: "S <i> {LONG} {LONG}"}}}}
dimensions:
  long:
    title: "One {LONG} {LONG}"
    attributes:
      word: {{title: "{LONG}", claims: {{
        a: "{LONG}",
        b: "共享宿主机的内核，启动只需几毫秒；适合微服务。共享宿主机的内核，启动只需几毫秒。",
        c: {{value: "تشغيل نظام تشغيل كامل لكل آلة، ثم تطبيق. (kernel 6.1) وأكثر", note: "ملاحظة"}},
        d: "a `code` **b** [link](https://example.org/x) https://example.org/{LONG}/{LONG}?x=1"}}}}
      signs: {{title: Signs, claims: {{a: "{"👩‍👩‍👧" * 20}", b: unknown, c: n/a, d: {{value: unknown, note: Why}}}}}}
      levels: {{title: Levels, type: support, claims: {{
        a: "yes", b: {{value: partial, sources: [s]}}, c: "no", d: unknown}}}}
      speed: {{title: Speed, type: {{quantity: km/h}}, claims: {{
        a: 12, b: "1,000,000,000,000–2,000,000,000,000", c: ~5}}}}
      list: {{title: List, type: list, claims: {{a: [one, two, three, four, five, six, seven, eight], b: [x]}}}}
  short: {{title: 空间, attributes: {{u: {{title: "מהירות", claims: {{a: x}}}}}}}}
"""
_NUMBERS = """\
title: Speeds
subjects: {a: {title: Walker}, b: {title: Cyclist with a bag}, c: {title: "قطار"}}
dimensions:
  d:
    title: D
    attributes:
      x: {title: X, type: {quantity: km/h}, claims: {a: 5, b: {value: 20, note: On flat roads.}, c: 300}}
      y: {title: Y, type: {money: EUR}, claims: {a: "0", b: "1.50", c: {value: 19.99, note: Once.}}}
      z: {title: Z, type: number, claims: {a: unknown, b: n/a}}
"""


def hard() -> Catalogue:
    """Long words, words without spaces, words that run from right to left, tags, all states."""
    return catalogue_of(hard=_HARD)


def numbers() -> Catalogue:
    """Nothing but numbers."""
    return catalogue_of(numbers=_NUMBERS)


def wide(subjects: int, rows: int) -> Catalogue:
    """Many subjects, with claims that differ in their length."""
    names = ", ".join(f"s{place}: {{title: Subject number {place}}}" for place in range(subjects))
    lines = []
    for row in range(rows):
        claims = ", ".join(
            f"s{place}: {'words of a claim ' * ((row * place) % 7)}end {row}.{place}"
            for place in range(subjects)
            if (row + place) % 9
        )
        lines.append(f"      a{row}: {{title: Attribute {row}, claims: {{{claims}}}}}\n")
    head = f"title: Wide\nsubjects: {{{names}}}\ndimensions:\n  d:\n    title: D\n    attributes:\n"
    return catalogue_of(wide=head + "".join(lines))
