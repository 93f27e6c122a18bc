"""Quality against held-out data (`make gate`) and speed (`make bench`). Nothing of the package imports this."""
