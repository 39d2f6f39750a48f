"""The small form in marimo."""

import marimo

app = marimo.App()


@app.cell
def opened():
    import five
    import marimo as mo
    import plotly.graph_objects as go

    return five, go, mo


@app.cell
def asked(five, mo):
    def field(key, value):
        label = five.LABELS[key]
        if key in five.CHOICES:
            return mo.ui.dropdown(five.CHOICES[key], value=value, label=label)
        return (
            mo.ui.slider(1, 5, value=value, label=label)
            if key in five.SCALES
            else mo.ui.text(value, label=label)
        )

    form = mo.ui.array(
        [
            mo.ui.dictionary({key: field(key, value) for key, value in person.items()})
            for person in five.beginning()
        ]
    )
    fields = [mo.vstack(list(card.elements.values())) for card in form.elements]
    mo.vstack([mo.md(f"# {five.TITLE}"), *fields])
    return (form,)


@app.cell
def told(five, form, go, mo):
    people = form.value
    five.save(people)
    mo.vstack(
        [
            go.Figure(five.figure(people)),
            mo.Html(five.table(people).to_html()),
            mo.Html(f"<p>{five.sentence(people)}</p>"),
        ]
    )


if __name__ == "__main__":
    app.run()
