// The text that a terminal would finally show: lines that \r overwrites in their last state, and no colours.
// TerminalText.cs does the same for published pages.
const escape = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])/y;

/** Whether a terminal shows another text than the one that is written.
 * @param {string} text */
export const isSpecial = text => /[\x1b\r]/.test(text);

/** The text that a terminal shows.
 * @param {string} written */
export function terminalText(written) {
  if (!isSpecial(written)) return written;
  const shown = [];
  let line = 0, at = 0; // where the line begins, and where the next character is written
  for (let i = 0; i < written.length; i++) {
    const character = written[i];
    escape.lastIndex = i;
    const found = character === '\x1b' ? escape.exec(written)?.[0] : undefined;
    if (found) {
      if (found === '\x1b[K' || found === '\x1b[0K') shown.length = at;
      i += found.length - 1;
    } else if (character === '\r') at = line;
    else {
      if (character === '\n') { at = shown.length; line = at + 1; }
      shown[at++] = character;
    }
  }
  return shown.join('');
}

/** The same without newlines at its end.
 * @param {string} written */
export const terminalBlock = written => terminalText(written).replace(/\n+$/, '');
