"""The small form in Panel."""

import five
import panel as pn

pn.extension("plotly")


def page():
    people = five.beginning()
    chart = pn.pane.Plotly(five.figure(people))
    table = pn.pane.DataFrame(five.table(people))
    sentence = pn.pane.HTML(f"<p>{five.sentence(people)}</p>")

    def update():
        five.save(people)
        chart.object = five.figure(people)
        table.object = five.table(people)
        sentence.object = f"<p>{five.sentence(people)}</p>"

    fields = [_field(person, key, update) for person in people for key in person]
    return pn.Column(pn.pane.HTML(f"<h1>{five.TITLE}</h1>"), *fields, chart, table, sentence)


def _field(person, key, update):
    shared = {"name": five.LABELS[key], "value": person[key]}
    if key in five.CHOICES:
        field = pn.widgets.Select(options=five.CHOICES[key], **shared)
    elif key in five.SCALES:
        field = pn.widgets.IntSlider(start=1, end=5, **shared)
    else:
        field = pn.widgets.TextInput(**shared)
    field.param.watch(lambda event: (person.update({key: event.new}), update()), "value")
    return field


page().servable(title=five.TITLE)
