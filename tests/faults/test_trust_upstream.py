"""TinyDB's own tests over our storage."""

import pytest

from tests.faults.apart import measured


@pytest.mark.trust("upstream")
@pytest.mark.long
@pytest.mark.parametrize("of", ["plain", "encrypted"])
def test_tinydbs_own_tests_hold_but_those_that_are_listed(of, figure):
    found = measured("upstream", of)
    if "skipped" in found:
        figure("upstream", of, 0, 0, "", skipped=found["skipped"])
        pytest.skip(found["skipped"])
    more = {name: found[name] for name in ("held", "listed", "unasked")}
    figure("upstream", of, len(found["wrong"]), found["tests"], "tests", **more)
    assert found["wrong"] == []
