"""A first day in the shell, each line exactly as it stands here, each in a process of its own."""

import fcntl
import json
from pathlib import Path

import pytest

from store.waiting import BANDS, KINDS_OF_REASON
from tests.words_of_people import verdicts

LINES = """
mentor --data D init --plain
mentor --data D client add Dee --released 2026-11-21 --rhythm 7d
mentor --data D note "dee call 15m got the boots > thu 10am clinic ! ask about ID"
echo "dee text back ok, she's at her sister's" | mentor --data D note -
mentor --data D plan dee "fri 14:00" "income assistance" --json
mentor --data D today
mentor --data D today --json
mentor --data D agenda --days 14 --json
mentor --data D clients --json
mentor --data D client show dee --json
mentor --data D find boots --json
mentor --data D reflect --theme hope "..."
mentor --data D reflect --json
mentor --data D import services ../shared/data/hsds-illinois-legal-aid --dry-run
mentor --data D import services ../shared/data/hsds-illinois-legal-aid
mentor --data D export json -o out.json
mentor --data D export csv -o folder
mentor --data D import json out.json
mentor --data D report month
mentor --data D report month --month 2026-11 --format md -o report.md
mentor --data D report month -o r.pdf
mentor --data D report gate --who dee
mentor --data D report people
mentor --data D backup create
mentor --data D backup list --json
mentor --data D backup verify --all
mentor --data D backup restore NAME --to OTHER
mentor --data D undo
mentor --data D history --json
mentor --data D doctor
mentor --version
""".strip().splitlines()


class Day:
    """Every line's answer, and the folder they ran in."""

    def __init__(self, folder, answers):
        self.folder = folder
        self.answers = answers

    def __getitem__(self, line):
        return self.answers[f"mentor --data D {line}"]


@pytest.fixture(scope="module")
def day(process, answered, tmp_path_factory, worker_id):
    if worker_id == "master":
        return lived_in(tmp_path_factory.mktemp("beside"), process)
    beside = tmp_path_factory.getbasetemp().parent / "beside"
    with Path(f"{beside}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # one day for all who test at the same time
        if beside.exists():
            told = json.loads((beside / "told.json").read_text("utf-8"))
            answers = {line: answered(*answer) for line, answer in told.items()}
            return Day(beside / "main", answers)
        beside.mkdir()
        lived = lived_in(beside, process)
        told = {line: (each.code, each.out, each.err) for line, each in lived.answers.items()}
        (beside / "told.json").write_text(json.dumps(told), "utf-8")
        return lived


def lived_in(beside, process):
    shared = Path(__file__).parents[3] / "shared"
    if not (shared / "data" / "hsds-illinois-legal-aid").is_dir():
        pytest.skip("the real directory does not lie beside the project")
    (beside / "shared").symlink_to(shared)
    (beside / "main").mkdir()
    lived = Day(beside / "main", {})
    for line in LINES:
        lived.answers[line] = process(line.replace("NAME", newest_backup(lived)), lived.folder)
    return lived


def newest_backup(lived):
    listed = lived.answers.get("mentor --data D backup list --json")
    return listed.json["backups"][0]["name"] if listed else "NAME"


@pytest.mark.parametrize("line", LINES)
def test_the_line_works_exactly_as_written(day, line):
    answer = day.answers[line]
    assert (answer.code, answer.is_quiet_about_itself) == (0, True), answer.err


@pytest.mark.parametrize("line", [line for line in LINES if line.endswith("--json")])
def test_what_is_asked_for_as_json_is_json_alone(day, line):
    assert day.answers[line].json["schema_version"] == 1


def test_a_note_says_what_was_understood_and_how_to_take_it_back(day):
    answer = day.answers[LINES[2]]
    assert answer.out.splitlines() == [
        "Dee · phone · talked · 15m · now",
        '"got the boots"',
        "next: Thu 26 Nov 2026, 10:00, in 3 days · clinic",
        "promised: ask about ID",
    ]
    assert answer.err == "Saved 14:02 · `mentor undo` takes it back.\n"


def test_a_note_from_a_pipe_is_understood_the_same(day):
    assert day.answers[LINES[3]].out == "Dee · text · they answered · now\n\"ok, she's at her sister's\"\n"


def test_a_plan_says_what_was_written(day):
    (plan,) = day.answers[LINES[4]].json["records"]["appointments"]
    assert (plan["client_id"], plan["on"], plan["at"]) == (1, "2026-11-27", "14:00:00")
    assert plan["what"] == "income assistance"


def test_today_has_everyone_active_with_reasons_and_what_they_rest_on(day):
    today = day["today --json"].json
    assert set(today) == {
        "schema_version",
        "day",
        "waiting",
        "coming",
        "question",
        "away",
        "agreements_ending",
    }
    (entry,) = today["waiting"]
    assert (entry["client"], entry["band"]) == ({"id": 1, "name": "Dee"}, "now")
    assert entry["reasons"][0] == {
        "kind": "first_days",
        "text": "day 2 since release",
        "records": [{"table": "clients", "id": 1}],
    }
    assert {why["kind"] for why in entry["reasons"]} <= set(KINDS_OF_REASON)
    assert entry["band"] in BANDS


def test_today_tells_what_is_coming_with_its_time_and_place_in_the_record(day):
    first, second = day["today --json"].json["coming"]
    assert (first["client"], first["at"]) == ({"id": 1, "name": "Dee"}, "2026-11-26T10:00:00-08:00")
    assert (first["text"], first["table"], first["id"]) == ("clinic", "appointments", 1)
    assert second["text"] == "income assistance"


def test_today_reads_as_a_page(day):
    said = day["today"].out
    assert said.startswith("Mon 23 Nov 2026 · 1 person\n\nNOW\n  Dee  day 2 since release\n")
    assert "COMING UP\n  Thu 10:00  Dee  clinic\n" in said
    assert max(map(len, said.splitlines())) <= 80


def test_what_was_found_names_whose_it_is(day):
    (hit,) = day["find boots --json"].json["hits"]
    assert (hit["table"], hit["clients"], hit["text"]) == (
        "contacts",
        [{"id": 1, "name": "Dee"}],
        "got the boots",
    )


def test_a_dry_run_says_the_same_and_writes_nothing(day):
    dry, real = (day.answers[line] for line in LINES[13:15])
    assert "Nothing was written." in dry.err
    assert "429 added" in real.out
    assert "430 rows" in dry.out and "430 rows" in real.out


def test_an_export_brought_back_where_it_came_from_changes_nothing(day):
    assert day["import json out.json"].out.startswith("0 records added, 435 unchanged, 0 left out.")


def test_an_export_holds_a_list_for_each_kind_of_record_and_never_the_notebook(day):
    exported = json.loads((day.folder / "out.json").read_text("utf-8"))
    lists = {name for name, value in exported.items() if isinstance(value, list)}
    assert lists == {
        "clients", "appointments", "promises", "goals", "referrals", "services", "consents",
        "end_conversations", "check_ins", "absences", "saved_views", "note_templates", "hint_words",
        "closed_months", "handed_on",
        "envelopes", "contacts",
    }  # fmt: skip
    assert all(len(record["uid"]) == 32 for name in lists for record in exported[name])
    assert sorted(path.stem for path in (day.folder / "folder").iterdir()) == sorted(lists)


def test_nothing_the_shell_says_on_a_whole_day_labels_or_grades_anybody(day):
    # A real directory says its own words; what a line of it says is not the program's.
    own = {line: each for line, each in day.answers.items() if "import services" not in line}
    assert {line: found for line, each in own.items() if (found := verdicts(each.out + each.err))} == {}


def test_a_report_hides_small_numbers_and_says_how_to_see_them(day):
    for text in (day["report month"].out, (day.folder / "report.md").read_text("utf-8")):
        assert "For handing on: numbers under 5 are not shown." in text
        assert "F. Effort" in text
        assert "A. Reach" not in text
    assert "`--own` shows every number" in day["report month"].err
    assert (day.folder / "r.pdf").read_bytes().startswith(b"%PDF-")


def test_a_gate_page_is_read_in_the_terminal(day):
    assert day["report gate --who dee"].out.startswith("Dee · Mon 23 Nov 2026\n")


def test_a_backup_is_proved_and_comes_back_equal(day, process):
    assert ": proved" in day["backup verify --all"].out
    ours, theirs = (process(f"mentor --data {name} clients --json", day.folder) for name in ("D", "OTHER"))
    assert theirs.out == ours.out


def test_undo_names_what_it_took_back(day):
    assert day["undo"].out == "Undone: import of services, 23 Nov 14:02\n"


def test_history_has_every_act_newest_first(day):
    acts = day["history --json"].json["acts"]
    assert [act["label"] for act in acts] == [
        "undo of import of services", "handed on, A month of support: November 2026",
        "handed on, A month of support: November 2026", "import of services", "reflection", "plan, Dee",
        "note, Dee", "note, Dee", "person, Dee",
    ]  # fmt: skip
    assert [act["undone"] for act in acts] == [False, False, False, True, False, False, False, False, False]


def test_the_version_is_one_line(day):
    assert day.answers["mentor --version"].out.startswith("mentor ")
