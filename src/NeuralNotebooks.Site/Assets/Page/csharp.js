// Colours C#, on a page and in the editors of a live page. The classes of the colours are: k keyword, t type, s string,
// n number, c comment, d directive. Names are not resolved: a type is recognized by its spelling and its neighbours.
{
  const keywords = new Set(
    `
    abstract as async await base bool break byte case catch char checked class const continue decimal default
    delegate do double dynamic else enum event explicit extern false field file finally fixed float for foreach
    get global goto if implicit in init int interface internal is lock long nameof namespace new not null object
    operator or and out override params partial private protected public readonly record ref required return sbyte
    scoped sealed set short sizeof stackalloc static string struct switch this throw true try typeof uint ulong
    unchecked unsafe ushort using value var virtual void volatile when where while with yield`.trim().split(/\s+/));

  /** The ends of the tokens that can span lines: a comment and a verbatim string. A raw string ends with as many quotes
   * as it began with. */
  const ends = { comment: /^[^]*?\*\//, '@': /^([^"]|"")*"(?!")/ };

  /** Reads the rest of an open token, up to its end or to the end of the line. */
  function rest(stream, state) {
    const kind = state.open === 'comment' ? 'c' : 's';
    if (stream.match(ends[state.open] ?? new RegExp(`^[^]*?${state.open}`))) state.open = null;
    else stream.match(/^[^]+/);   // A dot would stop at a carriage return.
    return kind;
  }

  /** Reads one token at the stream's position. The state holds the token that the previous line has left open. */
  function token(stream, state) {
    if (state.open) return rest(stream, state);
    if (stream.match(/^\s+/)) return null;
    if (stream.sol() && stream.match(/^#[!\w].*/)) return 'd';
    if (stream.match(/^\/\/.*/)) return 'c';
    const raw = stream.match(/^\$*("""+)/);
    state.open = raw ? raw[1] : stream.match(/^\/\*/) ? 'comment' : stream.match(/^(\$@|@\$|@)"/) ? '@' : null;
    if (state.open) return rest(stream, state);
    if (stream.match(/^\$?"(\\.|[^"\\])*("|$)/) || stream.match(/^'(\\.|[^'\\])+'/)) return 's';
    if (stream.match(/^(0[xXbB][\da-fA-F_]+|(\d[\d_]*)?\.?\d[\d_]*([eE][+-]?\d+)?)[fFdDmMuUlL]*/)) return 'n';
    const word = stream.match(/^@?[\p{L}_][\p{L}\p{N}\p{M}_]*/u);
    if (!word) { state.member = stream.next() === '.'; return null; }
    const [text] = word, member = state.member;
    state.member = false;
    if (keywords.has(text) && !member) return 'k';
    if (member || !/^\p{Lu}.*\p{Ll}/u.test(text)) return null;
    const isType = /^\s*(\.|<|\[\]|\s[\p{L}_]|>|\?\s)/u.test(stream.string.slice(stream.pos))
      || /\b(new|class|record|struct|enum|interface)\s+$/.test(stream.string.slice(0, stream.start ?? 0));
    return isType ? 't' : null;
  }

  const start = () => ({ open: null, member: false });

  /** The longest line that is coloured outside an editor: the tokenizer searches what precedes each name. */
  const maxLine = 2000;

  /** A line as a stream, for colouring outside an editor. */
  class Line {
    constructor(text) { this.string = text; this.pos = this.start = 0; }
    sol() { return this.pos === 0; }
    next() { return this.string[this.pos++]; }
    match(pattern) {
      const found = this.string.slice(this.pos).match(pattern);
      if (!found || found.index > 0) return null;
      this.pos += found[0].length;
      return found;
    }
  }

  function colour(element) {
    const state = start(), { textContent: text } = element;
    element.textContent = '';
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) element.append('\n');
      if (line.length > maxLine) element.append(line);
      else for (const stream = new Line(line); stream.pos < line.length;) {
        stream.start = stream.pos;
        const className = token(stream, state), piece = line.slice(stream.start, stream.pos);
        element.append(className ? make('span', { className }, piece) : piece);
      }
    }
  }

  window.nnCSharp = { start, token, colour };
  all('code.language-csharp').forEach(colour);
}
