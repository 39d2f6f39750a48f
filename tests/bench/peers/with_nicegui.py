"""The small form in NiceGUI: `python with_nicegui.py PORT`."""

import sys

import five
from nicegui import ui


@ui.page("/")
def page():
    people = five.beginning()
    ui.html(f"<h1>{five.TITLE}</h1>", sanitize=False)

    def update():
        five.save(people)
        chart.update_figure(five.figure(people))
        table.set_content(five.table(people).to_html())
        sentence.set_text(five.sentence(people))

    for person in people:
        for key in person:
            _field(person, key, update)
    chart = ui.plotly(five.figure(people)).classes("w-full")
    table = ui.html(five.table(people).to_html(), sanitize=False)
    sentence = ui.label(five.sentence(people))


def _field(person, key, update):
    def changed(event):
        person[key] = event.value
        update()

    label, value = five.LABELS[key], person[key]
    if key in five.CHOICES:
        ui.select(five.CHOICES[key], label=label, value=value, on_change=changed)
    elif key in five.SCALES:
        ui.label(label)
        ui.slider(min=1, max=5, value=value, on_change=changed)
    else:
        ui.input(label, value=value, on_change=changed)


ui.run(host="127.0.0.1", port=int(sys.argv[1]), show=False, reload=False, title=five.TITLE)
