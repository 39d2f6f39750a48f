"""The small form in Solara."""

import five
import plotly.graph_objects as go
import solara


@solara.component
def Page():  # noqa: N802 - Solara's own name for a page
    people, set_people = solara.use_state(five.beginning())

    def change(number, key, value):
        fresh = [{**person, key: value} if n == number else person for n, person in enumerate(people)]
        five.save(fresh)
        set_people(fresh)

    solara.Markdown(f"# {five.TITLE}")
    for number, person in enumerate(people):
        for key, value in person.items():
            shared = {
                "label": five.LABELS[key],
                "value": value,
                "on_value": lambda new, number=number, key=key: change(number, key, new),
            }
            if key in five.CHOICES:
                solara.Select(values=five.CHOICES[key], **shared)
            elif key in five.SCALES:
                solara.SliderInt(min=1, max=5, **shared)
            else:
                solara.InputText(**shared)
    solara.FigurePlotly(go.Figure(five.figure(people)))
    solara.HTML("div", unsafe_innerHTML=five.table(people).to_html())
    solara.HTML("p", unsafe_innerHTML=five.sentence(people))
