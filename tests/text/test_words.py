"""Words, spellings, families and languages: what a form is before anything is counted."""

import pytest

from workshop_tui.text.dictionaries import indonesian_lemma
from workshop_tui.text.families import family
from workshop_tui.text.indonesian import indonesian_root
from workshop_tui.text.language_id import language_of
from workshop_tui.text.lexicons import (
    common_misspellings,
    function_words,
    generic_lexicon,
    negators,
)
from workshop_tui.text.spelling import english_form, indonesian_form, plain_form
from workshop_tui.text.words import plain_words, tokens_of


def test_a_token_is_where_it_stands_in_the_text() -> None:
    text = "“Don’t” worry: 24/7 well-kept!"

    tokens = tokens_of(text)

    assert [text[token.start : token.end] for token in tokens] == ["Don’t", "worry", "well-kept"]
    assert [token.form for token in tokens] == ["don't", "worry", "well-kept"]
    assert [token.after_break for token in tokens] == [False, False, True]


def test_forms_are_compared_without_capitals_and_typographic_apostrophes() -> None:
    assert plain_form("CUSTOMER’S") == "customer's"
    assert plain_words("ﬁne CAFÉ") == ("fine", "café")


@pytest.mark.parametrize(
    ("written", "usual"),
    [("yg", "yang"), ("gak", "tidak"), ("baguuus", "bagus"), ("dgn", "dengan"), ("ramah", "ramah"),
     ("tau", "tahu"), ("liat", "lihat"), ("dibales", "dibalas"), ("nyampe", "nyampai"),
     ("ora", "tidak"), ("sma", "sma")],
)  # fmt: skip
def test_chat_spellings_are_read_as_the_usual_ones(written: str, usual: str) -> None:
    assert indonesian_form(written) == usual


@pytest.mark.parametrize(
    ("written", "usual"),
    [("recieved", "received"), ("freindly", "friendly"), ("sooo", "soo"), ("receive", "receive")],
)
def test_common_misspellings_are_read_as_the_usual_spelling(written: str, usual: str) -> None:
    assert english_form(written) == usual


def test_no_misspelling_is_a_misspelling_of_another() -> None:
    listed = common_misspellings()

    assert listed.keys().isdisjoint(listed.values())


@pytest.mark.parametrize(
    ("form", "root"),
    [
        ("menjelaskan", "jelas"), ("penjelasannya", "jelas"), ("dijelaskan", "jelas"),
        ("ditemani", "teman"), ("didampingi", "damping"), ("bersihin", "bersih"),
        ("dibantuin", "bantu"), ("nungguin", "tunggu"), ("dioper", "oper"),
        ("kabari", "kabar"), ("pemrosesan", "proses"), ("keramahtamahan", "ramah"),
        ("teman-teman", "teman"), ("asal-asalan", "asal"), ("wifinya", "wifi"),
        ("staffnya", "staff"), ("resepsionisnya", "resepsionis"), ("terselesaikan", "selesai"),
        ("masalah", "masalah"), ("punya", "punya"), ("langkah", "langkah"), ("hanya", "hanya"),
        ("sarapan", "sarapan"), ("pengalaman", "pengalaman"), ("petugas", "petugas"),
        ("bekasi", "bekasi"), ("relawan", "relawan"), ("pesen", "pesan"), ("xqzwv", "xqzwv"),
        ("ngarahin", "arah"), ("nyari", "cari"), ("nyapu", "sapu"), ("nyewa", "sewa"),
        ("ngebeli", "beli"), ("ngembaliin", "kembali"), ("motong", "potong"), ("nemu", "temu"),
        ("dirinci", "rinci"), ("seharian", "hari"), ("keterlambatan", "lambat"),
        ("jaringannya", "jaringan"), ("meterannya", "meter"), ("dicarikannya", "cari"),
        ("pengecekan", "cek"), ("menguntungkan", "untung"), ("dimarahi", "marah"),
        ("dibooking", "booking"), ("nge-print", "print"), ("dicancelin", "cancel"),
        ("booking-an", "booking"), ("dipinjem", "pinjam"), ("simpenin", "simpan"),
        ("nyimpen", "simpan"), ("distance", "distance"), ("center", "center"), ("later", "later"),
        ("pinjemnya", "pinjam"), ("internetnya", "internet"),
        ("diperpanjang", "perpanjang"), ("panjangnya", "panjang"), ("kependudukan", "penduduk"),
        ("laboratoriumnya", "lab"),
    ],
)  # fmt: skip
def test_an_indonesian_form_comes_down_to_its_root(form: str, root: str) -> None:
    assert indonesian_root(form) == root


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("fixed", "fix"), ("fixing", "fix"), ("thinking", "think"), ("playing", "play"),
        ("hoping", "hope"), ("caring", "care"), ("customer's", "customer"), ("rebates", "rebate"),
        ("easier", "easy"), ("best", "best"), ("helpful", "helpful"), ("help", "help"),
        ("queueing", "queue"), ("callbacks", "callback"), ("carer", "carer"),
        ("cancelled", "cancel"), ("labelling", "label"), ("preferred", "prefer"),
        ("borrowing", "borrow"), ("grading", "grade"), ("writing", "write"),
        ("ceiling", "ceiling"), ("training", "training"), ("parking", "parking"),
        ("shelves", "shelf"), ("mechanics", "mechanic"), ("strangers", "stranger"),
        ("discuss", "discuss"), ("called", "call"), ("prize", "prize"),
        ("upskillments", "upskillment"), ("preagencies", "preagency"), ("needn't", "need"),
        ("january", "january"), ("xylums", "xylums"),
    ],
)  # fmt: skip
def test_an_english_form_comes_down_to_its_lemma(form: str, name: str) -> None:
    assert family(form, "en") == name


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organised", "organize"), ("apologises", "apologized"), ("organisation", "organization"),
        ("colours", "coloring"), ("cancelled", "canceling"), ("centres", "center"),
        ("catalogue", "catalogs"), ("enquiries", "inquiry"), ("enrolled", "enroll"),
        ("tyres", "tires"), ("favourite", "favorites"), ("travelling", "traveled"),
    ],
)  # fmt: skip
def test_a_word_of_two_spellings_is_one_family(british: str, american: str) -> None:
    assert family(british, "en") == family(american, "en")


@pytest.mark.parametrize(
    ("joined", "apart"),
    [("check-in", "checkins"), ("pick-up", "pickup"), ("web-site", "websites")],
)
def test_a_hyphen_changes_no_family(joined: str, apart: str) -> None:
    assert family(joined, "en") == family(apart, "en")


def test_a_word_of_the_other_language_follows_that_language() -> None:
    assert family("explained", "id") == "explain"
    assert family("penjelasan", "en") == "jelas"


def test_a_lemma_that_changes_nothing_is_none() -> None:
    assert indonesian_lemma("ramah") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("kamar bersih", "id"), ("clean room", "en"), ("gak ribet", "id"), ("no fuss", "en"),
        ("staffnya helpful banget", "id"), ("keren", "id"), ("the process was mudah", "en"),
    ],
)  # fmt: skip
def test_a_text_is_told_by_its_words(text: str, language: str) -> None:
    assert language_of(plain_words(text)) == language


def test_a_text_without_telling_words_takes_the_given_language() -> None:
    assert language_of(["xqzwv"], otherwise="id") == "id"


@pytest.mark.parametrize("form", ["fast", "faster", "friendly", "staffnya", "cepat", "ramah-ramah"])
def test_generic_wording_is_flagged_by_form(form: str) -> None:
    assert generic_lexicon().category(form) is not None


@pytest.mark.parametrize(
    "form",
    ["easy", "process", "complete", "rebate", "contact", "mudah", "proses", "selesai", "rabat",
     "kontak", "hubungi", "ditingkatkan", "lengkap", "depan", "keluarga", "carer", "lead",
     "datang", "pasti", "kelihatan"],
)  # fmt: skip
def test_telling_words_are_never_flagged(form: str) -> None:
    assert generic_lexicon().category(form) is None


def test_negators_and_content_words_are_no_function_words() -> None:
    kept = {"baik", "jelas", "tepat", "masalah", "help", "good", "best", "ill"}

    assert not function_words().everything & kept
    assert not function_words().everything & {"pasti", "sering", "jarang"}
    assert function_words().everything >= {"belas", "puluh", "asalkan", "padahal"}
    assert not function_words().everything & negators() - {
        form for form in negators() if "'" in form or form.endswith("nt") or form == "cannot"
    }
