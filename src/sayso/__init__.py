"""Who says what, how sure they are, what happened and why: each answer tied to the exact words it rests on."""

__version__ = "0.1.0"
