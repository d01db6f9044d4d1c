"""Draws and takes keys. Knows neither the store nor the app: plain rows and callables only."""
