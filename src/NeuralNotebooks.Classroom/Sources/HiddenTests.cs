using Microsoft.CodeAnalysis.Text;

namespace NeuralNotebooks.Classroom;

/// <summary>The parsed hidden regions of a TESTS cell.</summary>
/// <param name="Declarations">What they declare, on the same lines as in the cell.</param>
/// <param name="Probes">The probes; those without points of their own have 0.</param>
/// <param name="WithoutPoints">The indices of the probes without points of their own.</param>
internal sealed record HiddenTests(string Declarations, IReadOnlyList<Probe> Probes, IReadOnlyList<int> WithoutPoints)
{
    private const string Expected =
        """Expected Probe("name", value); with points, tolerance, floor and shown as constants where they are given.""";
    private static readonly string[] _parameters = ["name", "value", "points", "tolerance", "shown", "floor"];

    /// <param name="text">The cell's text, with all but the hidden lines blanked.</param>
    /// <param name="report">Receives problems, with the number of the line.</param>
    public static HiddenTests Read(string text, Action<int, string> report)
    {
        CompilationUnitSyntax root = SourceSyntax.Parse(text);
        foreach (
            Diagnostic error in root.GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        )
            report(LineOf(error.Location), $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}.");

        var probes = new List<Probe>();
        var sharing = new List<int>();
        char[] declarations = text.ToCharArray();
        foreach (GlobalStatementSyntax member in root.Members.OfType<GlobalStatementSyntax>())
        {
            if (
                member.Statement is ExpressionStatementSyntax
                {
                    Expression: InvocationExpressionSyntax
                    {
                        Expression: IdentifierNameSyntax { Identifier.Text: "Probe" }
                    } call
                }
            )
            {
                Blank(declarations, member.Span);
                if (Probe(call, report) is not var (probe, hasPoints))
                    continue;
                if (probes.Exists(other => other.Name == probe.Name))
                    report(
                        probe.Line,
                        $"Another probe of this task is called \"{probe.Name}\". Names must be unique."
                    );
                if (!hasPoints)
                    sharing.Add(probes.Count);
                probes.Add(probe);
            }
            else if (!IsDeclaration(member.Statement))
            {
                report(
                    LineOf(member.GetLocation()),
                    $"A hidden region has probes and declarations only, and this statement is neither: move "
                        + $"it into a function or an initializer. {Expected}"
                );
            }
        }
        foreach (
            InvocationExpressionSyntax call in Calls(root)
                .Where(call => call.Parent is not ExpressionStatementSyntax { Parent: GlobalStatementSyntax })
        )
            report(
                LineOf(call.GetLocation()),
                $"A probe is a statement of its own at the top level of the region. {Expected}"
            );
        string rest = new(declarations);
        return new HiddenTests(string.IsNullOrWhiteSpace(rest) ? "" : rest.TrimEnd(), probes, sharing);
    }

    /// <summary>The lines on which a text that students get has probes.</summary>
    public static IEnumerable<int> LinesWithProbes(string text)
        => text.Contains("Probe")
            ? Calls(SourceSyntax.Parse(text)).Select(call => LineOf(call.GetLocation())) : [];

    private static IEnumerable<InvocationExpressionSyntax> Calls(SyntaxNode root) =>
        root.DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression is IdentifierNameSyntax { Identifier.Text: "Probe" });

    /// <summary>Whether a statement declares something, such as <c>var (a, b) = …;</c>: no other declarations are
    /// statements in a script.</summary>
    private static bool IsDeclaration(StatementSyntax statement) =>
        statement is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax or EmptyStatementSyntax
        || statement
            is ExpressionStatementSyntax
        {
            Expression: AssignmentExpressionSyntax { Left: DeclarationExpressionSyntax }
        }
        || (
            statement
                is ExpressionStatementSyntax
            {
                Expression: AssignmentExpressionSyntax { Left: TupleExpressionSyntax tuple }
            }
            && tuple.Arguments.All(argument => argument.Expression is DeclarationExpressionSyntax)
        );

    private static (Probe Probe, bool HasPoints)? Probe(InvocationExpressionSyntax call, Action<int, string> report)
    {
        int line = LineOf(call.GetLocation());
        var given = new Dictionary<string, ExpressionSyntax>();
        for (int i = 0; i < call.ArgumentList.Arguments.Count; i++)
        {
            ArgumentSyntax argument = call.ArgumentList.Arguments[i];
            string? parameter = argument.NameColon?.Name.Identifier.Text ?? _parameters.ElementAtOrDefault(i);
            if (parameter is null || !_parameters.Contains(parameter) || !given.TryAdd(parameter, argument.Expression))
            {
                report(LineOf(argument.GetLocation()), $"A probe has no such argument: {argument}. {Expected}");
                return null;
            }
        }

        var problems = new List<string>();
        string? name = (given.GetValueOrDefault("name") as LiteralExpressionSyntax)?.Token.Value as string;
        if (string.IsNullOrWhiteSpace(name))
            problems.Add("The probe's name is not a constant text.");
        if (!given.TryGetValue("value", out ExpressionSyntax? value))
            problems.Add("The probe has no value.");
        decimal? points = null;
        if (given.TryGetValue("points", out ExpressionSyntax? worth) && (points = Number(worth)) is null)
            problems.Add($"The points of a probe must be a non-negative constant, such as 2 or 0.5, not {worth}.");
        double? SizeOf(string parameter)
        {
            double? size = given.TryGetValue(parameter, out ExpressionSyntax? difference) ? Size(difference) : null;
            if (size is null && difference is not null)
                problems.Add(
                    $"The {parameter} of a probe must be a non-negative constant, such as 1e-9, not {difference}.");
            return size;
        }
        double? tolerance = SizeOf("tolerance"), floor = SizeOf("floor");
        bool isShown = given.GetValueOrDefault("shown")?.IsKind(SyntaxKind.TrueLiteralExpression) ?? false;
        if (
            given.TryGetValue("shown", out ExpressionSyntax? shown)
            && !isShown
            && !shown.IsKind(SyntaxKind.FalseLiteralExpression)
        )
            problems.Add($"The argument shown must be true or false, not {shown}.");

        foreach (string problem in problems)
            report(line, $"{problem} {Expected}");
        if (problems.Count > 0)
            return null;
        Probe probe = new(name!, value!.ToString(), points ?? 0, tolerance, isShown) { Floor = floor, Line = line };
        return (probe, points is not null);
    }

    /// <summary>A literal number, exactly as written.</summary>
    private static decimal? Number(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } literal
        && decimal.TryParse(
            literal.Token.Text.TrimEnd('d', 'D', 'f', 'F', 'm', 'M').Replace("_", ""),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out decimal number
        )
            ? number
            : null;

    private static double? Size(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } literal
            ? Convert.ToDouble(literal.Token.Value, CultureInfo.InvariantCulture)
            : null;

    private static int LineOf(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;

    private static void Blank(char[] text, TextSpan span)
    {
        for (int i = span.Start; i < span.End; i++)
        {
            if (text[i] is not '\n')
                text[i] = ' ';
        }
    }
}
