"""1 October: scope, sponsor, roster and rule, three weeks before the group meets."""

import datetime as dt

from tests.stories.telling import at, people_in_order
from workshop_tui.domain.setup import (
    AddExistingStatement,
    AddPerson,
    JudgeExistingStatement,
    SetMeeting,
    SetRule,
    SetScope,
    SetSecrecy,
    SetSponsor,
)
from workshop_tui.workshops import start_of

TAM, HEC, PRI, JOA, BAO, LAR, DEN, OMA, GRACE, MARGUERITE, DEVON = people_in_order(11)

STEPS = (
    *at(
        "2026-10-01 14:00",
        start_of("Clean rides", "en"),
        SetScope(
            kind="team",
            scope="Everyone who works on the state's clean-vehicle rebate, from the call center to "
            "the mail room; not the agency's other programs",
            headcount=260,
        ),
        SetMeeting(place="Training room 2", date=dt.date(2026, 10, 20)),
        SetSponsor(name="Renata Okafor", title="Program director", level="executive"),
    ),
    *at(
        "2026-10-01 14:06",
        AddExistingStatement(
            text="Driving a cleaner tomorrow, today.",
            source="Slogan on the program's website, since 2019",
        ),
        JudgeExistingStatement(existing="existing1", decision="keep"),
        AddExistingStatement(
            text="To provide timely, accurate and courteous rebate services to all eligible "
            "residents.",
            source="Mission in the operations manual, 2017",
        ),
        JudgeExistingStatement(existing="existing2", decision="replace"),
        AddExistingStatement(
            text="Answer within 60 seconds; decide within 45 days.",
            source="Service standards, performance agreement 2024",
        ),
        JudgeExistingStatement(existing="existing3", decision="update"),
        apart=40,
    ),
    *at(
        "2026-10-01 14:15",
        AddPerson(name="Tamika Rowland", key="tam", function="Call center"),
        AddPerson(name="Hector Salcedo", key="hec", function="Application processing"),
        AddPerson(
            name="Priya Raghunathan",
            key="pri",
            function="Application processing",
            level="manager",
        ),
        AddPerson(name="Joanna Whitehorse", key="joa", function="Outreach"),
        AddPerson(name="Bao Nguyen", key="bao", function="Dealer liaison"),
        AddPerson(name="Lars Eriksen", key="lar", function="IT"),
        AddPerson(name="Denise Fontaine", key="den", function="Finance", level="manager"),
        AddPerson(name="Omar Haddad", key="oma", function="Policy"),
        AddPerson(
            name="Grace Kim",
            key="gra",
            function="Audit and compliance",
            level="manager",
            role="observer",
        ),
        AddPerson(
            name="Marguerite Lindqvist",
            key="marg",
            function="Training",
            level="manager",
            role="facilitator",
        ),
        AddPerson(name="Devon Achterberg", key="dev", function="Records and mail", role="scribe"),
        apart=18,
    ),
    *at(
        "2026-10-01 14:24",
        SetRule(kind="fist_to_five", threshold=3, quorum=6),
        SetSecrecy(ballots="shuffled", authors="hidden"),
    ),
    # The next morning she says: I will open both sessions, I will not vote, I will not edit.
    *at(
        "2026-10-02 09:05",
        SetSponsor(
            name="Renata Okafor", title="Program director", level="executive", is_committed=True
        ),
    ),
)
