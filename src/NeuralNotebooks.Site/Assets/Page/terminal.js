// The text that a terminal would finally show: with its colours, and with lines that \r overwrites in their last state.
// Live pages use it for each output. On a published page it replaces a plainer text.
{
  const escape = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])/y;

  const colours = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];
  /** @type {Record<number, string>} */
  const marks = { 1: 'bold', 2: 'dim', 3: 'italic', 4: 'underline', 7: 'inverse', 9: 'crossed' };

  /** How a terminal shows a character: a CSS colour for `color` and `background`, and a class for each mark.
   * @typedef {Record<string, string>} Style
   * @typedef {[string, Style][]} Shown  characters, each with its style */

  /** A colour among the terminal's sixteen. */
  const named = (/** @type {number} */ number) => `var(--ansi-${colours[number % 8]})`;

  /** The style after the codes of an escape sequence, such as 1;31. Unknown codes have no
   * effect.
   * @param {Style} style
   * @param {string} text
   * @returns {Style} */
  function after(style, text) {
    const codes = text.split(/[;:]/).map(Number);
    style = { ...style };
    for (let code; (code = codes.shift()) !== undefined;) {
      const place = code >= 40 && code < 50 || code >= 100 ? 'background' : 'color';
      if (code === 0) style = {};
      else if (code in marks) style[marks[code]] = marks[code];
      else if (code === 21 || code === 22) { delete style.bold; delete style.dim; }
      else if (code > 22 && code < 30) delete style[marks[code - 20]];
      // One of 256 colours, or red, green and blue: it is not shown.
      else if (code === 38 || code === 48) codes.splice(0, codes[0] === 2 ? 4 : 2);
      else if (code === 39 || code === 49) delete style[place];
      else if (code >= 30 && code < 48) style[place] = named(code % 10);
      else if (code >= 90 && code < 108 && code % 10 < 8) style[place] = named(code % 10 + 8);
    }
    return style;
  }

  /** A terminal that shows text in bits. It returns a function that writes a text, and that returns the characters,
   * each with its style: of the lines that have got complete, and of the last line, which later text may overwrite. The
   * newlines before a line belong to it, so that those at the end of the text are not shown yet. */
  function terminal() {
    /** @type {Shown} */
    const last = [];
    /** @type {Style} */
    let style = {};
    let line = 0, at = 0, rest = ''; // where the last line begins, and where the next character is written
    return (/** @type {string} */ text) => {
      /** @type {Shown} */
      const complete = [], written = rest + text;
      rest = /\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b\n]*\x1b?)?$/.exec(written)?.[0] ?? ''; // the beginning of a sequence
      for (let i = 0; i < written.length - rest.length; i++) {
        const character = written[i];
        escape.lastIndex = i;
        const found = character === '\x1b' ? escape.exec(written)?.[0] : undefined;
        if (found) {
          if (/^\x1b\[.*m$/.test(found)) style = after(style, found.slice(2, -1));
          else if (found === '\x1b[K' || found === '\x1b[0K') last.length = at;
          i += found.length - 1;
        } else if (character === '\r') at = line;
        else if (character === '\n') {
          if (last.length > line) for (const one of last.splice(0)) complete.push(one);
          line = at = last.push([character, style]);
        } else last[at++] = [character, style];
      }
      return { complete, last: last.length > line ? last : [] };
    };
  }

  /** What a terminal shows of a whole text.
   * @param {string} text */
  function read(text) {
    const { complete, last } = terminal()(text);
    return complete.concat(last);
  }

  const isSpecial = (/** @type {string} */ text) => /[\x1b\r]/.test(text);

  /** Characters as nodes: one for each part with the same style.
   * @param {Shown} shown
   * @returns {(string | HTMLElement)[]} */
  function nodes(shown) {
    const made = [];
    for (let from = 0, to; from < shown.length; from = to) {
      const style = shown[from][1];
      for (to = from; to < shown.length && shown[to][1] === style;) to++;
      const words = shown.slice(from, to).map(([character]) => character).join('');
      if (Object.keys(style).length === 0) { made.push(words); continue; }
      const span = make('span', {}, words);
      for (const [key, name] of Object.entries(style)) {
        if (key === name) span.classList.add(`ansi-${name}`);
        else span.style.setProperty(
          key, key === 'background' ? `color-mix(in srgb, ${name} 25%, transparent)` : name);
      }
      made.push(span);
    }
    return made;
  }

  /** The text as nodes, without newlines at its end.
   * @param {string} text */
  const coloured = text => isSpecial(text) ? nodes(read(text)) : [text.replace(/\n+$/, '')];

  /** A function that writes text into an element as a terminal does. Only the last line is made anew each time.
   * @param {HTMLElement} element */
  function writer(element) {
    const write = terminal(), end = make('span');
    element.append(end);
    return (/** @type {string} */ text) => {
      const { complete, last } = write(text);
      end.before(...nodes(complete));
      end.replaceChildren(...nodes(last));
    };
  }

  window.nnTerminal = { coloured, writer };
  for (const shown of all('[data-nn-written]')) shown.replaceChildren(...coloured(JSON.parse(shown.dataset.nnWritten)));
}
