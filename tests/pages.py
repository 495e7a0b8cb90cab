"""What a page says and offers, read by a parser: tests ask here, and never search the markup.

Everything takes an answer of the test client, its text, or a part that was found before.
"""

from bs4 import BeautifulSoup, Tag


def read(answer) -> Tag:
    """The page as a tree; a part of a tree stays what it is."""
    if isinstance(answer, Tag):
        return answer
    return BeautifulSoup(getattr(answer, "content", answer), "html.parser")


def plain(answer) -> str:
    """The words alone, with single spaces: what a person reads."""
    return " ".join(read(answer).get_text().split())


def pieces(answer) -> list[str]:
    """The texts between tags, each for itself."""
    return list(read(answer).stripped_strings)


def is_whole(answer) -> bool:
    """Whether this is a whole page and no piece for htmx or a script."""
    return read(answer).find("html") is not None


def inline(answer) -> list[Tag]:
    """What the content policy forbids: styles and scripts written into the page."""
    return read(answer).select("[style], style, script:not([src]):not([type='application/json'])")


# -- links, buttons, parts ------------------------------------------------------------------------


def hrefs(answer) -> list[str]:
    """Where the links lead."""
    return [link["href"] for link in read(answer).select("a[href]")]


def words_of(answer, selector: str) -> list[str]:
    """The words of each element that the CSS selector finds."""
    return [plain(found) for found in read(answer).select(selector)]


def links(answer) -> list[str]:
    """What the links are called."""
    return words_of(answer, "a[href]")


def buttons(answer) -> list[str]:
    """What the buttons are called."""
    return words_of(answer, "button")


def section(answer, heading: str) -> Tag:
    """The innermost section whose heading begins with these words."""
    for found in read(answer).select("section h2, section h3"):
        if plain(found).startswith(heading):
            return found.find_parent("section")
    raise AssertionError(f"There is no section “{heading}”.")


# -- numbers and tables ---------------------------------------------------------------------------


def figure(answer, code: str) -> str:
    """The value that a page shows for a figure."""
    return read(answer).find(attrs={"data-figure": code})["data-value"]


def row_count(answer) -> int:
    """How many rows a list says it has."""
    return int(read(answer).select_one("[data-count]")["data-count"])


def shown_cells(answer) -> list[list[str]]:
    """The body of the first table as plain text, row by row; no rows without a table."""
    body = read(answer).find("tbody")
    lines = body.find_all("tr", recursive=False) if body else []
    return [[cell.get_text() for cell in line.find_all("td", recursive=False)] for line in lines]


def heads(answer) -> list[str]:
    """What stands above the columns of the first table, without the arrows of sorting."""
    cells = read(answer).find("thead").find_all("th")
    return [plain(cell).rstrip("▲▼ ") for cell in cells]


def changes(answer) -> list[tuple[str, str]]:
    """What is shown as “old → new”."""
    pairs = ((old, old.find_next_sibling(["del", "ins"])) for old in read(answer).find_all("del"))
    return [(plain(old), plain(new)) for old, new in pairs if new and new.name == "ins"]


# -- forms ----------------------------------------------------------------------------------------

FIELDS = ["input", "select", "textarea"]


def names(answer) -> list[str]:
    """The names of all fields of the page, once for each field."""
    return [field["name"] for field in read(answer).find_all(FIELDS, attrs={"name": True})]


def fields(answer, name: str) -> list[Tag]:
    """The fields of this name in what the page is about, its frame left out."""
    page = read(answer)
    return (page.find("main") or page).find_all(FIELDS, attrs={"name": name})


def options(answer, name: str) -> dict[str, str]:
    """What a select offers: the label of each value."""
    select = next(field for field in fields(answer, name) if field.name == "select")
    return {option["value"]: plain(option) for option in select.find_all("option")}


def value(field: Tag) -> str | None:
    """What a browser would send for this field; None for nothing."""
    if field.name == "textarea":
        return field.get_text().removeprefix("\n")
    if field.name == "select":
        chosen = field.select("option[selected]") or field.select("option")[:1]
        return chosen[0].get("value", plain(chosen[0])) if chosen else None
    kind = field.get("type", "text")
    if kind in ("radio", "checkbox"):
        return field.get("value", "on") if field.has_attr("checked") else None
    return None if kind in ("file", "submit", "button") else field.get("value", "")


def value_of(answer, name: str) -> str:
    """What the field of this name holds, of a group of boxes what is ticked; “” if nothing is."""
    found = fields(answer, name)
    assert found, f"There is no field {name}."
    return next((held for field in found if (held := value(field)) is not None), "")


def values(form: Tag) -> dict[str, str]:
    """What a browser would send: the last value of each field that has one."""
    held = ((field["name"], value(field)) for field in form.find_all(FIELDS, attrs={"name": True}))
    return {name: sent for name, sent in held if sent is not None}


def form_with(answer, name: str) -> Tag:
    """The first form that holds a field of this name."""
    return fields(answer, name)[0].find_parent("form")


def form_to(answer, address: str) -> Tag:
    """The form that sends to an address that begins so."""
    return read(answer).select_one(f'form[action^="{address}"]')


def beside(answer, name: str) -> str:
    """What is said beside a field, as a screen reader finds it; “” if nothing is."""
    page, field = read(answer), fields(answer, name)[0]
    told = (page.find(id=key) for key in field.get("aria-describedby", "").split())
    return " ".join(plain(part) for part in told if part is not None)


def errors(answer) -> list[str]:
    """What is said in red at the fields."""
    return words_of(answer, ".error")
