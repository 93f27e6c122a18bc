"""The errors sayso raises. Each names what went wrong, where, and the way out.

Bad *data* is never an exception that stops a run: it comes back as a `Loss` beside the results.
"""


class SaysoError(Exception):
    """Base of every error this package raises on purpose."""


class UsageError(SaysoError):
    """The caller asked for something that cannot be done as asked (exit code 2)."""


class WiringError(SaysoError):
    """The stages do not fit together; a mistake of ours, found before the first text."""


class StageError(SaysoError):
    """A stage failed on one document; the fault is ours."""

    def __init__(self, stage: str, error: Exception) -> None:
        super().__init__(f"the stage {stage} failed ({type(error).__name__}: {error})")
        self.stage = stage
