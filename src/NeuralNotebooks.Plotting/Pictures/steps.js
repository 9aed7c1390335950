// Goes through the steps of a drawing, or through its frames. Everything is in the page already: the script only
// hides, shows and renames.
(function (play, key, labels) {
  'use strict';

  function connect(host) {
    host.setAttribute('data-nn-ready', '');
    var svg = host.querySelector('svg');
    var find = selector => [...host.querySelectorAll(selector)];
    var controls = host.querySelector('[data-nn-controls]'), slider = controls.querySelector('input'),
      label = controls.querySelector('output');
    var say = host.querySelector('[data-nn-say]');
    var sentences = find('li').map(item => item.textContent);
    var numbers = find('[data-nn-number]'), parts = find('[data-nn-at]'), gates = find('[data-nn-fires]');
    var last = +slider.max, now = last;

    // The drawing's own button and its animation are for pages without scripts.
    find('[data-nn-smil]').forEach(own => {
      var width = own.getAttribute('data-nn-width'), height = own.getAttribute('data-nn-smil');
      svg.setAttribute('viewBox', '0 0 ' + width + ' ' + height);
      svg.setAttribute('width', width);
      svg.setAttribute('height', height);
      own.remove();
    });
    find('set').forEach(animation => { animation.remove(); });

    function show(step) {
      now = Math.max(0, Math.min(last, step));
      slider.value = now;
      numbers.forEach(number => {
        number.textContent = JSON.parse(number.getAttribute('data-nn-number'))[now];
      });
      parts.forEach(part => {
        part.style.visibility = +part.getAttribute('data-nn-at') > now ? 'hidden' : 'visible';
      });
      gates.forEach(gate => {
        gate.classList.toggle('nn-fires', +gate.getAttribute('data-nn-fires') === now);
        gate.classList.toggle('nn-returns', +gate.getAttribute('data-nn-returns') === now);
      });
      label.textContent = labels[now];
      if (say) say.textContent = sentences[now];
      slider.setAttribute('aria-valuetext', label.textContent);
    }

    var stop = play(slider, controls.querySelector('[data-nn-go="play"]'), 1500, show);
    controls.addEventListener('click', event => {
      var button = event.target.closest('[data-nn-go]'), where = button && button.getAttribute('data-nn-go');
      if (!where || where === 'play') return;
      stop();
      show({ first: 0, back: now - 1, next: now + 1, last: last }[where]);
    });
    controls.style.display = 'flex';
    if (say) say.style.display = 'block';
    show(last);
  }

  // Output may reach the page after its script: poll for a while.
  var asked = 0;
  (function attempt() {
    var hosts = document.querySelectorAll('[data-nn-steps="' + key + '"]:not([data-nn-ready])');
    hosts.forEach(connect);
    if (hosts.length === 0 && asked++ < 100) setTimeout(attempt, 50);
  })();
})
