"""What the understanding stage is worth: ablations, learning curve, quotations, speed. See README.md."""
