from bench.live.report import Report, markdown, sentence
from bench.live.rows import Row, medians


def row(per_cpu: float, server: str = "one", error: str = "") -> Row:
    figures = {} if error else {"deliveries_per_cpu_second": per_cpu}
    return Row("A", server, "lone", 1_000, figures=figures, error=error)


def test_runs_of_the_same_thing_become_their_median() -> None:
    found = medians([row(1), row(50, "another"), row(3), row(1_000)])
    assert [(r.server, r.figures["deliveries_per_cpu_second"]) for r in found] == [
        ("one", 3),
        ("another", 50),
    ]


def test_a_run_that_failed_does_not_spoil_those_that_did_not() -> None:
    found = medians([row(0, error="a line was lost"), row(2), row(4)])
    assert [r.figures for r in found] == [{"deliveries_per_cpu_second": 3}]


def test_tables_have_the_medians_and_name_what_failed() -> None:
    text = markdown(Report({"cores": 2}, [row(123_456), row(0, "another", "a line was lost")]))
    assert "cores 2" in text
    assert "| one | 1,000 | lone | 123,456 |" in text
    assert "- another, 1,000 people: a line was lost" in text


def test_a_run_is_told_in_a_line() -> None:
    assert sentence(row(5)) == "A: one, 1,000 people, lone: 5 deliveries per CPU second"
