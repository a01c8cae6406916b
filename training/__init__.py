"""How the extractor is made: the corpus read and checked, the encoder trained, weighed against the rules, and packed.

Nothing here is needed to use Second Source. `make model` runs it from the corpus to the packed model.
"""
