// Calls "connect" with the elements of the page that a selector matches. Some hosts run the script before the output is
// in the page: it polls for up to five seconds.
export default function (selector, connect) {
  let attempts = 0;
  (function attempt() {
    const hosts = document.querySelectorAll(selector);
    if (hosts.length > 0) connect(hosts);
    else if (attempts++ < 100) setTimeout(attempt, 50);
  })();
}
