"""The small form as a plain Voilà notebook would have it: ipywidgets, pandas, a plotly FigureWidget."""

import five
import ipywidgets as widgets
import plotly.graph_objects as go
from IPython.display import display

WIDE = {"description_width": "14rem"}


def show():
    """Display the form, the chart, the table and the sentence; save with every change."""
    people = five.beginning()
    chart = go.FigureWidget(five.figure(people))
    table = widgets.HTML()
    sentence = widgets.HTML()

    def update():
        five.save(people)
        with chart.batch_update():
            chart.data[0].x = [person["authority"] for person in people]
            chart.data[0].y = [person["influence"] for person in people]
            chart.data[0].text = [person["name"] for person in people]
        table.value = five.table(people).to_html()
        sentence.value = five.sentence(people)

    display(*(_card(person, update) for person in people), chart, table, sentence)
    update()


def _card(person, update):
    fields = [_field(key, value) for key, value in person.items()]
    for key, field in zip(person, fields, strict=True):
        field.observe(lambda change, key=key: (person.update({key: change["new"]}), update()), "value")
    return widgets.VBox(fields)


def _field(key, value):
    shared = {"description": five.LABELS[key], "value": value, "style": WIDE}
    if key in five.CHOICES:
        return widgets.Dropdown(options=five.CHOICES[key], **shared)
    return widgets.IntSlider(min=1, max=5, **shared) if key in five.SCALES else widgets.Text(**shared)
