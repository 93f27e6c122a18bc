"""The trade's words as data: every entry has an id, a definition, an example and a counter-example."""
