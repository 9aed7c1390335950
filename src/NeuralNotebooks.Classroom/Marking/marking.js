'use strict';
// A card shows an answer. Equal answers of several students are one card, whose mark counts for all of them. The server
// of `nn assign mark` writes each mark as it is given. Without this server, the page only shows the marks.
const data = JSON.parse(document.querySelector('script.data').textContent);
const cards = [...document.querySelectorAll('section.task > article')].map((article, i) => ({
  ...data.cards[i], // with `marks`: the stored marks of its students, without repetitions
  mine: null, // what is entered and not saved yet
  problem: '', // why it could not be saved
  hasChanged: false, // whether that is because the marks were changed in another window or file
  isSaving: false,
  on: [], // the chosen criteria of a rubric
  article,
  buttons: [...article.querySelectorAll('.choices button')],
  number: article.querySelector('.number'),
  comment: article.querySelector('.comment'),
  note: article.querySelector('.note'),
}));
const state = document.querySelector('.state');
let now = 0, isServed = false;

const common = values => (values.every(value => value === values[0]) ? values[0] : null);
const shown = ({ marks, mine }) => ({
  points: common(marks.map(mark => mark.points)), comment: common(marks.map(mark => mark.comment)) ?? '', ...mine,
});
const isMarked = ({ marks, mine }) => marks.every(mark => ({ ...mark, ...mine }).points !== null);
const words = ({ points, comment }) => [
  points === undefined ? '' : points === null ? 'not marked' : `${points} point${points === 1 ? '' : 's'}`,
  comment && `“${comment}”`,
].filter(Boolean).join(', ');

/** Shows what is stored and entered, but leaves a field alone in which somebody writes. */
function draw(card) {
  const { points, comment } = shown(card);
  if (document.activeElement !== card.number) card.number.value = points ?? '';
  if (document.activeElement !== card.comment) card.comment.value = comment;
  card.buttons.forEach((button, i) =>
    button.setAttribute('aria-pressed', card.isRubric ? card.on.includes(i) : points === card.choices[i]));
  card.article.classList.toggle('marked', isMarked(card));
  card.note.replaceChildren(...noteOf(card));
  const waiting = cards.filter(({ mine }) => mine).length;
  document.querySelector('.progress').textContent =
    `${cards.filter(isMarked).length} of ${cards.length} marked${waiting ? `, ${waiting} not written yet` : ''}`;
}

/** The text and the buttons below a card whose mark is not simply stored. */
function noteOf(card) {
  const button = (textContent, onclick) =>
    Object.assign(document.createElement('button'), { type: 'button', textContent, onclick });
  const stored = card.marks.map(words), mine = card.mine && words(card.mine);
  if (card.hasChanged)
    return [`Changed elsewhere meanwhile: ${stored.join('; ')}. Not saved: ${mine}.`,
      button('Save mine', () => retry(card)), button('Keep the other', () => keep(card))];
  if (card.problem && !mine) return [card.problem];
  if (card.problem) return [`Not saved: ${mine}. ${card.problem}`, button('Try again', () => retry(card))];
  if (card.mine || stored.length === 1) return [];
  return ['Equal answers with different marks. For all:',
    ...card.marks.map((mark, i) => button(stored[i], () => enter(card, mark)))];
}

/** The server's reply: the cards, or what became of a mark. */
const ask = mark => fetch('marks', mark && {
  method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(mark),
}).then(reply => reply.json()).catch(() => ({
  problem: 'nn assign mark does not answer. Start it again, and open the address that it shows.',
}));

async function save(card) {
  if (card.isSaving) return;
  card.isSaving = true;
  while (card.mine && !card.problem && !card.hasChanged) {
    const sent = card.mine, reply = await ask({ id: card.id, seen: card.marks, ...sent });
    card.marks = reply.marks ?? card.marks;
    if (reply.isSaved) state.textContent = reply.problem;
    else if (reply.problem) card.problem = reply.problem;
    else card.hasChanged = true;
    if (reply.isSaved && card.mine === sent) card.mine = null;
    draw(card);
  }
  card.isSaving = false;
}

/** Reads the marks that other windows, or `nn grade`, have changed. */
async function refresh() {
  const reply = await ask();
  state.textContent = reply.problem ?? '';
  if (!reply.cards) return;
  isServed = true;
  const marks = new Map(reply.cards.map(card => [card.id, card.marks]));
  for (const card of cards.filter(({ id, isSaving }) => marks.has(id) && !isSaving)) {
    card.article.querySelector('.mark').disabled = false;
    if (JSON.stringify(card.marks) !== JSON.stringify(marks.get(card.id))) {
      card.marks = marks.get(card.id);
      if (card.mine) card.hasChanged = true;
      else card.on = [];
    }
    if (card.mine && !card.hasChanged) retry(card);
    else draw(card);
  }
  if (marks.size !== cards.length || !cards.every(card => marks.has(card.id)))
    state.textContent = 'There are other answers now: reload the page.';
}

/** Takes points, a comment or both for all students of a card. */
function enter(card, change, on = []) {
  if (!isServed) return;
  card.mine = { ...card.mine, ...change };
  if ('points' in change) card.on = on;
  card.problem = '';
  save(card);
  draw(card);
}

function retry(card) {
  Object.assign(card, { problem: '', hasChanged: false });
  save(card);
  draw(card);
}

function keep(card) {
  Object.assign(card, { mine: null, hasChanged: false, on: [] });
  draw(card);
}

function choose(card, i) {
  if (!card.isRubric) return enter(card, { points: card.choices[i] });
  const on = card.on.includes(i) ? card.on.filter(j => j !== i) : [...card.on, i];
  const sum = Math.round(on.reduce((points, j) => points + card.choices[j], 0) * 10000) / 10000;
  enter(card, { points: Math.min(card.max, sum) }, on);
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

const keys = {
  0: () => enter(cards[now], { points: 0 }),
  n: () => show(now + 1),
  p: () => show(now - 1),
  u: nextUnmarked,
  s: () => retry(cards[now]),
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

cards.forEach((card, i) => {
  const { article, buttons, number, comment } = card;
  article.addEventListener('focusin', () => {
    cards[now].article.classList.remove('now');
    article.classList.add('now');
    now = i;
  });
  buttons.forEach((button, choice) => button.addEventListener('click', () => choose(card, choice)));
  number.addEventListener('change', () => {
    if (!number.validity.badInput) enter(card, { points: number.value === '' ? null : Number(number.value) });
  });
  comment.addEventListener('change', () => enter(card, { comment: comment.value.trim() }));
  for (const field of [number, comment]) {
    field.addEventListener('blur', () => {
      if (number.validity.badInput) card.problem = 'The points are no number such as 1.5, so they stay as they were.';
      draw(card);
    });
    field.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      article.focus();
      if (event.key === 'Enter' && field === comment) show(i + 1);
    });
  }
  draw(card);
});
document.querySelector('main').classList.add('live');
const first = Math.max(0, cards.findIndex(card => !isMarked(card)));
cards[first].article.focus({ preventScroll: true });
if (first > 0) cards[first].article.scrollIntoView();
if (location.protocol !== 'file:') {
  refresh();
  addEventListener('focus', refresh);
  addEventListener('beforeunload', event => { if (cards.some(card => card.mine)) event.preventDefault(); });
}
