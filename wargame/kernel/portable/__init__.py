"""The hand-written half of every program: how play goes on, for any scenario.

These files are never imported at play: `generate` copies their functions between a scenario's
constants and its generated functions, and the whole is one module. They are therefore written in
the portable subset (ints, `s[i]`, tables by constant name, if/while, calls of other program
functions), so that the same text can be translated to native code. `s` is the state and `out` a
scratch list; every function returns an int. `abi` declares, for readers and type checkers, what the
generator supplies.
"""
