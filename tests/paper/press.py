"""What tests measure on any printed page: colours, sizes of type, marks of accessibility."""

import pypdf.generic
from printed import read

COLOURS = {b"rg", b"RG", b"sc", b"SC", b"scn", b"SCN", b"k", b"K"}


def operations(page):
    """Each operation of a page and of the forms that it draws."""
    yield from pypdf.generic.ContentStream(page.get_contents(), page.pdf).operations
    resources = page["/Resources"].get_object()
    for form in resources.get("/XObject", {}).values():
        drawn = form.get_object()
        if drawn["/Subtype"] == "/Form":
            yield from pypdf.generic.ContentStream(drawn, page.pdf).operations


def colours(made):
    """Every colour that is set, as the numbers of its operator."""
    return {
        tuple(float(part) for part in operands if isinstance(part, int | float))
        for page in read(made).pages
        for operands, operator in operations(page)
        if operator in COLOURS
    }


def is_grey(colour):
    return len(colour) < 2 or len(set(colour)) == 1


def sizes(page):
    """The sizes of type on a page, in points."""
    return {float(operands[1]) for operands, operator in operations(page) if operator == b"Tf"}


def is_accessible(made, title):
    """Whether it declares PDF/UA-1, is tagged, and has a language and a title."""
    reader = read(made)
    root = reader.trailer["/Root"]
    declared = b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()
    named = root["/Lang"] == "en" and reader.metadata.title == title
    return declared and bool(root["/MarkInfo"]["/Marked"]) and named
