"""Words, sentences and numbers with their offsets: what every stage needs to know about plain text."""
