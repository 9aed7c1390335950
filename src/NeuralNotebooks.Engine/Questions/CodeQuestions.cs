using System.Security.Cryptography;

namespace NeuralNotebooks.Engine;

/// <summary>Questions about a function, made from its code. The right answers are found by running changed copies of
/// it, which <see cref="Program"/> contains.</summary>
/// <param name="Program">The text that a host evaluates after the session's cells. Its value is the texts that
/// <see cref="Choose"/> takes, an array of arrays of strings.</param>
internal sealed partial record CodeQuestions(int Number, IReadOnlyList<QuestionDraft> Drafts, string Program)
{
    /// <summary>The most questions of a sheet, and the most characters of a choice.</summary>
    public const int MaxQuestions = 3, MaxLength = 90;

    private const int MinChoices = 3, MaxChoices = 4, MaxCode = 6_000;

    /// <summary>The end of a question whose values have many digits.</summary>
    private const string AreRounded = "Long numbers are rounded to three digits.";

    /// <summary>Why there is no question and no program; null if there is a program.</summary>
    public string? Problem { get; init; }

    /// <param name="call">An example call of the function, such as <c>() => Half(3)</c>.</param>
    /// <param name="codeOf">Returns the text of the cell that declares a function, or null.</param>
    /// <param name="seed">The reader, for whom numbers and questions are chosen.</param>
    /// <param name="textOf">The name of a static method that returns an object's text.</param>
    public static CodeQuestions Of(
        string call, Func<string, string?> codeOf, string seed, string textOf, Func<string, Compilation> bind)
    {
        if (CallOf(bind(call)) is not { } named)
            return Without("A call of a function that a cell declares was expected, such as `() => Half(3)`.");
        Compilation example = bind(named.Call.ToString());
        if (CallOf(example) is not { } parsed
            || codeOf(named.Name) is not { } code
            || CodeFunction.Find(bind(code), named.Name) is not { } function)
            return Without($"No cell above declares a function `{named.Name}`, so there is no code to ask about.");
        if (code.Length > MaxCode)
            return Without("The cell is too long for questions about it.");
        if (function.IsOverloaded)
            return Without($"The cell declares several functions `{named.Name}`, so there is no question about it.");
        if (example.GetDiagnostics().Any(problem => problem.Severity == DiagnosticSeverity.Error)
            || function.Method.ContainsDiagnostics)
            return Without($"`{named.Call}` does not compile, so there is no question about it.");
        if (UsesVariables(function))
            return Without(
                $"`{named.Name}` uses variables that are not its own. What it returns does not depend on its arguments "
                    + "alone, so there is no question about it.");
        if (function.ReachesRecursion())
            return Without($"`{named.Name}` calls others that call themselves, so there is no question about it.");
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{seed}\n{string.Concat(named.Call.DescendantTokens())}\n{WithoutSpace(code)}"));
        var calls = new CallVariants(
            parsed.Call, example.GetSemanticModel(parsed.Call.SyntaxTree), new Random(BitConverter.ToInt32(hash)));
        var program = new QuestionProgram(function, textOf);
        var values = new ValueQuestions(function, calls, program);
        var choices = new CallQuestions(function, calls, program);
        QuestionDraft[] drafts =
        [
            .. values.OfReturns(),
            .. values.OfVariables(),
            .. values.OfLoops(),
            .. choices.OfBranches(),
            .. choices.OfOmissions(),
            choices.OfReturns(),
        ];
        program.AddCall(program.Copy(), calls.Main);
        return new(100 + (int)(BitConverter.ToUInt32(hash, 4) % 900), drafts, program.Text(bind));

        static CodeQuestions Without(string problem) => new(0, [], "") { Problem = problem };
    }

    /// <summary>Chooses at most three questions of different kinds.</summary>
    /// <param name="runs">The value of the program; null if it did not end.</param>
    public QuestionSheet Choose(IReadOnlyList<IReadOnlyList<string>>? runs)
    {
        if (Problem is not null)
            return new(Number, [], Problem);
        if (runs is null || runs.Count == 0 || runs[0].Count == 0)
            return new(Number, [], "The function does not end with a value here, so there is no question about it.");
        // The last run repeats the first one.
        if (!runs[0].SequenceEqual(runs[^1]))
            return new(Number, [], "The function does not return the same value each time, so there is no question "
                + "about it.");
        var random = new Random(Number);
        CodeQuestion[] possible = [.. Drafts.Select(draft => Question(draft, runs, random)).OfType<CodeQuestion>()];
        random.Shuffle(possible);
        CodeQuestion[] chosen =
        [
            .. possible.OrderBy(question => question.NeedsCalculator)
                .GroupBy(question => question.Kind)
                .SelectMany(kind => kind.Index())
                .OrderBy(question => question.Index)
                .ThenBy(question => question.Item.NeedsCalculator)
                .ThenBy(question => question.Item.Kind == ValueQuestions.ReturnKind) // These fit almost any code.
                .Select(question => question.Item)
                .DistinctBy(question => question.Text)
                .Take(MaxQuestions)
                .OrderBy(question => question.Line),
        ];
        return new(Number, chosen, chosen.Length > 0 ? null : "This code gives no question with plausible choices.");
    }

    private static CodeQuestion? Question(QuestionDraft draft, IReadOnlyList<IReadOnlyList<string>> runs, Random random)
    {
        string?[] values = [.. draft.Values.Select(place => Value(place, runs))];
        bool isRounded = values.Any(value => value is not null && LongNumber().IsMatch(value));
        values = [.. values.Select(value => value is null ? null : LongNumber().Replace(value, Rounded))];
        string oddValue = "";
        string[] choices;
        if (draft.Calls is { } calls)
        {
            (string Call, string Value)[] known =
                [.. calls.Zip(values).Where(one => one.Second is not null).Select(one => (one.First, one.Second!))];
            random.Shuffle(known);
            if (known.GroupBy(one => one.Value).Where(odd => known.Length - odd.Count() >= MaxChoices - 1)
                .MinBy(odd => odd.Count()) is not { } odd || odd.Count() == known.Length || odd.Key.Length > MaxLength)
                return null;
            oddValue = odd.Key;
            choices =
            [
                odd.First().Call,
                // Zeros in only one of the calls would give it away.
                .. known.Where(one => one.Value != odd.Key)
                    .OrderBy(one => Math.Abs(Zeros(one.Call) - Zeros(odd.First().Call)))
                    .Take(MaxChoices - 1).Select(one => one.Call),
            ];
        }
        else
        {
            if (values is not [{ } right, .. var wrong])
                return null;
            // Nobody expects no value or no items if the right answer has some.
            string[] plausible =
                [.. wrong.OfType<string>().Where(value => value != right && value is not ("" or "null" or "[]"))
                    .Distinct()];
            choices = [right, .. plausible.Take(MaxChoices - 1)];
        }
        string text = draft.Text + oddValue + draft.Rest + (isRounded ? $" {AreRounded}" : "");
        if (choices.Length < MinChoices || choices.Any(choice => choice.Length is 0 or > MaxLength)
            || AppearsIn(text, choices[0]))
            return null;
        string answer = choices[0];
        random.Shuffle(choices);
        return new(draft.Kind, draft.Line, text, choices, Array.IndexOf(choices, answer) + 1)
        {
            NeedsCalculator = isRounded || choices.Any(choice => choice.Length > MaxLength / 2),
        };
    }

    private static string? Value(ValuePlace place, IReadOnlyList<IReadOnlyList<string>> runs)
    {
        if (place.Run >= runs.Count)
            return null;
        IReadOnlyList<string> texts = runs[place.Run];
        int at = place.At < 0 ? texts.Count + place.At : place.At;
        return at >= 0 && at < texts.Count ? texts[at] : null;
    }

    private static int Zeros(string call) =>
        SyntaxFactory.ParseExpression(call).DescendantTokens().Count(token => token.Text == "0");

    private static string Rounded(Match number)
    {
        double value = double.Parse(number.Value, CultureInfo.InvariantCulture);
        return value.ToString(value < 100 ? "G3" : "F0", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(?<![\w.])\d+\.\d{4,}(?=[eE]|(?![\w.]))")]
    private static partial Regex LongNumber();

    /// <summary>Whether a value stands in a text, so that it would not have to be computed.</summary>
    private static bool AppearsIn(string text, string value) =>
        Regex.IsMatch(text.Replace('-', '−'), $@"(?<![\w.−]){Regex.Escape(value.Replace('-', '−'))}(?![\w.])");

    /// <summary>The call in a text, which may be a lambda's.</summary>
    private static (string Name, InvocationExpressionSyntax Call)? CallOf(Compilation text) =>
        text.SyntaxTrees.Last().GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault()
            is { Expression: IdentifierNameSyntax name } call
        && call.Parent is LambdaExpressionSyntax or ExpressionStatementSyntax
            ? (name.Identifier.ValueText, call) : null;

    /// <summary>The code without spaces around it and at the ends of its lines, which some hosts change.</summary>
    private static string WithoutSpace(string code) =>
        string.Join('\n', code.Split('\n').Select(line => line.TrimEnd())).Trim();

    private static bool UsesVariables(CodeFunction function) =>
        function.Method.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Select(name => function.Model.GetSymbolInfo(name).Symbol)
            .Any(symbol => symbol is IFieldSymbol { IsConst: false } or IPropertySymbol
                && (symbol.IsStatic || symbol.ContainingType.IsScriptClass)
                && symbol.DeclaringSyntaxReferences.Length > 0);
}
