"""Two people may go by one name; she is told so."""


def test_a_second_person_of_one_name_is_added_and_said(mentor, dee):
    answer = mentor("client", "add", "dee")
    assert answer.code == 0
    assert "There is another Dee (#1); a note that says only dee will ask which." in answer.err
    assert [client["name"] for client in mentor("clients", "--json").json["clients"]] == ["Dee", "dee"]


def test_a_name_of_its_own_is_not_remarked_upon(mentor, dee):
    assert "another" not in mentor("client", "add", "Deena").err


def test_the_json_of_a_second_person_stays_json(mentor, dee):
    answer = mentor("client", "add", "Dee", "--json")
    assert answer.json
    assert "There is another Dee (#1)" in answer.err
