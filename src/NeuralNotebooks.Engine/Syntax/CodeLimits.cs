namespace NeuralNotebooks.Engine;

/// <summary>Rejects code that would crash the compiler or keep it busy for too long: parts of the compiler recurse for
/// each bracket, operator or label without checking the stack, or take quadratic or exponential time.</summary>
internal static class CodeLimits
{
    public const int Length = 4_000_000, Depth = 250, Angles = 1_000, Tokens = 5_000;

    /// <summary>The maximal number of nested parentheses that contain an assignment. Each could be a lambda's parameter
    /// list with default values, so the parser reads its content twice, and the time doubles with every
    /// level.</summary>
    public const int Assignments = 8;

    /// <summary>The maximal number of nested argument lists that contain a lambda. The compiler binds the lambda again
    /// for every overload, at every level.</summary>
    public const int Lambdas = 10;

    /// <summary>The limit that is exceeded, as a message, with the line (from 1); null if there is none.</summary>
    public static (string Sentence, int Line)? Check(string code)
    {
        if (code.Length > Length)
            return (
                Invariant($"The code is too long: {code.Length:N0} characters; up to {Length:N0} can be compiled."), 1);
        return Find(code) is var (sentence, at) ? (sentence, code.AsSpan(0, at).Count('\n') + 1) : null;
    }

    private static (string Sentence, int Index)? Find(string code)
    {
        int angles = 0, length = 0;
        bool isCallable = false; // Whether a parenthesis after the last token is that of a call.
        var open = new Stack<Bracket>();
        var tokens = new CodeTokens(code);
        while (tokens.MoveNext())
        {
            char first = tokens.First;
            bool isWord = tokens.Kind == TokenKind.Word;
            length = first is ';' or ',' or '{' or '}' ? 0 : length + 1;
            // There are only names between the brackets of nested type arguments. If anything else follows, the
            // "<" was a comparison.
            angles = first == '<' ? angles + 1 : isWord || first is '.' or ',' ? angles : 0;
            if (first is '(' or '[' or '{')
                open.Push(new Bracket(IsParenthesis: first == '(', IsCall: first == '(' && isCallable));
            else if (first is ')' or ']' or '}')
                open.TryPop(out _);
            else if (first == '=' && open.TryPeek(out Bracket? bracket))
                bracket.Add(code, tokens.Start);
            bool isArrow = first == '>' && tokens.Start > 0 && code[tokens.Start - 1] == '=';
            isCallable = isWord || first == ')' || (first == '>' && !isArrow);

            string? tooMuch =
                open.Count > Depth || angles > Angles ? TooDeep(open.Count > Depth ? Depth : Angles, "brackets")
                : first == '=' && open.Count(b => b.Assigns) > Assignments
                    ? TooDeep(Assignments, "parentheses with assignments")
                : first == '=' && open.Count(b => b.HasLambda) > Lambdas
                    ? TooDeep(Lambdas, "calls with lambdas") + " Give the inner lambdas names."
                : length > Tokens
                    ? Invariant($"The expression is too long: more than {Tokens:N0} names, numbers and operators ")
                        + "without a separator."
                : null;
            if (tooMuch is not null)
                return (tooMuch, tokens.Start);
        }
        return null;
    }

    private static string TooDeep(int limit, string what) =>
        Invariant($"The code is nested too deeply: more than {limit} {what} are open here.");

    /// <summary>An open bracket, and whether there is an assignment or a lambda directly in it.</summary>
    private sealed record Bracket(bool IsParenthesis, bool IsCall)
    {
        public bool Assigns { get; private set; }

        public bool HasLambda { get; private set; }

        /// <param name="i">The index of an equals sign.</param>
        public void Add(string code, int i)
        {
            char next = i + 1 < code.Length ? code[i + 1] : ' ';
            HasLambda |= IsCall && next == '>';
            Assigns |= IsParenthesis && next is not ('=' or '>') && !"=!<>+-*/%&|^?".Contains(code[i - 1]);
        }
    }
}
