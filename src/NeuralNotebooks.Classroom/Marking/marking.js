'use strict';
// A card shows an answer. Equal answers of several students are one card, whose mark counts for all of them.
const data = JSON.parse(document.querySelector('script.data').textContent), store = 'marking ' + location.pathname;
const cards = [...document.querySelectorAll('article')].map((article, i) => ({
  ...data.cards[i],
  key: data.cards[i].task + '\n' + data.cards[i].students[0].student,
  file: JSON.stringify(data.cards[i].students),
  mark: null,
  article,
  buttons: [...article.querySelectorAll('button')],
  number: article.querySelector('.number'),
  comment: article.querySelector('.comment'),
}));
let now = 0;

const isMarked = card => card.mark ? card.mark.points !== null : card.students.every(own => own.points !== null);
const markOf = card => card.mark ?? { on: [], ...card.students[0], ...!isMarked(card) && { points: null } };

/** Stores the marks in this browser. They are restored only while the marks in adjust.csv are unchanged. */
function remember() {
  const kept = Object.fromEntries(cards.filter(card => card.mark).map(({ key, mark, file }) => [key, { mark, file }]));
  try {
    localStorage.setItem(store, JSON.stringify(kept));
  } catch {
    alert(`This browser cannot store marks: save ${data.file} before you close the page.`);
  }
}

function recall() {
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(store) ?? '{}');
  } catch { /* Without storage, marks are lost when the page is closed. */ }
  for (const card of cards) if (kept[card.key]?.file === card.file) card.mark = kept[card.key].mark;
}

function draw(card) {
  const { points, comment, on } = markOf(card);
  card.number.value = points ?? '';
  card.comment.value = comment;
  card.buttons.forEach((button, i) =>
    button.setAttribute('aria-pressed', card.isRubric ? on.includes(i) : points === card.choices[i]));
  card.article.classList.toggle('marked', isMarked(card));
  document.querySelector('.progress').textContent = `${cards.filter(isMarked).length} of ${cards.length} marked`;
}

function mark(card, change) {
  card.mark = { ...markOf(card), ...change };
  const { points } = card.mark;
  if (points !== null) card.mark.points = Math.round(Math.min(card.max, Math.max(0, points)) * 10000) / 10000;
  remember();
  draw(card);
}

function choose(card, i) {
  if (!card.isRubric) return mark(card, { points: card.choices[i] });
  const before = markOf(card).on ?? [], on = before.includes(i) ? before.filter(j => j !== i) : [...before, i];
  mark(card, { on, points: on.reduce((sum, j) => sum + card.choices[j], 0) });
}

function show(i) {
  if (!cards[i]) return;
  cards[i].article.focus({ preventScroll: true });
  cards[i].article.scrollIntoView();
}

function nextUnmarked() {
  const next = [...cards.keys()].map(i => (now + 1 + i) % cards.length).find(i => !isMarked(cards[i]));
  if (next === undefined) alert('Every answer is marked.');
  else show(next);
}

/** Downloads the table of marks. It begins with a byte order mark, by which spreadsheets recognize UTF-8. */
function save() {
  const own = cards.flatMap(({ mark: given, students }) => students.map(before => ({
    row: before.row,
    // A mark without points has cleared those of a marked card.
    points: given && (given.points !== null || isMarked({ students })) ? given.points : before.points,
    comment: given?.comment ?? before.comment,
  })))
    .filter(({ points, comment }) => points !== null || comment)
    .map(({ row, points, comment }) => `${row},${points ?? ''},${comment && `"${comment.replaceAll('"', '""')}"`}\n`);
  const text = data.table + own.join('');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\uFEFF' + text], { type: 'text/csv' }));
  link.download = data.file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const keys = {
  0: () => mark(cards[now], { points: 0, on: [] }),
  n: () => show(now + 1),
  p: () => show(now - 1),
  u: nextUnmarked,
  s: save,
  c: () => cards[now].comment.focus(),
  q: () => {
    const parts = [...cards[now].article.closest('section').querySelectorAll('.given')];
    const isOpen = parts.some(part => part.open);
    for (const part of parts) part.open = !isOpen;
  },
};

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input')) return;
  const choice = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
  const act = choice >= 0 ? cards[now].choices.length > choice && (() => choose(cards[now], choice)) : keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

recall();
cards.forEach((card, i) => {
  const { article, buttons, number, comment } = card;
  article.addEventListener('focusin', () => {
    cards[now].article.classList.remove('now');
    article.classList.add('now');
    now = i;
  });
  buttons.forEach((button, choice) => button.addEventListener('click', () => choose(card, choice)));
  number.addEventListener('change', () =>
    mark(card, { points: number.value === '' ? null : Number(number.value), on: [] }));
  comment.addEventListener('change', () => mark(card, { comment: comment.value.trim() }));
  for (const field of [number, comment])
    field.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      article.focus();
      if (event.key === 'Enter' && field === comment) show(i + 1);
    });
  draw(card);
});
document.querySelector('.save').addEventListener('click', save);
document.querySelector('main').classList.add('live');
const first = Math.max(0, cards.findIndex(card => !isMarked(card)));
cards[first].article.focus({ preventScroll: true });
if (first > 0) cards[first].article.scrollIntoView();
