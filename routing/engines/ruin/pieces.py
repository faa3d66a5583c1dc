"""How numba compiles what only other kernels call: no further than it is needed.

By itself it optimises each function with all that this calls, and makes machine code of it, though
the entry is optimised as a whole in the end. Without that the first start takes half as long.
"""

from typing import Any

from numba.core.compiler import CompilerBase, DefaultPassBuilder
from numba.core.compiler_machinery import register_pass
from numba.core.typed_passes import NativeLowering


@register_pass(mutates_CFG=True, analysis_only=False)
class LoweringOfAPiece(NativeLowering):
    """Lowering to the code that callers take in, and no further."""

    _name = "lowering_of_a_piece"

    def run_pass(self, state: Any) -> bool:  # noqa: ANN401 - numba's own, untyped
        name = state.func_id.func_qualname
        state.library = state.targetctx.codegen().create_library(name)
        state.library.enable_object_caching()
        state.library._optimize_final_module = _not_yet  # noqa: SLF001 - it has no public door
        state.flags.no_compile = True
        super().run_pass(state)
        state.library._ensure_finalized()  # noqa: SLF001 - likewise
        # Nobody calls this from Python; numba wants some built-in function, each time another.
        lowered = state["cr"]._replace(cfunc=[].append)
        state.targetctx.insert_user_function(lowered.cfunc, lowered.fndesc, [state.library])
        state["cr"] = lowered
        return True


class Piece(CompilerBase):
    """The pipeline of a function that only compiled functions call."""

    def define_pipelines(self) -> list[Any]:
        passes = DefaultPassBuilder.define_nopython_pipeline(self.state)
        passes.passes = [
            (LoweringOfAPiece if each is NativeLowering else each, told)
            for each, told in passes.passes
        ]
        passes.finalize()
        return [passes]


def _not_yet() -> None:
    pass
