namespace NeuralNotebooks.Classroom;

/// <summary>A student's answers to the questions about the code of a task: the last arguments of
/// <c>Defend.Call(() => F(3), 261, 2, 1, 4)</c>. The call itself is never executed for grading, so it does not matter
/// what the cell would do.</summary>
/// <param name="Sheet">The number of the question sheet; 0 if there are no answers.</param>
/// <param name="Choices">The numbers of the choices, at most three.</param>
internal sealed partial record QuestionAnswers(int Sheet, IReadOnlyList<int> Choices)
{
    public static QuestionAnswers None { get; } = new(0, []);

    /// <summary>Reads the answers of the last call in a cell that has some.</summary>
    internal static QuestionAnswers In(string code)
    {
        if (Arguments().Matches(WithoutComments(code)).LastOrDefault() is not { } found)
            return None;
        return new(
            Number(found.Groups["sheet"].Value),
            [.. found.Groups["choice"].Captures.Select(choice => Number(choice.Value))]);

        static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
    }

    /// <summary>The symbols and words of a text, without comments and white space.</summary>
    private static string WithoutComments(string code)
    {
        var text = new StringBuilder();
        var tokens = new CodeTokens(code);
        while (tokens.MoveNext())
        {
            int end = tokens.Start + 1;
            while (tokens.Kind == CodeTokens.Word && end < code.Length && char.IsLetterOrDigit(code[end]))
                end++;
            text.Append(code, tokens.Start, end - tokens.Start);
        }
        return text.ToString();
    }

    // Only at the end of a statement is its beginning looked at, so that the time is linear for any text.
    [GeneratedRegex(
        @"\),(sheet:)?(?<sheet>[1-9]\d\d)(,(first:|second:|third:)?(?<choice>\d)){1,3}\)(?=;|$)"
            + @"(?<=\bDefend\.Call\([^;]*)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Arguments();
}
