"""Something broke in mentor itself: said in a sentence, without a word of anybody's."""

from pathlib import Path

from store.errors import MentorError


class OwnMistake(MentorError):
    """A mistake of the program's own."""

    def __init__(self, error: BaseException) -> None:
        """Its kind and place; not the error's own message, which may quote what somebody typed."""
        super().__init__(
            f"Something in mentor itself went wrong ({type(error).__name__}, {_place(error)}). "
            "Nothing that was saved is lost; `mentor doctor` looks at the data."
        )


def _place(error: BaseException) -> str:
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    return f"{Path(last.tb_frame.f_code.co_filename).stem} {last.tb_lineno}" if last else "nowhere"
