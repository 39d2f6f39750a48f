// Plotly's picture in our colours and type, as they are on this screen now.

export function chartColours(element) {
  const style = getComputedStyle(element);
  const of = (name) => style.getPropertyValue(`--${name}`).trim();
  return { ink: of("ink"), muted: of("muted"), line: of("line"), accent: of("accent"), warn: of("warn"), card: of("card"), sans: of("sans") };
}

// A figure names its colours (`meta` of a trace, `name` of a shape or annotation); here they become real ones.
export function coloured(figure, colours, width) {
  const named = (name) => colours[name] ?? colours.ink;
  return {
    data: figure.data.map((trace) => ({
      ...trace, marker: { ...trace.marker, color: named(trace.meta), line: { color: colours.card, width: 2 } },
      textfont: { color: colours.ink, size: 13 },
    })),
    layout: {
      ...figure.layout, width,
      paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
      font: { family: colours.sans, size: 12.5, color: colours.muted },
      xaxis: axisColours(figure.layout.xaxis, colours), yaxis: axisColours(figure.layout.yaxis, colours),
      shapes: (figure.layout.shapes ?? []).map((shape) => ({ ...shape, line: { ...shape.line, color: named(shape.name) } })),
      annotations: (figure.layout.annotations ?? []).map((note) => ({ ...note, font: { ...note.font, size: width < 420 ? 11.5 : 13, color: named(note.name) } })),
    },
  };
}

function axisColours(axis, colours) {
  return {
    ...axis, automargin: true, gridcolor: colours.line, linecolor: colours.line, tickcolor: colours.line,
    title: { standoff: 10, ...axis?.title, font: { color: colours.ink, size: 13 } },
  };
}
