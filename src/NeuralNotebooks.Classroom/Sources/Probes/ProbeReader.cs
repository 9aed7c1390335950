namespace NeuralNotebooks.Classroom;

/// <param name="Probe">The probe, with 0 points if none are given.</param>
internal sealed record WrittenProbe(Probe Probe, bool HasPoints);

/// <summary>Reads the calls of Probe in a source. All arguments except the value must be constants, since they are read
/// from the text.</summary>
internal sealed partial class ProbeReader
{
    public const string Expected =
        """Expected Probe("name", value); with points, tolerance, floor and shown as constants where they are given.""";

    private static readonly string[] _parameters = ["name", "value", "points", "tolerance", "shown", "floor"];

    private readonly Dictionary<string, ExpressionSyntax> _arguments;
    private readonly List<string> _problems = [];

    private ProbeReader(Dictionary<string, ExpressionSyntax> arguments) => _arguments = arguments;

    /// <summary>The call of Probe, or of another function, that is a whole statement; null if the statement is another
    /// one.</summary>
    public static InvocationExpressionSyntax? CallIn(GlobalStatementSyntax member, string function = "Probe") =>
        member.Statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call }
        && IsCallOf(call, function)
            ? call
            : null;

    /// <summary>The call that <c>Quiz(F(…))</c> asks about, on one line; null if there is none.</summary>
    public static Probe? ReadQuiz(InvocationExpressionSyntax quiz) =>
        quiz.ArgumentList.Arguments is [{ Expression: InvocationExpressionSyntax call }]
        && call.Expression is IdentifierNameSyntax
            ? new("Quiz", WhiteSpace().Replace(call.ToString(), " "), 0) { Line = ScriptSyntax.LineOf(quiz) }
            : null;

    /// <summary>The lines of a text with calls of Probe, which must not be in the students' version.</summary>
    public static IEnumerable<int> LinesWithCalls(string text) =>
        text.Contains("Probe") ? CallsIn(CellSyntax.Parse(text)).Select(ScriptSyntax.LineOf) : [];

    public static void ReportNestedCalls(CompilationUnitSyntax root, ReportProblem report)
    {
        foreach (InvocationExpressionSyntax call in CallsIn(root))
            if (call.Parent is not ExpressionStatementSyntax { Parent: GlobalStatementSyntax })
                report(
                    ScriptSyntax.LineOf(call),
                    $"A probe must be a separate statement at the top level of the region. {Expected}");
    }

    public static WrittenProbe? Read(InvocationExpressionSyntax call, ReportProblem report)
    {
        var arguments = new Dictionary<string, ExpressionSyntax>();
        foreach ((int i, ArgumentSyntax argument) in call.ArgumentList.Arguments.Index())
        {
            string parameter = argument.NameColon?.Name.Identifier.Text ?? _parameters.ElementAtOrDefault(i) ?? "";
            if (_parameters.Contains(parameter) && arguments.TryAdd(parameter, argument.Expression))
                continue;
            report(ScriptSyntax.LineOf(argument), $"A probe has no such argument: {argument}. {Expected}");
            return null;
        }

        int line = ScriptSyntax.LineOf(call);
        var reader = new ProbeReader(arguments);
        WrittenProbe written = reader.Read(line);
        foreach (string problem in reader._problems)
            report(line, $"{problem} {Expected}");
        return reader._problems.Count == 0 ? written : null;
    }

    private WrittenProbe Read(int line)
    {
        string? name = (_arguments.GetValueOrDefault("name") as LiteralExpressionSyntax)?.Token.Value as string;
        if (string.IsNullOrWhiteSpace(name))
            _problems.Add("The probe's name is not a constant text.");
        if (!_arguments.TryGetValue("value", out ExpressionSyntax? value))
            _problems.Add("The probe has no value.");
        decimal? points = Constant(
            "points", "The points of a probe must be a non-negative constant, such as 2 or 0.5", Exact);
        double? tolerance = Constant(
            "tolerance", "The tolerance of a probe must be a non-negative constant, such as 1e-9", Nearest);
        double? floor = Constant(
            "floor", "The floor of a probe must be a non-negative constant, such as 1e-9", Nearest);
        bool? isShown = Constant(
            "shown", "The argument shown must be true or false", literal => literal.Token.Value as bool?);
        Probe probe = new(name ?? "", value?.ToString() ?? "", points ?? 0, tolerance, isShown is true)
        {
            Floor = floor,
            Line = line,
            IsFunction = value
                is ParenthesizedLambdaExpressionSyntax
            {
                ParameterList.Parameters.Count: 0, AsyncKeyword.RawKind: 0
            },
        };
        return new(probe, HasPoints: points is not null);
    }

    /// <summary>The constant value of an argument; null if it is not given, or is not such a constant.</summary>
    private T? Constant<T>(string parameter, string rule, Func<LiteralExpressionSyntax, T?> read)
        where T : struct
    {
        if (!_arguments.TryGetValue(parameter, out ExpressionSyntax? argument))
            return null;
        T? constant = argument is LiteralExpressionSyntax literal ? read(literal) : null;
        if (constant is null)
            _problems.Add($"{rule}, not {argument}.");
        return constant;
    }

    private static decimal? Exact(LiteralExpressionSyntax literal) =>
        literal.IsKind(SyntaxKind.NumericLiteralExpression)
        && decimal.TryParse(
            literal.Token.Text.TrimEnd('d', 'D', 'f', 'F', 'm', 'M').Replace("_", ""),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture, out decimal number)
            ? number
            : null;

    private static double? Nearest(LiteralExpressionSyntax literal) =>
        literal.IsKind(SyntaxKind.NumericLiteralExpression)
            ? Convert.ToDouble(literal.Token.Value, CultureInfo.InvariantCulture)
            : null;

    private static IEnumerable<InvocationExpressionSyntax> CallsIn(SyntaxNode root) =>
        root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => IsCallOf(call, "Probe"));

    private static bool IsCallOf(InvocationExpressionSyntax call, string function) =>
        call.Expression is IdentifierNameSyntax { Identifier.Text: var name } && name == function;

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
