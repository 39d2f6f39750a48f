// Paper: letters as large as the page to keep allows, so that it is one page, A4 or Letter.

/** Points; below the least of them a full page would be hard to read, so it takes a second one. */
const LARGEST = 10.5;
const LEAST = 5.5;
const STEP = 0.25;
/** Millimetres inside the margins that both papers have: the width of A4, the height of Letter, and a little less. */
const WIDTH = 184;
const HEIGHT = 252;
const MILLIMETRE = 96 / 25.4;

/** Fit `sheet`, of which `parts` stand on its first page, before each print. Return the way to stop. */
export function fittedOnPaper(sheet, parts) {
  const before = () => {
    sheet.classList.add("is-paper", "is-measured");
    sheet.style.width = `${WIDTH}mm`;
    sizes().find((size) => {
      sheet.style.setProperty("--size", `${size}pt`);
      return heightOf(parts) <= HEIGHT * MILLIMETRE;
    });
    sheet.style.width = "";
    sheet.classList.remove("is-measured");
  };
  const after = () => sheet.classList.remove("is-paper");
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  return () => {
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
}

function sizes() {
  return Array.from({ length: (LARGEST - LEAST) / STEP + 1 }, (_, step) => LARGEST - step * STEP);
}

function heightOf(parts) {
  return parts.at(-1).getBoundingClientRect().bottom - parts[0].getBoundingClientRect().top;
}
