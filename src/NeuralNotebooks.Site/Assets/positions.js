// Controls on a page that does not run: the cells that they move were run at a few positions, between which the page
// switches, until a live page runs them itself. Its helpers are those of site.js.

// An output's elements, with scripts that run.
function elements(html) {
  const { content } = make('template', { innerHTML: html });
  for (const dead of all('script', content)) {
    const script = make('script', { textContent: dead.textContent });
    for (const { name, value } of dead.attributes) script.setAttribute(name, value);
    dead.replaceWith(script);
  }
  return [...content.children];
}

for (const data of all('[data-nn-positions]')) {
  const { controls, shown } = JSON.parse(data.textContent), own = data.closest('.output');
  const cells = Object.keys(shown[0]).flatMap(id => {
    const output = document.getElementById(id)?.querySelector('.output');
    if (!output) return [];
    const boxes = [...output.children].filter(box => !box.matches('script') && !box.querySelector('[data-nn-control]'));
    return [{ id, output, boxes }];
  });

  const show = () => {
    const at = controls.reduce((index, { values, place }) => index * values.length + place, 0);
    if (!own.contains(data)) return;
    for (const cell of cells) {
      const { id, output, boxes } = cell;
      // What was run on the page stays.
      if (boxes.some(box => box.parentNode !== output)) continue;
      const fresh = elements(shown[at][id]).filter(box => !box.querySelector('[data-nn-control]'));
      for (const box of boxes) box.remove();
      output.append(...fresh);
      fresh.filter(box => box.matches('.rich')).forEach(box => window.nnSave?.(box));
      cell.boxes = fresh;
    }
  };

  for (const control of controls) {
    const place = all('[data-nn-control]', own).find(one => one.dataset.nnControl === control.name);
    const shape = JSON.parse(place.dataset.nnField), { values } = control, isSlider = shape.kind === 'range';
    control.place = Math.max(0, values.indexOf(shape.value));
    place.dataset.nnWords = place.textContent;
    // A slider goes from position to position.
    const positions = isSlider ? { min: 0, max: values.length - 1, step: 1 } : shape;
    const { element, show: first } = window.nnFields[shape.kind](control.name, positions, value => {
      control.place = isSlider ? Number(value) : values.indexOf(value);
      show();
    }, position => values[position]);
    first(isSlider ? control.place : values[control.place]);
    place.replaceChildren(element);
  }
}
