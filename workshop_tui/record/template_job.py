"""What goes to the process that writes a user's template out, and what comes back."""

from typing import Any, Literal, TypeAlias

import msgspec

TemplateForm: TypeAlias = Literal["markdown", "html"]


class Part(msgspec.Struct, frozen=True):
    """A section as it is handed to the process; all but its title is made."""

    key: str
    title: str = ""
    text: str = ""
    body: str = ""


class Given(msgspec.Struct, frozen=True):
    """What a template is handed, before `Made` is told from words; see `template`."""

    form: TemplateForm
    title: str
    language: str
    opening: str
    head: str
    sections: tuple[Part, ...]
    session: dict[str, Any]


class Order(msgspec.Struct, frozen=True):
    """What the process is asked for. seconds, bytes: of the processor and of memory it may take."""

    source: str
    given: Given
    seconds: int
    bytes: int


class Fault(msgspec.Struct, frozen=True, tag=True):
    """Why nothing was written. unknown: the name of what is not there; else why, in Jinja's words.

    line: of the template, from 1; 0 where it took more than it may.
    """

    line: int = 0
    why: str = ""
    unknown: str = ""


class Written(msgspec.Struct, frozen=True, tag=True):
    text: str
