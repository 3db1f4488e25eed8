"""Stakeholders: who did not write the statement and is asked about it, of three classes."""

from typing import ClassVar, Literal, TypeAlias, get_args

from workshop_tui.domain.gut_check.on_gut_check import OnGutCheck
from workshop_tui.domain.message import refuse
from workshop_tui.domain.setup import Setup, writers
from workshop_tui.domain.values import Identified, Name, add, find, put, required, revised

StakeholderClass = Literal["executive", "manager", "frontline"]
STAKEHOLDER_CLASSES: tuple[StakeholderClass, ...] = get_args(StakeholderClass)


class Stakeholder(Identified, frozen=True):
    name: Name
    kind: StakeholderClass | Literal["withheld"]
    """withheld: only in what leaves the program, where the class would tell who it is."""
    function: Name = ""
    may_be_named: bool = False


class AddStakeholder(OnGutCheck, frozen=True):
    id_prefix: ClassVar[str] = "stakeholder"
    name: Name
    kind: StakeholderClass
    id: str = ""
    function: Name = ""
    may_be_named: bool = False


class ChangeStakeholder(OnGutCheck, frozen=True):
    """Fields left out stay; so consent can be given or taken back at any time."""

    stakeholder: str
    name: Name | None = None
    kind: StakeholderClass | None = None
    function: Name | None = None
    may_be_named: bool | None = None


StakeholderAction: TypeAlias = AddStakeholder | ChangeStakeholder


def stakeholders_after(
    setup: Setup, others: tuple[Stakeholder, ...], action: StakeholderAction
) -> tuple[Stakeholder, ...]:
    """The stakeholders after the action. Raises RefusedError."""
    if isinstance(action, AddStakeholder):
        stakeholder = Stakeholder(
            id=action.id,
            name=_not_a_writer(setup, action.name),
            kind=action.kind,
            function=action.function,
            may_be_named=action.may_be_named,
        )
        return add(others, stakeholder)
    stakeholder = revised(
        find(others, action.stakeholder),
        name=None if action.name is None else _not_a_writer(setup, action.name),
        kind=action.kind,
        function=action.function,
        may_be_named=action.may_be_named,
    )
    return put(others, stakeholder)


def _not_a_writer(setup: Setup, name: str) -> str:
    required(name, "name")
    if any(writer.name.casefold() == name.casefold() for writer in writers(setup)):
        raise refuse("refused.writer_as_stakeholder", name=name)
    return name
