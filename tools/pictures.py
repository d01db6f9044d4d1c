"""The README's pictures, made from the running demo: `python3 dev.py pictures [NAME ...]`.

Each is written to docs/pictures as .svg, and as .png where chromium is there to draw it.
"""

import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"
HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE))

from mentor_tui.app import MentorApp  # noqa: E402
from mentor_tui.books import books_of  # noqa: E402
from mentor_tui.demo import demo_folder  # noqa: E402
from mentor_tui.open_app import DEMO_BANNER  # noqa: E402
from mentor_tui.settings import Settings  # noqa: E402
from store.clock import FixedClock, moment_from  # noqa: E402
from store.folder import DataFolder  # noqa: E402

PICTURES = HERE / "docs" / "pictures"
MOMENT = moment_from("2026-11-23T14:02", "America/Vancouver")
CELL = (12.2, 24.4)
"""A character in Textual's drawing, in pixels; the frame around it takes some more."""


@dataclass(frozen=True)
class Picture:
    """One picture: what is pressed after the program has opened."""

    name: str
    keys: tuple[str, ...] = ()
    theme: str = "hearth"
    size: tuple[int, int] = (80, 24)


NOTE = "15c got the boots, wants the clinic > thu 10am clinic ! ask about ID"
ALL = (
    Picture("today"),
    Picture("today-paper", theme="paper"),
    Picture("today-wide", size=(120, 40)),
    Picture("today-narrow", size=(40, 12)),
    Picture("why", ("y",)),
    Picture("help", ("question_mark",)),
    Picture("palette", ("ctrl+p",)),
    Picture("note", ("l", *NOTE)),
    Picture("client", ("enter",)),
    Picture("review", ("r",)),
    Picture("clients", ("2",)),
    Picture("agenda", ("3",)),
    Picture("agenda-week", ("3", "right_square_bracket")),
    Picture("agenda-month", ("3", "right_square_bracket", "right_square_bracket")),
    Picture("promises", ("I",)),
    Picture("reflect", ("4",), theme="paper"),
    Picture("themes", ("4", *["left_square_bracket"] * 3, "right", "right")),
    Picture("check-in", ("slash", *"marcus", "enter", "c", *["down"] * 3, "enter", *"The walk home.")),
    Picture("services", ("5",)),
    Picture("report", ("6",)),
)


async def draw(picture: Picture, data: Path) -> str:
    """Open the program, press the keys, give what is on the screen as SVG."""
    clock = FixedClock(MOMENT)
    folder = DataFolder.open(data, clock)
    books = books_of(folder, clock)
    app = MentorApp(lambda: books, clock, Settings(theme=picture.theme), demo_banner=DEMO_BANNER)
    try:
        async with app.run_test(size=picture.size) as pilot:
            while app.books is None:
                await pilot.pause(0.01)
            await pilot.pause()
            await pilot.press(*picture.keys)
            await pilot.pause(0.2)
            return alone(app.export_screenshot(title="mentor"))
    finally:
        folder.close()


def alone(svg: str) -> str:
    """A picture that fetches nothing: without the fonts Textual would have a reader's browser load."""
    return re.sub(r"@font-face \{.*?\}\n?", "", svg, flags=re.DOTALL)


def to_png(svg: Path, size: tuple[int, int]) -> None:
    """The same as PNG, if chromium is there."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        return
    width, height = round(size[0] * CELL[0] + 24), round(size[1] * CELL[1] + 56)
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                f"--user-data-dir={profile}", f"--window-size={width},{height}",
                "--default-background-color=00000000", f"--screenshot={svg.with_suffix('.png')}",
                svg.as_uri(),
            ],
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip


def main(wanted: list[str]) -> int:
    """Draw the pictures named, or all of them."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    data = demo_folder(FixedClock(MOMENT))
    for picture in ALL:
        if wanted and picture.name not in wanted:
            continue
        svg = PICTURES / f"{picture.name}.svg"
        svg.write_text(asyncio.run(draw(picture, data)), encoding="utf-8")
        to_png(svg, picture.size)
        sys.stdout.write(f"{svg.relative_to(HERE)}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
