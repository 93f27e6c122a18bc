"""Who says what, learned: cues first, then for each cue its source and its content. See training/README.md."""
