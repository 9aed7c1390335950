// The names that the code of a cell reads, declares and assigns.
/** @import { Cell } from './cell.js' */

/** The size of the cache: each keystroke gives another text. */
const maxGuesses = 500;

/** The longest type (characters) in a declaration. Without a limit, the time would grow with the square of a line's
 * length. */
const maxType = 200;

const name = '[\\p{L}_][\\p{L}\\p{N}\\p{M}_]*';
const guesses = new Map();

/** The names that a cell reads, declares and assigns, guessed by patterns. The compiler's exact answer comes later. */
function guess(text) {
  let names = guesses.get(text);
  if (names) return names;
  const code = text.replace(
    /\/\/.*|\/\*[^]*?\*\/|"""[^]*?"""|(?<!\$)@?"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|^[ \t]*#.*/gm, ' ');
  const all = pattern => new Set([...code.matchAll(new RegExp(pattern, 'gmu'))].map(found => found[1]));
  const type = `(?!(?:return|using|await|throw|else)\\b)${name}[\\w.<>,?[\\]() ]{0,${maxType}}?`;
  const declares = all(`^${type}[\\s>\\]?](${name})\\s*(?:=(?!=)|[;({:,]|$)`);
  const assigns = all(`(?:^|[;{})])[ \\t]*(${name})(?:\\[[^\\]]*\\]|\\.${name})*\\s*(?:[-+*/%]?=(?![=>])|\\+\\+|--)`);
  names = [all(`(?<![.\\p{L}\\p{N}_@])(${name})`).difference(declares), declares, assigns.difference(declares)];
  if (guesses.size === maxGuesses) guesses.clear();
  guesses.set(text, names);
  return names;
}

/** @param {Cell} cell */
const ran = cell => cell.ranSource ?? cell.original;

/** The names that a cell reads, declares and assigns, both in the text of its last run and in its present text.
 * @param {Cell} cell */
export function namesOf(cell) {
  const before = cell.names?.of === ran(cell) ? cell.names.sets : guess(ran(cell));
  return cell.stale ? guess(cell.source).map((names, i) => names.union(before[i])) : before;
}
