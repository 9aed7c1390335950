// Plays a row of steps: the slider sets which step is shown, the button goes from one to the next until the last.
// "show" is given a step's number, and sets the slider to it. Returns a function that stops; the reader's own
// moves of the slider stop it as well.
(function (slider, button, milliseconds, show) {
  'use strict';
  var timer = null;

  function atEnd() {
    return +slider.value >= +slider.max;
  }

  function name(sign, label) {
    button.textContent = sign;
    button.setAttribute('aria-label', label);
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    name('▶', 'Play');
  }

  function step() {
    if (atEnd() || !slider.isConnected) stop();
    else show(+slider.value + 1);
  }

  slider.addEventListener('input', () => { stop(); show(+slider.value); });
  button.addEventListener('click', () => {
    if (timer !== null) { stop(); return; }
    if (atEnd()) show(0);
    name('❚❚', 'Pause');
    timer = setInterval(step, milliseconds);
  });
  // With reduced motion there is only the slider.
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) button.style.display = 'none';
  return stop;
})
