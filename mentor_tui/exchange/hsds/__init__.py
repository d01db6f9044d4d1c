"""A directory of services in, from a folder of HSDS CSV files (1.1 to 3)."""

from mentor_tui.exchange.hsds.planning import FileRows, ServiceImport, plan_import
from mentor_tui.exchange.hsds.summary import summary

__all__ = ["FileRows", "ServiceImport", "plan_import", "summary"]
