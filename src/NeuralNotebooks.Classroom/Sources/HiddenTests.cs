namespace NeuralNotebooks.Classroom;

/// <summary>The parsed hidden regions of a TESTS cell.</summary>
/// <param name="Declarations">Their declarations, on the same lines as in the cell.</param>
/// <param name="Probes">The probes.</param>
internal sealed record HiddenTests(string Declarations, IReadOnlyList<Probe> Probes)
{
    private const string Expected =
        """Expected Probe("name", value); with points, tolerance, floor and shown as constants where they are given.""";
    private static readonly string[] _parameters = ["name", "value", "points", "tolerance", "shown", "floor"];

    /// <summary>The hidden tests of a task that has none.</summary>
    public static HiddenTests None { get; } = new("", []);

    /// <param name="text">The cell's text, in which all lines outside the hidden regions are empty.</param>
    /// <param name="points">The points of the task, or null if they are unknown. Probes without points share equally
    /// what the others leave.</param>
    /// <param name="report">Receives problems, with the number of the line, or null if they concern no particular
    /// line.</param>
    public static HiddenTests Read(string text, Points? points, Action<int?, string> report)
    {
        CompilationUnitSyntax root = SourceSyntax.Parse(text);
        foreach (
            Diagnostic error in root.GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        )
            report(LineOf(error.Location), $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}.");

        var probes = new List<(Probe Probe, bool HasPoints)>();
        char[] declarations = text.ToCharArray();
        foreach (GlobalStatementSyntax member in root.Members.OfType<GlobalStatementSyntax>())
        {
            if (
                member.Statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call }
                && IsProbe(call)
            )
            {
                SourceSyntax.Blank(declarations, member.Span);
                if (Read(call, report) is not { } read)
                    continue;
                if (probes.Exists(other => other.Probe.Name == read.Probe.Name))
                    report(
                        read.Probe.Line,
                        $"Another probe of this task is called \"{read.Probe.Name}\". Names must be unique."
                    );
                probes.Add(read);
            }
            else if (!IsDeclaration(member.Statement))
            {
                report(
                    LineOf(member.GetLocation()),
                    $"A hidden region may contain only probes and declarations. Move this statement into a function "
                        + $"or an initializer. {Expected}"
                );
            }
        }
        foreach (
            InvocationExpressionSyntax call in Calls(root)
                .Where(call => call.Parent is not ExpressionStatementSyntax { Parent: GlobalStatementSyntax })
        )
            report(
                LineOf(call.GetLocation()),
                $"A probe must be a separate statement at the top level of the region. {Expected}"
            );
        string rest = new(declarations);
        return new(string.IsNullOrWhiteSpace(rest) ? "" : rest.TrimEnd(), Shared(probes, points, report));
    }

    private static IReadOnlyList<Probe> Shared(
        List<(Probe Probe, bool HasPoints)> probes,
        Points? points,
        Action<int?, string> report
    )
    {
        Points named = Points.Sum(probes.Select(read => read.Probe.Points)), all = points ?? named;
        int sharing = probes.Count(read => !read.HasPoints);
        if (named > all)
            report(null, $"The probes have {named} points, and the task has {all}. Expected no more than that.");
        if (named < all && sharing == 0 && probes.Count > 0)
            report(
                null,
                $"The probes have {named} points, and the task has {all}. Expected the same "
                    + $"number, or a probe without points, which gets the rest."
            );
        return
        [
            .. probes.Select(read =>
                read.HasPoints ? read.Probe : read.Probe with { Points = (all - named) / sharing }
            ),
        ];
    }

    /// <summary>The lines of a text with calls of Probe, which must not be in the students' version.</summary>
    public static IEnumerable<int> LinesWithProbes(string text)
        => text.Contains("Probe")
            ? Calls(SourceSyntax.Parse(text)).Select(call => LineOf(call.GetLocation())) : [];

    private static IEnumerable<InvocationExpressionSyntax> Calls(SyntaxNode root) =>
        root.DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(IsProbe);

    private static bool IsProbe(InvocationExpressionSyntax call) =>
        call.Expression is IdentifierNameSyntax { Identifier.Text: "Probe" };

    /// <summary>Whether a statement is a declaration, such as <c>var (a, b) = …;</c>. Most other declarations in a
    /// script are members and not statements.</summary>
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

    private static (Probe Probe, bool HasPoints)? Read(InvocationExpressionSyntax call, Action<int?, string> report)
    {
        var given = new Dictionary<string, ExpressionSyntax>();
        foreach ((int i, ArgumentSyntax argument) in call.ArgumentList.Arguments.Index())
        {
            string parameter = argument.NameColon?.Name.Identifier.Text ?? _parameters.ElementAtOrDefault(i) ?? "";
            if (!_parameters.Contains(parameter) || !given.TryAdd(parameter, argument.Expression))
            {
                report(LineOf(argument.GetLocation()), $"A probe has no such argument: {argument}. {Expected}");
                return null;
            }
        }

        var problems = new List<string>();
        object? Constant(string parameter, string rule, Func<LiteralExpressionSyntax, object?> read)
        {
            if (!given.TryGetValue(parameter, out ExpressionSyntax? argument))
                return null;
            object? constant = argument is LiteralExpressionSyntax literal ? read(literal) : null;
            if (constant is null)
                problems.Add($"{rule}, not {argument}.");
            return constant;
        }
        string? name = (given.GetValueOrDefault("name") as LiteralExpressionSyntax)?.Token.Value as string;
        if (string.IsNullOrWhiteSpace(name))
            problems.Add("The probe's name is not a constant text.");
        if (!given.TryGetValue("value", out ExpressionSyntax? value))
            problems.Add("The probe has no value.");
        object? points = Constant(
                "points",
                "The points of a probe must be a non-negative constant, such as 2 or 0.5",
                Exact
            ),
            tolerance = Constant(
                "tolerance",
                "The tolerance of a probe must be a non-negative constant, such as 1e-9",
                Nearest
            ),
            floor = Constant("floor", "The floor of a probe must be a non-negative constant, such as 1e-9", Nearest),
            isShown = Constant(
                "shown",
                "The argument shown must be true or false",
                literal => literal.Token.Value as bool?
            );

        int line = LineOf(call.GetLocation());
        foreach (string problem in problems)
            report(line, $"{problem} {Expected}");
        if (problems.Count > 0)
            return null;
        Probe probe = new(name!, value!.ToString(), (decimal?)points ?? 0, (double?)tolerance, isShown is true)
        {
            Floor = (double?)floor,
            Line = line,
        };
        return (probe, points is not null);
    }

    /// <summary>A literal number, exactly as written.</summary>
    private static object? Exact(LiteralExpressionSyntax literal) =>
        literal.IsKind(SyntaxKind.NumericLiteralExpression)
        && decimal.TryParse(
            literal.Token.Text.TrimEnd('d', 'D', 'f', 'F', 'm', 'M').Replace("_", ""),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out decimal number
        )
            ? number
            : null;

    private static object? Nearest(LiteralExpressionSyntax literal) =>
        literal.IsKind(SyntaxKind.NumericLiteralExpression)
            ? Convert.ToDouble(literal.Token.Value, CultureInfo.InvariantCulture)
            : null;

    private static int LineOf(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;
}
