// The names that the code of a cell reads, declares and assigns.
/** @import { Cell } from './cell.js' */

/** @typedef {{ reads: Set<string>, declares: Set<string>, assigns: Set<string> }} Names */

/** The size of the cache: each keystroke gives another text. */
const maxGuesses = 500;

/** The longest type (characters) in a declaration. Without a limit, the time would grow with the square of a line's
 * length. */
const maxType = 200;

const name = '[\\p{L}_][\\p{L}\\p{N}\\p{M}_]*';
/** @type {Map<string, Names>} */
const guesses = new Map();

/** The names that a cell reads, declares and assigns, guessed by patterns. The compiler's exact answer comes later.
 * @param {string} text */
function guess(text) {
  let names = guesses.get(text);
  if (names) return names;
  const code = text.replace(
    /\/\/.*|\/\*[^]*?\*\/|"""[^]*?"""|(?<!\$)@?"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|^[ \t]*#.*/gm, ' ');
  const all = pattern => new Set([...code.matchAll(new RegExp(pattern, 'gmu'))].map(found => found[1]));
  const type = `(?!(?:return|using|await|throw|else)\\b)${name}[\\w.<>,?[\\]() ]{0,${maxType}}?`;
  const declares = all(`^${type}[\\s>\\]?](${name})\\s*(?:=(?!=)|[;({:,]|$)`);
  const assigns = all(`(?:^|[;{})])[ \\t]*(${name})(?:\\[[^\\]]*\\]|\\.${name})*\\s*(?:[-+*/%]?=(?![=>])|\\+\\+|--)`);
  const reads = all(`(?<![.\\p{L}\\p{N}_@])(${name})`).difference(declares);
  names = { reads, declares, assigns: assigns.difference(declares) };
  if (guesses.size === maxGuesses) guesses.clear();
  guesses.set(text, names);
  return names;
}

/** The names that a cell reads, declares and assigns, both in the text of its last run and in its present text.
 * @param {Cell} cell
 * @returns {Names} */
export function namesOf(cell) {
  const before = cell.names?.of === cell.ranSource ? cell.names : guess(cell.ranSource);
  if (!cell.stale) return before;
  const now = guess(cell.source);
  return {
    reads: now.reads.union(before.reads),
    declares: now.declares.union(before.declares),
    assigns: now.assigns.union(before.assigns),
  };
}
