'use strict';
// A mark belongs to a task and a student; an answer that several students gave has one mark for all of them.
const main = document.querySelector('main'), get = (selector, from = main) => from.querySelector(selector);
const data = JSON.parse(document.querySelector('script.data').textContent), store = 'marking ' + location.pathname;
const columns = ['student', 'task', 'points', 'comment'];
const keyOf = (task, student) => [task.assignment, task.name, student].join('\n');
const same = (a, b) => a?.points === b?.points && a?.comment === b?.comment;
const places = new Map(), marks = new Map(), said = new Set(), list = document.createElement('datalist');
let fromFile = new Map(), rows = [], now = 0;

const tasks = data.tasks.map((task, i) => {
  const section = main.querySelectorAll('section.task')[i];
  return { ...task, section, panel: get('.panel', section), tab: main.querySelectorAll('.tasks button')[i] };
});
const cards = tasks.flatMap(task => [...task.section.querySelectorAll('article')].map((article, i) => {
  const students = task.answers[i];
  for (const [id, written] of students)
    for (const student of new Set([id, written]))
      for (const name of [task.name, task.assignment + '/' + task.name]) {
        const row = student + '\n' + name;
        places.set(row, [...places.get(row) ?? [], keyOf(task, id)]);
      }
  return { task, article, students, keys: students.map(([id]) => keyOf(task, id)) };
}));

/** Takes the rows of a file: marks of these tasks, and others, which are written as they were. */
function take(table) {
  fromFile = new Map();
  rows = [];
  for (const row of table) {
    const [student, task, text, comment] = row, points = Number(text.replace(',', '.'));
    const keys = text === '' || Number.isNaN(points) ? [] : places.get(student + '\n' + task) ?? [];
    if (keys.length === 0) rows.push(row);
    for (const key of keys) {
      const before = fromFile.get(key) ?? { points: 0, comment: '' };
      const sum = /^[+-]/.test(text) ? before.points + points : points;
      fromFile.set(key, { points: Math.max(0, sum), comment: [before.comment, comment].filter(Boolean).join(' ') });
    }
  }
}

/** Marks of this browser stay, unless the file has been changed since. */
function recall() {
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(store) ?? '{}');
  } catch { /* Without storage, marks last as long as the page. */ }
  for (const { keys } of cards)
    for (const key of keys) {
      const file = fromFile.get(key), own = kept[key];
      const mark = own && (same(own, file) || same(own.was ?? undefined, file)) ? own : file;
      if (mark) marks.set(key, mark);
    }
}

function remember() {
  const kept = Object.fromEntries([...marks].map(([key, mark]) => [key, { ...mark, was: fromFile.get(key) ?? null }]));
  try {
    localStorage.setItem(store, JSON.stringify(kept));
  } catch {
    say('This browser keeps nothing: save adjust.csv before you close the page.');
  }
}

const say = text => { get('.status').textContent = text; };
const hasPoints = mark => (mark?.points ?? null) !== null;
const isMarked = card => card.keys.every(key => hasPoints(marks.get(key)));
const markOf = card => marks.get(card.keys[0]) ?? { points: null, comment: '', on: [] };
const rounded = points => Math.round(points * 10000) / 10000;

/** Marks the answer that is shown. */
function mark(change) {
  const card = cards[now], to = { ...markOf(card), ...change };
  if (to.points !== null) to.points = Math.min(card.task.max, Math.max(0, rounded(to.points)));
  for (const key of card.keys) marks.set(key, to);
  remember();
  draw();
}

function choose(i) {
  const { task } = cards[now];
  if (!task.isRubric) {
    mark({ points: task.choices[i] });
    return;
  }
  const before = markOf(cards[now]).on ?? [], on = before.includes(i) ? before.filter(j => j !== i) : [...before, i];
  mark({ on, points: on.reduce((sum, j) => sum + task.choices[j], 0) });
}

function draw() {
  const card = cards[now], { task } = card, shown = markOf(card);
  for (const other of cards) other.article.classList.toggle('now', other === card);
  for (const other of tasks) {
    const own = cards.filter(one => one.task === other), done = own.filter(isMarked).length;
    other.section.hidden = other !== task;
    other.tab.setAttribute('aria-pressed', other === task);
    get('span', other.tab).textContent = `${done}/${own.length}`;
    get('.progress', other.panel).textContent =
      done === own.length ? 'All are marked.' : `${done} of ${own.length} marked`;
  }
  task.panel.querySelectorAll('.choices button').forEach((button, i) => {
    const isOn = task.isRubric ? (shown.on ?? []).includes(i) : shown.points === task.choices[i];
    button.setAttribute('aria-pressed', isOn);
  });
  get('.nothing', task.panel).setAttribute('aria-pressed', shown.points === 0);
  get('.number', task.panel).value = shown.points ?? '';
  get('.comment input', task.panel).value = shown.comment;
  get('.previous', task.panel).disabled = now === 0;
  get('.next', task.panel).disabled = now === cards.length - 1;
  card.article.classList.toggle('marked', isMarked(card));
  const open = [...marks].filter(([key, own]) => hasPoints(own) && !same(own, fromFile.get(key))).length;
  get('.save').textContent = open ? `Save adjust.csv · ${open} new` : 'Save adjust.csv';
}

function show(i) {
  if (i < 0 || i >= cards.length) return;
  now = i;
  draw();
  scrollTo(0, Math.min(scrollY, cards[i].task.section.offsetTop));
  say('');
}

function nextUnmarked() {
  const order = [...cards.keys()].map(i => (now + 1 + i) % cards.length);
  const next = order.find(i => !isMarked(cards[i]));
  if (next === undefined) say('Every answer is marked.');
  else show(next);
}

const quoted = value => /[",;\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** With a byte order mark, by which spreadsheets know that the file is UTF-8. */
function save() {
  const own = cards.flatMap(({ task, students, keys }) => students.flatMap(([, student], i) => {
    const one = marks.get(keys[i]);
    return hasPoints(one) ? [[student, task.assignment + '/' + task.name, String(one.points), one.comment]] : [];
  }));
  const text = [columns, ...rows, ...own].map(row => row.map(quoted).join(',') + '\n').join('');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\uFEFF' + text], { type: 'text/csv' }));
  link.download = 'adjust.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  say('adjust.csv is among your downloads: move it into the folder of this page.');
}

/** The rows of a table as spreadsheets write it; null if it does not name the columns. */
function parse(text) {
  const first = text.split(/\r?\n/, 1)[0];
  const separator = [',', ';', '\t'].reduce((a, b) => first.split(b).length > first.split(a).length ? b : a);
  const cell = new RegExp(`(?:"([^"]*(?:""[^"]*)*)(?:"|$))?([^${separator}\\r\\n]*)(${separator}|[\\r\\n]|$)`, 'g');
  const table = [];
  let row = [];
  for (const [, quoted = '', rest, end] of text.matchAll(cell)) {
    row.push((quoted.replaceAll('""', '"') + rest).trim());
    if (end === separator) continue;
    if (row.some(Boolean)) table.push(row);
    row = [];
  }
  const names = (table.shift() ?? []).map(name => name.toLowerCase());
  if (columns.slice(0, 3).some(name => !names.includes(name))) return null;
  return table.map(cells => columns.map(name => cells[names.indexOf(name)] ?? ''));
}

async function load(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const encoding = bytes[0] === 0xFF && bytes[1] === 0xFE ? 'utf-16le'
    : bytes[0] === 0xFE && bytes[1] === 0xFF ? 'utf-16be' : 'utf-8';
  let table;
  try {
    table = parse(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    say(`${file.name} is not in UTF-8, so its letters cannot be read. In Excel, save it as “CSV UTF-8”.`);
    return;
  }
  if (table === null) {
    say(`${file.name}: the first line must name the columns ${columns.join(',')}.`);
    return;
  }
  take(table);
  for (const [key, own] of fromFile) marks.set(key, same(marks.get(key), own) ? marks.get(key) : own);
  remember();
  draw();
  say(`${fromFile.size} marks from ${file.name}.`);
}

/** Offers a comment for other answers, too. */
function suggest(text) {
  if (!text || said.has(text)) return;
  said.add(text);
  list.append(new Option(text, text));
}

function comment(input) {
  const text = input.value.trim();
  if (text === markOf(cards[now]).comment) return;
  mark({ comment: text });
  suggest(text);
}

const keys = {
  0: () => mark({ points: 0, on: [] }),
  ArrowLeft: () => mark({ points: (markOf(cards[now]).points ?? 0) - 0.5 }),
  ArrowRight: () => mark({ points: (markOf(cards[now]).points ?? 0) + 0.5 }),
  n: () => show(now + 1),
  p: () => show(now - 1),
  u: nextUnmarked,
  s: save,
  c: () => get('.comment input', cards[now].task.panel).focus(),
  q: () => {
    const parts = [...cards[now].task.section.querySelectorAll('.given')], isOpen = parts.some(part => part.open);
    for (const part of parts) part.open = !isOpen;
  },
};

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input')) return;
  const choice = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
  const act = choice >= 0
    ? choice < cards[now].task.choices.length && (() => choose(choice))
    : keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

main.addEventListener('click', event => {
  const button = event.target.closest('button'), { task } = cards[now];
  const tab = tasks.findIndex(other => other.tab === button);
  const choice = [...task.panel.querySelectorAll('.choices button')].indexOf(button);
  if (tab >= 0) show(cards.findIndex(card => card.task === tasks[tab]));
  else if (choice >= 0) choose(choice);
  else keys[button?.dataset.key]?.();
});

for (const task of tasks) {
  const number = get('.number', task.panel);
  task.panel.hidden = false;
  number.addEventListener('change', () => {
    const points = Number(number.value.replace(',', '.'));
    if (number.value.trim() === '' || Number.isNaN(points)) draw();
    else mark({ points });
  });
  const input = get('.comment input', task.panel);
  input.addEventListener('change', () => comment(input));
  for (const field of [number, input])
    field.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      field.blur();
      if (event.key === 'Enter' && field === input) show(now + 1);
    });
}
get('.load input').addEventListener('change', event => {
  if (event.target.files[0]) load(event.target.files[0]);
  event.target.value = '';
});

list.id = 'said';
main.append(list);
take(data.rows);
recall();
for (const { comment: text } of marks.values()) suggest(text);
main.classList.add('live');
get('.tools').hidden = false;
show(Math.max(0, cards.findIndex(card => !isMarked(card))));
