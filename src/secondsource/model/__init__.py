"""The records that travel between the stages: frozen, typed, without behaviour that touches the outside."""
