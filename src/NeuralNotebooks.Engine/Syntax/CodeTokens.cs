namespace NeuralNotebooks.Engine;

/// <summary>A name or a number; the beginning of a string or a character; the line of a directive or of a comment; or
/// any other character.</summary>
internal enum TokenKind { Word, Text, Directive, Comment, Symbol }

/// <summary>A simple lexer, which takes linear time for any text: comments are skipped, a string is one token, and the
/// expressions in interpolated strings, called holes, are read as code. A directive is one token, or is
/// skipped, and so is a comment <c>//</c> at the beginning of a line.</summary>
/// <remarks>The compiler's lexer cannot be used to check whether a text is nested too deeply: it recurses for every
/// bracket in a hole.</remarks>
internal struct CodeTokens(string code, bool hasDirectives = false, int start = 0, bool hasComments = false)
{
    /// <summary>The open brackets in holes: the closing character of each and, for the brace of the hole itself, the
    /// string that continues after it.</summary>
    private readonly Stack<(char Closing, StringKind? String)> _inHoles = [];

    private int _next = start;

    /// <summary>The end of the last run of <c>$</c> and <c>@</c> without a string after it.</summary>
    private int _noString;

    private StringKind? _resumed;
    private bool _lineBegins = true;

    public int Start { get; private set; }

    public TokenKind Kind { get; private set; }

    /// <summary>The first character, which is all of a symbol.</summary>
    public char First { get; private set; }

    public bool MoveNext()
    {
        if (_resumed is { } resumed)
        {
            _resumed = null;
            if (ReadString(resumed))
                return true;
        }
        SkipTrivia();
        if (_next >= code.Length)
            return false;
        bool isDirective = IsDirective(), isComment = IsComment();
        _lineBegins = false;
        (Start, First, Kind) = (_next, code[_next], TokenKind.Symbol);
        if (isDirective || isComment)
        {
            Kind = isDirective ? TokenKind.Directive : TokenKind.Comment;
            _next = LineEnd(_next);
        }
        else if (IsString(out StringKind kind))
        {
            Kind = TokenKind.Text;
            _next += kind.OpeningLength;
            _resumed = kind;
        }
        else if (IsInWord(First))
        {
            Kind = TokenKind.Word;
            while (_next < code.Length && IsInWord(code[_next]))
                _next++;
        }
        else
        {
            _next++;
            FollowHole();
        }
        return true;
    }

    private static bool IsInWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private void SkipTrivia()
    {
        for (; _next < code.Length; _next++)
        {
            if (code[_next] is '\n' or '\r')
                _lineBegins = true;
            else if (At("/*"))
                _next = EndAt("*/", _next + 2) - 1;
            else if (IsComment())
                return;
            else if (At("//") || (IsDirective() && !hasDirectives))
                _next = LineEnd(_next) - 1;
            else if (!char.IsWhiteSpace(code[_next]))
                return;
        }
    }

    private readonly bool IsDirective() => _lineBegins && code[_next] == '#';

    private readonly bool IsComment() => hasComments && _lineBegins && At("//");

    /// <summary>Updates the open brackets if the current symbol opens or closes a bracket in a hole, or the hole
    /// itself. A closing bracket that does not match is ignored.</summary>
    private void FollowHole()
    {
        if (_inHoles.Count == 0)
            return;
        if (First is '(' or '[' or '{')
            _inHoles.Push((First switch { '(' => ')', '[' => ']', _ => '}' }, null));
        else if (First == _inHoles.Peek().Closing)
            EndBracket(_inHoles.Pop().String);
        else if (First == ':' && _inHoles.Peek().String is not null && !At(":"))
        {
            int length = code.AsSpan(_next).IndexOfAny('}', '"');   // A format specifier is skipped.
            _next = length >= 0 ? _next + length : code.Length;
        }
    }

    private void EndBracket(StringKind? hole)
    {
        if (hole is not { } kind)
            return;
        _next = Math.Min(_next + kind.Dollars - 1, code.Length);
        _resumed = kind;
    }

    private bool IsString(out StringKind kind)
    {
        int quote = _next, dollars = 0;
        bool verbatim = false;
        kind = default;
        if (_next < _noString)
            return false;
        for (; quote < code.Length && code[quote] is '$' or '@'; quote++)
        {
            dollars += code[quote] == '$' ? 1 : 0;
            verbatim |= code[quote] == '@';
        }
        if (quote == code.Length || code[quote] is not ('"' or '\'') || (code[quote] == '\'' && quote > _next))
        {
            _noString = quote;
            return false;
        }
        int quotes = verbatim || code[quote] == '\'' ? 1 : Run(quote);
        bool raw = quotes >= 3;
        int length = quote + (raw ? quotes : 1) - _next;
        // A raw string may have several lines if only white space follows its opening quotes.
        bool lines = verbatim || (raw && IsBlankAfter(_next + length));
        kind = new(code[quote], raw ? quotes : 1, dollars, verbatim, lines, length);
        return true;
    }

    /// <summary>Reads a string up to its next hole (true) or up to its end (false).</summary>
    private bool ReadString(StringKind kind)
    {
        bool raw = kind.Quotes > 1;
        while (_next < code.Length)
        {
            char c = code[_next];
            if (c is '\n' or '\r' && !kind.Lines)
                return false;
            if (c == '\\' && !raw && !kind.Verbatim)
            {
                _next += 2;
                continue;
            }
            int run = raw || kind.Verbatim || c == '{' ? Run(_next) : 1;
            if (c == kind.Quote && (raw ? run >= kind.Quotes : !kind.Verbatim || run % 2 == 1))
            {
                _next += raw || kind.Verbatim ? run : 1;
                return false;
            }
            if (c == '{' && kind.Dollars > 0 && (raw ? run >= kind.Dollars : run % 2 == 1))
            {
                (Start, First, Kind) = (_next + run - 1, '{', TokenKind.Symbol);
                _next += run;
                _inHoles.Push(('}', kind));
                return true;
            }
            _next += run;
        }
        return false;
    }

    private readonly bool IsBlankAfter(int at)
    {
        while (at < code.Length && code[at] is not ('\n' or '\r') && char.IsWhiteSpace(code[at]))
            at++;
        return at >= code.Length || code[at] is '\n' or '\r';
    }

    private readonly int Run(int at) =>
        code.AsSpan(at).IndexOfAnyExcept(code[at]) is >= 0 and var length ? length : code.Length - at;

    private readonly bool At(string text) => code.AsSpan(_next).StartsWith(text, StringComparison.Ordinal);

    private readonly int LineEnd(int from) =>
        code.AsSpan(Math.Min(from, code.Length)).IndexOfAny('\n', '\r') is >= 0 and var length
            ? from + length : code.Length;

    private readonly int EndAt(string end, int from) =>
        code.IndexOf(end, Math.Min(from, code.Length), StringComparison.Ordinal) is >= 0 and var at
            ? at + end.Length : code.Length;

    /// <param name="Quotes">The number of opening quotation marks: three or more for a raw string, otherwise
    /// one.</param>
    /// <param name="Dollars">The number of braces that begin a hole; 0 for a string without holes.</param>
    /// <param name="Verbatim">Whether a quotation mark is escaped by doubling it, not with a backslash.</param>
    private readonly record struct StringKind(
        char Quote, int Quotes, int Dollars, bool Verbatim, bool Lines, int OpeningLength);
}
