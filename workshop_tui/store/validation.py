"""Everything that is wrong with the files of a session, one line each; nothing is changed."""

from collections.abc import Iterator
from pathlib import Path

from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.store import answers, codec, hidden_box, journal, snapshot, toml_text
from workshop_tui.store.errors import NotFoundError, StoreError, shown
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.problems import all_problems
from workshop_tui.store.state import no_session_in, read_state


def validate(folder: SessionFolder) -> tuple[Message, ...]:
    """What is wrong, with line and column; () where all is well.

    Raises NotFoundError where there is no session.
    """
    if not folder.is_session:
        raise NotFoundError(no_session_in(folder))
    found = [*_in_session(folder.session), *_in_journal(folder)]
    if not found:
        found += _in_both(folder)
    return (*found, *_in_box(folder.ballots))


def _in_session(path: Path) -> Iterator[Message]:
    if not path.exists():
        return
    try:
        table = snapshot.read_table(path)
    except StoreError as error:
        yield error.reason
        return
    problems = all_problems(table.session, Session) or snapshot.session_problems(
        codec.from_plain(table.session, Session)
    )
    for problem in problems:
        yield toml_text.damaged_value(path, table.text, problem)


def _in_journal(folder: SessionFolder) -> Iterator[Message]:
    path = folder.journal
    if not path.exists() and folder.session.exists():
        yield Message.of("store.journal_missing", path=shown(path))
        return
    try:
        read = journal.read(path)
        journal.session_of(read, path)
    except StoreError as error:
        yield error.reason
        return
    if read.torn:
        yield Message.of("store.torn_tail", path=shown(path))


def _in_both(folder: SessionFolder) -> Iterator[Message]:
    """What only snapshot and journal together, or with the answers, can tell."""
    try:
        session = read_state(folder).session
    except StoreError as error:
        yield error.reason
        return
    for digest in _answers_of(session):
        try:
            answers.read_answers(folder, digest)
        except StoreError as error:
            yield error.reason


def _answers_of(session: Session) -> Iterator[str]:
    """The hashes of the files of answers that the session speaks of."""
    if session.survey.answers_sha256:
        yield session.survey.answers_sha256
    if session.survey.compared is not None:
        yield session.survey.compared.answers_sha256
    for collected in session.sustain.customer_answers:
        yield collected.answers_sha256


def _in_box(path: Path) -> Iterator[Message]:
    try:
        hidden_box.load(path)
    except StoreError as error:
        yield error.reason
