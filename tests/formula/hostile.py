"""Texts that must never become code: what a hostile author might write for a formula."""

from __future__ import annotations

CALLS = [
    *("eval(trust)", "exec(trust)", "open(trust)", "print(trust)", "input()", "exit()", "quit()"),
    *("globals()", "locals()", "vars()", "dir()", "type(trust)", "id(trust)", "int(trust)"),
    *("getattr(trust, audited)", "setattr(trust, 1, 2)", "compile(trust, 1, 1)", "breakpoint()"),
    *("__import__(trust)", "trust()", "trust()()", "min()", "min(1)", "min(trust)", "max()"),
    *("abs()", "abs(1, 2)", "count()", "sum(1, 2)", "min(1, 2)()", "min(*trust)", "min(1, *trust)"),
    *("min(1, key=trust)", "max(1, 2, default=3)", "min(**trust)", "count(x for x in trust)"),
    *("pow(2, 3)", "range(9)", "len(trust)", "any(trust)", "all(trust)", "map(trust, trust)"),
    *("sorted(trust)", "super()", "object()", "memoryview(trust)", "bytes(9)", "hash(trust)"),
]
NAMES = [
    *("__builtins__", "__class__", "__name__", "__file__", "__debug__", "_", "s", "v", "T_trust"),
    *("trust.__class__", "trust.__class__.__bases__", "().__class__", "trust.real", "trust.x.y"),
    *("(1).real", "(trust).x", "trust .x", "min.x", "True.x", "true.x", "None", "Ellipsis"),
    *("True", "False", "NotImplemented", "self", "cls", "wargame", "os", "sys", "os.system"),
    *("s[0]", "s[T_trust]", "trust[0]", "trust[0:1]", "trust[...]", "[trust][0]", "(1, 2)[0]"),
    *("unknown", "unknown.x", "north", "north.unknown", "draws.news", "TRUST", "Trust", "trust."),
]
OPERATORS = [
    *("trust ** 2", "trust ** 999999999", "2 ** 99", "trust @ trust", "trust << 2", "trust >> 2"),
    *("1 << 99", "trust & 1", "trust | 1", "trust ^ 1", "~trust", "+trust", "trust / 2", "1 / 0"),
    *("trust // 0", "trust % 0", "trust // -1", "trust // trust", "trust % trust", "1 // (1 - 1)"),
    *("trust is trust", "trust is not 1", "trust in trust", "trust not in trust", "not in trust"),
    *("trust = 1", "trust := 1", "(trust := 1)", "trust += 1", "trust == ", "== trust", "!trust"),
    *("trust <> 1", "trust === 1", "trust && audited", "trust || audited", "trust ? 1 : 2"),
    *("trust++", "--", "trust -> 1", "trust, 1", "trust;", "trust; trust", "*trust", "**trust"),
]
LITERALS = [
    *("'a'", '"a"', "'''a'''", "b'a'", "f'{trust}'", 'f"{trust}"', "r'a'", "u'a'", "'a' 'b'"),
    *("1.5", "1.", ".5", "1e9", "1E9", "1j", "0x10", "0b1", "0o7", "010", "1_000", "1__0", "0777"),
    *("2147483648", "9" * 20, "9" * 299, "9" * 301, "-2147483648", "1" + "0" * 100, "1L", "1u"),
    *("[]", "{}", "()", "[1]", "{1}", "{1: 2}", "(1,)", "(1, 2)", "[*trust]", "{**trust}", "..."),
]
STATEMENTS = [
    *("lambda: 1", "lambda x: x", "(lambda: 1)()", "yield", "yield 1", "(yield)", "await trust"),
    *("[x for x in trust]", "(x for x in trust)", "{x for x in trust}", "{x: x for x in trust}"),
    *("import os", "from os import path", "pass", "return 1", "raise trust", "assert trust"),
    *("del trust", "global trust", "if trust: 1", "while 1: 1", "for x in trust: 1", "def f(): 1"),
    *("class X: pass", "with trust: 1", "try: 1", "match trust: 1", "async def f(): 1", "print 1"),
    *("trust if audited", "if audited else trust", "trust else 1", "1 if", "else", "not", "and"),
    *(
        "trust and",
        "or audited",
        "not not",
        "a if b else c else d",
        "(",
        ")",
        "((1)",
        "(1))",
        "1)+(1",
    ),
]
CHARACTERS = [
    *(
        "trust\n",
        "trust\n> 1",
        "1\r",
        "1\r\n2",
        "trust\t> 1",
        "trust\x00",
        "\x00",
        "\x1b[31m",
        "1\x0c",
    ),
    *("trust # comment", "trust\\", "\\\ntrust", "`trust`", "$trust", "trust?", "@trust", "trust:"),
    *(
        "ｔrust",
        "trᵤst",
        "trust ﹥ 1",
        "ｔｒｕｓｔ",
        "𝐭𝐫𝐮𝐬𝐭",
        "trusт",
        "trust\u200b",
        "\ufefftrust",
    ),
    *(
        "１",
        "trust > ２",
        "trust − 1",
        "trust × 2",
        "trust ≤ 3",
        "trust\u00a0> 1",
        "trust\u2028> 1",
    ),
    *("ﬁ", "trust\u202e", "\ud800", "İ", "trust;", "{trust}", "{{trust}}", "%(trust)s", "${trust}"),
]
DEEP = [
    *("(" * 299, "(" * 150 + ")" * 150, "(" * 140 + "1" + ")" * 140 + "("),
    *("not " * 74 + "audited", "- " * 148 + "trust", "-" * 298 + "1", "[" * 150 + "]" * 150),
    *("min(1," * 40 + "1" + ")" * 40, "abs(" * 50 + "1" + ")" * 50, "1 if true else " * 38 + "1"),
    *("trust." * 49 + "x", "(trust)" * 42, "trust > 1 " * 30, "+".join("1" * 150), "x" * 300),
    *("max(trust,debt," * 12 + "1" + ")" * 12, "(1 +" * 40 + "1" + ")" * 40, "a" * 301, " " * 301),
]
HOSTILE = [*CALLS, *NAMES, *OPERATORS, *LITERALS, *STATEMENTS, *CHARACTERS, *DEEP, "", " "]
