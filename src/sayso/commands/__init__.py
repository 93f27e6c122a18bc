"""The commands, one function each, by what they are for. No logic: each asks a view and shows it."""
