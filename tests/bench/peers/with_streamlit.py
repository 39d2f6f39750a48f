"""The small form in Streamlit."""

import five
import streamlit as st

st.title(five.TITLE)
people = five.beginning()
for number, person in enumerate(people):
    for key, value in person.items():
        label, name = five.LABELS[key], f"{key}-{number}"
        if key in five.CHOICES:
            options = five.CHOICES[key]
            person[key] = st.selectbox(label, options, options.index(value), key=name)
        elif key in five.SCALES:
            person[key] = st.slider(label, 1, 5, value, key=name)
        else:
            person[key] = st.text_input(label, value, key=name)
five.save(people)
st.plotly_chart(five.figure(people))
st.table(five.table(people))
st.text(five.sentence(people))
