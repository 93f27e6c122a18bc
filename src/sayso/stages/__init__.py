"""One file a layer, named after what it writes. `stage.py` holds the contract, `sayso.pipeline` the order."""
