"""What a screen shows, as frozen values: one file a question. Used by the command line and the web alike."""
