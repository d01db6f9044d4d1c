"""Speed, measured: `python -m bench [--quick] [row ...]`. Every figure is a ratio inside one run."""
