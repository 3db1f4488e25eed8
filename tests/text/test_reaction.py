"""Reading a reaction: which words decide, and which do not."""

from itertools import chain

import pytest

from workshop_tui.text.cue_index import cue_index
from workshop_tui.text.cue_lists import CLASSES, listed_cues, with_each_word
from workshop_tui.text.cues import forms_of
from workshop_tui.text.lexicons import load
from workshop_tui.text.reaction import read_reaction


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("It's fine", "faint"), ("OK", "faint"), ("Bagus sih", "faint"), ("Yes", "faint"),
        ("Yes!", "strong"), ("Love it, but a bit long", "hesitant"), ("I love it", "strong"),
        ("Love it but...", "hesitant"), ("I don't love it", "negative"),
        ("dont love it", "negative"),
        ("not good enough", "negative"), ("not bad", "faint"), ("luar biasa", "strong"),
        ("tidak sabar pakai ini", "strong"), ("gak suka", "negative"), ("nggak suka", "negative"),
        ("Lumayan, tapi kurang ngena", "negative"), ("Keren, cuma kepanjangan", "negative"),
        ("Ini kita banget", "strong"), ("It is not only true, it is perfect", "strong"),
        ("It was hard at first, but now I love it", "strong"), ("", "faint"), ("???", "faint"),
        ("Is it true?", "hesitant"), ("not boring", "faint"), ("😍", "strong"), ("👎", "negative"),
    ],
)  # fmt: skip
def test_a_reaction_is_read_by_its_cues(text: str, reading: str) -> None:
    assert read_reaction(text).reading == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Really, really nice.", "strong"), ("It is not very good.", "negative"),
        ("Bagusnya banget!", "strong"), ("Tidak terlalu menarik", "negative"),
        ("Tidak membosankan", "faint"), ("Tidak luar biasa", "negative"),
        ("Setuju 1000 persen", "strong"), ("I'm 200% behind this", "strong"),
        ("Well, good.", "faint"), ("It is so well written", "strong"),
        ("I love it, I guess.", "faint"), ("Good, I suppose.", "faint"),
        ("Not bad? It's marvellous!", "strong"), ("It's perfect. It's fine.", "faint"),
        ("At first I was not convinced, but now I love it", "strong"),
        ("Mungkin terlalu panjang?", "hesitant"), ("Mungkin terlalu panjang.", "hesitant"),
        ("Salah satu yang terbaik!", "strong"), ("Kurang lebih bagus", "faint"),
        ("Susah dilupakan", "strong"), ("Tidak salah lagi", "strong"),
        ("Terlalu bagus!", "strong"), ("Ini yang paling membingungkan", "negative"),
        ("Kapan mulai?", "hesitant"), ("Mau pakai?", "hesitant"), ("Ini baru", "faint"),
        ("Is it appropriate?", "hesitant"), ("Sure, why not?", "faint"),
        ("Apa ini cukup?", "hesitant"), ("Gaada yang baru", "negative"),
        ("Nyentuh banget", "strong"),
        ("No.", "negative"), ("No, that's perfect.", "strong"), ("That's it.", "strong"),
    ],
)  # fmt: skip
def test_a_reaction_is_read_by_rule_where_no_list_reaches(text: str, reading: str) -> None:
    assert read_reaction(text).reading == reading


def test_the_deciding_words_are_marked_where_they_stand() -> None:
    text = "Keren, tapi terlalu umum."

    cues = read_reaction(text).cues

    assert [(cue.text, cue.reading) for cue in cues] == [("terlalu umum", "negative")]
    assert text[cues[0].start : cues[0].end] == "terlalu umum"


def test_a_quoted_word_is_the_statements_and_not_the_speakers() -> None:
    assert read_reaction("Perfect. I smiled at the word 'boring'.").reading == "strong"


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("My nan whispered 'oh that is gorgeous' to me", "strong"),
        ("My mate said: 'rubbish'", "negative"),
        ("Teman saya bilang 'keren banget'", "strong"),
        ("Perfect. It says 'boring' nowhere.", "strong"),
        ("Perfect." + "\n" * 40 + "'boring'", "strong"),
    ],
)
def test_a_quotation_that_is_reported_reacts(text: str, reading: str) -> None:
    assert read_reaction(text).reading == reading


def test_a_reaction_without_praise_asks_for_it() -> None:
    asked = [message.key for message in read_reaction("Noted by the board").ask]

    assert asked[0].startswith("reaction.ask.")


def test_a_cue_is_matched_as_a_whole_before_its_parts() -> None:
    misread: list[str] = []
    listed = listed_readings()
    for language in ("en", "id"):
        for wanted in CLASSES:
            for cues in load("reaction_cues")[language][wanted].values():
                for cue in chain.from_iterable(map(with_each_word, cues)):
                    found = read_reaction(cue.replace("*", "xqz"), language).reading
                    if found not in listed[forms_of(cue.rstrip("!?"))]:
                        misread.append(f"{cue}: {found}, not {wanted}")

    assert misread == []


def listed_readings() -> dict[tuple[str, ...], set[str]]:
    """The classes of each cue: one may be listed for two in the two languages."""
    readings: dict[tuple[str, ...], set[str]] = {}
    for listed in listed_cues():
        for cue in with_each_word(listed.cue):
            readings.setdefault(forms_of(cue.rstrip("!?")), set()).add(listed.reading)
    return readings


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("A bit long.", "hesitant"), ("Agak kepanjangan", "hesitant"), ("A bit boring", "negative"),
        ("Kepanjangan", "negative"), ("Keren, cuma kepanjangan dikit", "hesitant"),
        ("Agak lebay", "negative"), ("Maybe too formal", "hesitant"),
        ("Great if it were shorter", "hesitant"), ("Lebih enak kalau dibalik", "hesitant"),
        ("If it were shorter I'd love it", "hesitant"), ("I'd be proud if we used it", "strong"),
        ("Kalau lebih pendek pasti keren", "hesitant"), ("Perfect if you ask me", "strong"),
        ("Saya bangga kalau ini dipakai", "strong"), ("It's fine if they are happy", "faint"),
        ("Takutnya kita tidak sanggup", "hesitant"), ("We haven't got it yet", "hesitant"),
        ("Is it too simple?", "hesitant"), ("Is this a joke?", "negative"),
        ("I don't want empty promises", "negative"), ("Any hospital could say that", "negative"),
        ("Tidak usah direvisi lagi", "strong"), ("It makes me want to scream", "negative"),
    ],
)  # fmt: skip
def test_softness_and_conditions_hold_back_but_contempt_stays(text: str, reading: str) -> None:
    assert read_reaction(text).reading == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("I just wish it said more", "hesitant"), ("Ini tuh kita banget", "strong"),
        ("It patronises the customer", "negative"), ("The old one was perfect", "hesitant"),
        ("Better than the old one, I love it", "strong"), ("Excited? No.", "negative"),
        ("Wow, that is ambitious", "hesitant"), ("Wow!", "strong"),
        ("Luar biasa panjangnya", "negative"), ("Awesome! When do we start?", "strong"),
        ("I love it, if it were true", "hesitant"), ("Standar sih, tapi ya udah", "faint"),
        ("Good as though I had said it", "faint"), ("Good. Next item?", "faint"),
        ("It is a cliché, isn't it?", "negative"), ("It sounds like real people", "negative"),
        ("Brilliant, it sounds like real people", "strong"),
        ("Suka sekali kata menemani itu", "strong"),
    ],
)  # fmt: skip
def test_praise_counts_where_it_is_meant_for_the_statement(text: str, reading: str) -> None:
    assert read_reaction(text).reading == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Ora cocok", "negative"), ("Teu ngarti", "negative"), ("Opo iki", "negative"),
        ("Gak mudeng", "negative"), ("Podo wae", "negative"), ("Sae pisan", "strong"),
        ("Alus pisan euy", "strong"), ("Apik tenan", "strong"), ("Muhun", "faint"),
        ("Yo ben", "faint"), ("Siap komandan", "faint"),
    ],
)  # fmt: skip
def test_a_reaction_in_javanese_or_sundanese_is_read_too(text: str, reading: str) -> None:
    assert read_reaction(text).reading == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Tagihan gas sekali", "faint"), ("Gas!", "strong"),
        ("Ini mau ditaruh di seragam?", "hesitant"),
        ("Kata cinta pelanggan itu saya garis bawahi", "faint"), ("Cinta!", "strong"),
        ("Kebanyakan pelanggan pasti suka", "strong"), ("Kebanyakan!", "negative"),
        ("Terasa manusia, bukan robot", "faint"), ("Dalam sekali maknanya", "strong"),
    ],
)  # fmt: skip
def test_a_word_with_another_meaning_is_a_cue_only_where_it_means_it(
    text: str, reading: str
) -> None:
    assert read_reaction(text).reading == reading


def test_an_empty_reaction_finds_the_cues_for_the_first_real_one() -> None:
    cue_index.cache_clear()

    read_reaction("", "en")

    assert cue_index.cache_info().currsize == 1


def test_every_cue_has_a_place_in_the_index() -> None:
    assert cue_index() is cue_index()
    assert forms_of("don't like") == ("do", "not", "like")


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("They switched off after one line", "negative"),
        ("It took the words out of our mouths", "strong"),
        ("We are in two minds about these", "hesitant"), ("They could live with that", "faint"),
    ],
)  # fmt: skip
def test_a_cue_of_several_words_is_heard_in_any_inflection(text: str, reading: str) -> None:
    assert read_reaction(text).reading == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Not my style, but it's fine", "faint"), ("It is too long, but I love it", "hesitant"),
        ("Beautiful, yet I can't picture it", "hesitant"), ("Lovely. Not.", "negative"),
        ("Lose the last word and I'm in", "hesitant"),
        ("If we mean it, it's brilliant", "hesitant"), ("If that's us, I resign", "negative"),
        ("If we had more time I'd be thrilled", "hesitant"),
        ("I love the first half, the second half is confusing", "hesitant"),
        ("It's not true and it's not us", "negative"), ("I don't feel it yet", "hesitant"),
        ("Who exactly will pay for this?", "hesitant"), ("What if we can't keep it?", "hesitant"),
        ("Good. Anything else on the agenda?", "faint"), ("Let's print it, then", "faint"),
        ("Something bothers me about it, can't say why", "hesitant"),
        ("Fine with me, I'm not in sales", "faint"), ("I like it enormously", "strong"),
        ("Yeah, right.", "negative"), ("Great, great, great.", "strong"),
    ],
)  # fmt: skip
def test_what_is_said_last_and_for_sure_decides(text: str, reading: str) -> None:
    assert read_reaction(text).reading == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("My daughter would hug you with a smile for that", "strong"),
        ("One more decoration for the lobby of this place", "negative"),
        ("My daughter saw the lobby and the wall of it", "faint"),
        ("The minutes of it were typed by hand", "faint"),
        ("My husband knows this kind of family sentence", "strong"),
        ("My husband knows this kind of long sentence", "faint"),
    ],
)  # fmt: skip
def test_a_story_without_cues_leans_where_its_words_lean(text: str, reading: str) -> None:
    assert read_reaction(text).reading == reading
