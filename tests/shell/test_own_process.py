"""What the process lets out: nothing that others may read, no log, no memory on the disk."""

import json
import subprocess
import sys

ASK = """
import json, logging, os, resource, sys
from mentor_tui.own_process import keep_off_the_disk, keep_to_itself
os.umask(0o022)
keep_to_itself()
{more}
sys.stdout.write(json.dumps({asked}) + chr(10))
"""


def told(asked, environment, more=""):
    words = [sys.executable, "-c", ASK.format(asked=asked, more=more)]
    return json.loads(subprocess.run(words, capture_output=True, env=environment, check=True).stdout)


def test_what_is_made_is_for_its_owner_alone(environment):
    assert told("os.umask(0)", environment) == 0o077


def test_a_crash_leaves_no_memory_on_the_disk(environment):
    assert told("resource.getrlimit(resource.RLIMIT_CORE)[0]", environment) == 0


def test_nobody_but_root_may_look_into_the_open_program(environment):
    dumpable = "__import__('ctypes').CDLL(None).prctl(3, 0, 0, 0, 0)"
    assert told(dumpable, environment, "keep_off_the_disk()") == 0


def test_textual_is_told_to_write_nothing(environment, tmp_path):
    talkative = {"TEXTUAL": "debug,devtools", "TEXTUAL_LOG": str(tmp_path / "log"), "TEXTUAL_SCREENSHOT": "0"}
    asked = "[name for name in os.environ if name.startswith('TEXTUAL')]"
    assert told(asked, {**environment, **talkative}) == []


def test_what_asyncio_would_log_is_kept(environment):
    asked = "logging.getLogger('asyncio').isEnabledFor(logging.CRITICAL)"
    assert told(asked, environment, "keep_off_the_disk()") is False


def test_a_mistake_that_reaches_the_top_is_told_without_anybodys_words(environment):
    words = [sys.executable, "-c", ASK.format(asked="{}['Planted Name']", more="")]
    answer = subprocess.run(words, capture_output=True, text=True, env=environment)
    assert answer.returncode == 1
    assert answer.stderr.startswith("Something in mentor itself went wrong (KeyError")
    assert "Planted" not in answer.stderr


def test_an_export_is_for_its_owner_alone(process, tmp_path):
    lines = ("init --plain", "client add Dee", "export json -o out.json", "report month -o month.md")
    for line in lines:
        assert process(f"mentor --data D {line}", tmp_path).code == 0, line
    assert {path.stat().st_mode & 0o777 for path in tmp_path.glob("*.*")} == {0o600}
