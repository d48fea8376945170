"""A program as machine code: LLVM makes it, and ctypes calls it without holding Python's lock."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping
from ctypes import CFUNCTYPE, c_int64, c_void_p
from typing import Any

import llvmlite
import llvmlite.binding as llvm
from attrs import field, frozen

from wargame.kernel.subset import check
from wargame.kernel.uncollected import uncollected
from wargame.native.plain import instructions
from wargame.native.tabled import tabled
from wargame.native.translate import Exports, translate

EFFORT = 2
"""How hard LLVM works on the code of a single function, 0 to 3."""

PASSES = ("always_inliner", "global_dead_code_eliminate")
"""What LLVM does to a whole program; after that it simplifies each function by itself. All that its
own second level does takes twice as long and plays no faster (`benchmarks/peers.py`)."""


def buffer(numbers: Iterable[int]) -> array[int]:
    """Returns a list that native functions can be handed: a state, a scratch list, seeds."""
    return array("q", numbers)


@frozen
class Engine:
    """Is the native form of some functions of a program.

    They are attributes, as on `Program.run`: `engine.playout(s, out, 0, 1)`. Lists are `buffer`s
    and are changed in place; several threads may play at a time, each with its own.
    """

    functions: Mapping[str, Callable[..., int]]
    _code: Any = field(repr=False)  # LLVM's engine, which the code lives as long as

    def __getattr__(self, name: str) -> Callable[..., int]:
        try:
            return self.functions[name]
        except KeyError:
            raise AttributeError(f"'{name}' is not among the native functions") from None


@uncollected()
def compile_native(source: str, exports: Exports) -> bytes:
    """Returns the object code of a program's text for this processor.

    Raises:
        ProgramUnsafe: the text is not in the portable subset, or cannot be translated.
    """
    target = _target()
    own = instructions(llvm.get_host_cpu_features())
    module = llvm.parse_assembly(translate(tabled(check(source)), exports, own))
    passes = llvm.create_new_module_pass_manager()
    for name in PASSES:
        getattr(passes, f"add_{name}_pass")()
    options = llvm.create_pipeline_tuning_options(speed_level=EFFORT)
    builder = llvm.create_pass_builder(target, options)
    passes.run(module, builder)
    simplify = builder.getFunctionPassManager()
    for function in module.functions:
        if not function.is_declaration:
            simplify.run(function, builder)
    code: bytes = target.emit_object(module)
    return code


def load_native(code: bytes, exports: Exports) -> Engine:
    """Returns the functions in object code that `compile_native` has made."""
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), _target())
    engine.add_object_file(llvm.ObjectFileRef.from_data(code))
    engine.finalize_object()
    functions = {
        name: _callable(engine.get_function_address(name), is_list)
        for name, is_list in exports.items()
    }
    return Engine(functions, engine)


def processor() -> str:
    """Returns all that object code depends on besides the program: LLVM and the processor."""
    return f"{llvmlite.__version__} {llvm.get_host_cpu_name()} {_features()}"


def _features() -> str:
    features: str = llvm.get_host_cpu_features().flatten()
    return features


def _target() -> llvm.TargetMachine:
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    return llvm.Target.from_default_triple().create_target_machine(
        cpu=llvm.get_host_cpu_name(), features=_features(), opt=EFFORT, jit=True
    )


def _callable(address: int, is_list: tuple[bool, ...]) -> Callable[..., int]:
    native = CFUNCTYPE(c_int64, *(c_void_p if one else c_int64 for one in is_list))(address)

    def call(*arguments: Any) -> int:
        result: int = native(
            *(
                value.buffer_info()[0] if one else value
                for value, one in zip(arguments, is_list, strict=True)
            )
        )
        return result

    return call
