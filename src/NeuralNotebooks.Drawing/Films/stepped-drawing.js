// Shows the steps of a drawing. The page contains all of them already: the script only hides and shows parts. A tap on
// a unit or a gate leads to the step in which its gradient comes back.

function connectSteps(host, { labels, sentences, start }) {
  const find = selector => [...host.querySelectorAll(selector)];
  const frame = host.querySelector('[role=img]'), say = host.querySelector('[data-nn-say]');
  const parts = find('[data-nn-at]'), gates = find('[data-nn-fires]');

  const returnsOf = gate => gate.getAttribute('data-nn-returns').split(' ').map(Number);

  function show(step) {
    parts.forEach(part => {
      part.style.visibility = +part.getAttribute('data-nn-at') > step ? 'hidden' : 'visible';
    });
    gates.forEach(gate => {
      gate.classList.toggle('nn-fires', +gate.getAttribute('data-nn-fires') === step);
      gate.classList.toggle('nn-returns', returnsOf(gate).includes(step));
      if (!gate.matches('.nn-fires, .nn-returns')) return;
      // A drawing that is wider than its page is scrolled.
      const box = gate.getBoundingClientRect(), seen = frame.getBoundingClientRect();
      frame.scrollLeft += (box.left + box.right - seen.left - seen.right) / 2;
    });
    say.textContent = sentences[step];
  }

  const choose = connectFilm(host.querySelector('[data-nn-controls]'), labels, 1500, show);
  gates.filter(gate => gate.querySelector('circle')).forEach(gate => {
    gate.style.cursor = 'pointer';
    gate.addEventListener('click', () => choose(returnsOf(gate)[0]));
  });
  say.style.display = 'block';
  show(start);
}
