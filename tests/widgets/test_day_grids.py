"""A week and a month as grids: what does not fit is counted, and the cursor brings it into sight."""

from textual.app import App

from widgets.day_grid import DayGrid, GridDay, GridEntry
from widgets.month_grid import MonthGrid
from widgets.week_grid import WeekGrid


class Shown(App):
    """One grid; keeps what it says."""

    def __init__(self, grid):
        super().__init__()
        self.grid = grid
        self.said = []

    def get_theme_variable_defaults(self):
        return {"muted": "grey", "second": "green", "rule": "grey"}

    def compose(self):
        yield self.grid

    def on_day_grid_beyond(self, event: DayGrid.Beyond):
        self.said.append(event.days)

    def on_day_grid_opened(self, event: DayGrid.Opened):
        self.said.append(event.key)

    @property
    def lines(self):
        return [line.rstrip() for line in str(self.grid.render()).split("\n")]


def week(*held):
    """Seven days, the first of which holds these."""
    entries = tuple(GridEntry(key=name.lower(), name=name, what="call", at="09:30") for name in held)
    return [GridDay(str(at), f"Mon {at}", entries if at == 0 else ()) for at in range(7)]


async def test_what_does_not_fit_is_counted_and_comes_into_sight_under_the_cursor():
    app = Shown(WeekGrid())
    async with app.run_test(size=(78, 8)) as pilot:
        app.grid.show_days(week("Ada", "Bo", "Cy", "Di"), "0")
        assert "Ada" in app.lines[2] and "2 more" in app.lines[-1]
        await pilot.press("down", "down", "down", "enter")
        assert not any("Ada" in line for line in app.lines) and any("Di" in line for line in app.lines)
        assert app.said == ["di"]
        await pilot.press("left")
        assert app.said == ["di", -1]


async def test_a_day_of_many_says_how_many_and_the_last_month_of_all_is_cut_short():
    app = Shown(MonthGrid())
    async with app.run_test(size=(42, 13)) as pilot:
        entries = tuple(GridEntry(key=str(at), name=f"N{at}", what="") for at in range(5))
        days = [GridDay(f"d{at}", str(at + 1), entries if at == 8 else ()) for at in range(26)]
        app.grid.show_days(days, "d8")
        assert "N0" in app.lines[5] and "+4" in app.lines[6]
        await pilot.press("down", "down", "down")
        assert app.grid.day_key == "d22" and app.said == [7]
