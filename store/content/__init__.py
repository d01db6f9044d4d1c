"""Words that are content, not code: kept as plain files."""
