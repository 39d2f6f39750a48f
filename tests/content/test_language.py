"""One word says which language the others are in."""

import pytest
from folders import own_folder

from workshop.content import direction, forget, language, words
from workshop.content.custom import CUSTOM


@pytest.fixture(name="spoken")
def _spoken(tmp_path, monkeypatch):
    """Make the kit speak another language."""

    def speak(tag):
        folder = own_folder(
            tmp_path / "ours", "frame", lambda text: text.replace('lang = "en"', f'lang = "{tag}"')
        )
        monkeypatch.setenv(CUSTOM, str(folder))
        forget()

    yield speak
    monkeypatch.undo()
    forget()


@pytest.mark.parametrize(("tag", "way"), [("de", "ltr"), ("pt-BR", "ltr"), ("he", "rtl"), ("ar-EG", "rtl")])
def test_a_language_says_which_way_words_run(spoken, tag, way):
    spoken(tag)
    assert (language(), direction()) == (tag, way)


@pytest.mark.parametrize("tag", ["German", "d", "de_DE", "en onload=x", ""])
def test_what_is_no_language_is_not_taken(spoken, tag):
    spoken(tag)
    assert language() == words("frame")["lang"] == "en"
