// Connects the controls of a film: the slider selects a step, Play goes from step to step until the last one, and the
// other buttons go one step back or forward, or to the first or the last step. "show" draws a step, given its number.
// Returns the function that goes to a step.
function connectFilm(controls, labels, milliseconds, show) {
  const slider = controls.querySelector('input'), label = controls.querySelector('output');
  const play = controls.querySelector('[data-nn-go="play"]'), last = labels.length - 1;
  let timer = null;

  function go(step) {
    const now = Math.max(0, Math.min(last, step));
    slider.value = now;
    label.textContent = labels[now];
    slider.setAttribute('aria-valuetext', labels[now]);
    show(now);
  }

  function name(sign, text) {
    play.textContent = sign;
    play.setAttribute('aria-label', text);
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    name('▶', 'Play');
  }

  function begin() {
    if (+slider.value === last) go(0);
    name('❚❚', 'Pause');
    timer = setInterval(() => {
      if (+slider.value === last || !slider.isConnected) stop();
      else go(+slider.value + 1);
    }, milliseconds);
  }

  function choose(step) { stop(); go(step); }

  slider.addEventListener('input', () => choose(+slider.value));
  controls.querySelectorAll('[data-nn-go]').forEach(button => {
    button.addEventListener('click', () => {
      const now = +slider.value, isPlaying = timer !== null;
      if (button !== play || isPlaying) stop();
      if (button !== play) go({ first: 0, back: now - 1, next: now + 1, last }[button.getAttribute('data-nn-go')]);
      else if (!isPlaying) begin();
    });
  });
  // A reader who prefers reduced motion gets no Play button.
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) play.style.display = 'none';
  controls.style.display = 'flex';
  return choose;
}
