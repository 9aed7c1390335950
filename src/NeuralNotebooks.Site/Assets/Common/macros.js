/* exported texMacros, texOptions */

// The commands with which formulas define other commands. KaTeX rejects a second definition of the same command; in
// Jupyter it replaces the first, and so it does here. Katex.cs runs this script, too.
const texMacros = () => {
  const optional = context => {
    context.consumeSpaces();
    if (context.future().text !== '[') return undefined;
    let text = '';
    context.popToken();
    for (let { text: next } = context.popToken(); next !== ']'; { text: next } = context.popToken()) {
      if (next === 'EOF') throw new Error('a definition has a [ without a ]');
      text += next;
    }
    return text;
  };
  const star = context => {
    context.consumeSpaces();
    return context.future().text === '*' ? [context.popToken()] : [];
  };
  const nameIn = context => context.consumeArg().tokens.at(-1)?.text;
  const define = context => {
    star(context);
    const name = nameIn(context), numArgs = Number(optional(context) ?? 0);
    if (optional(context) !== undefined) throw new Error(`${name}: an argument with a default value is not supported`);
    context.macros.set(name, { tokens: context.consumeArg().tokens, numArgs }, true);
    return '';
  };
  return {
    '\\newcommand': define,
    '\\renewcommand': define,
    '\\DeclareMathOperator': context => {
      const limits = star(context), name = nameIn(context);
      // The tokens of a macro are in reverse order.
      const [begin, end, operator] = ['{', '}', '\\operatorname'].map(text => ({ text }));
      const tokens = [end, ...context.consumeArg().tokens, begin, ...limits, operator];
      context.macros.set(name, { tokens, numArgs: 0 }, true);
      return '';
    },
    // A label is a target for references, which neither KaTeX nor a page has.
    '\\label': context => { context.consumeArg(); return ''; },
  };
};

/** KaTeX's options for a formula; macros are those of its page. No length in it is greater than 50 em. */
const texOptions = (displayMode, macros) =>
  ({ displayMode, macros, maxSize: 50, throwOnError: true, strict: 'ignore', globalGroup: true });
