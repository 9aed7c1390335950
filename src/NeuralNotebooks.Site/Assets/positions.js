// Controls on a page that does not run: the cells that they move were run at a few positions, between which the page
// switches, until a live page runs them itself.
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

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

// A control's element, for values in words.
function field(name, kind, values, start, moved) {
  if (kind === 'checkbox') {
    const input = make('input', { type: 'checkbox', checked: start === 1 });
    input.addEventListener('change', () => moved(Number(input.checked)));
    return make('label', {}, input, ` ${name}`);
  }
  if (kind === 'select') {
    const input = make('select', {}, ...values.map(value => make('option', {}, value)));
    input.selectedIndex = start;
    input.addEventListener('change', () => moved(input.selectedIndex));
    return make('label', {}, `${name} `, input);
  }
  const input = make('input', { type: 'range', min: 0, max: values.length - 1, step: 1, value: start });
  const output = make('output');
  const say = () => {
    output.textContent = values[input.value].replace('-', '−');
    input.ariaValueText = output.textContent;
  };
  input.addEventListener('input', () => { say(); moved(Number(input.value)); });
  say();
  return make('span', {}, make('label', {}, `${name} `, input), ' ', output);
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
    const { kind, value } = JSON.parse(place.dataset.nnField);
    control.place = Math.max(0, control.values.indexOf(value));
    place.dataset.nnWords = place.textContent;
    place.replaceChildren(field(control.name, kind, control.values, control.place, index => {
      control.place = index;
      show();
    }));
  }
}
