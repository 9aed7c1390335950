namespace NeuralNotebooks.Classroom;

/// <param name="Declarations">Their declarations, and those of the rest of the cell that they use, on the same lines as
/// in the cell.</param>
/// <param name="Quiz">The call about which a quiz asks; null if there is none.</param>
internal sealed record HiddenTests(string Declarations, IReadOnlyList<Probe> Probes, Probe? Quiz = null)
{
    public static HiddenTests None { get; } = new("", []);

    /// <param name="points">The points of the task, or null if they are unknown. Probes without points share equally
    /// what the others leave.</param>
    public static HiddenTests Read(string text, Points? points, ReportProblem report)
    {
        string hidden = TextOf(text, isHidden: true), visible = TextOf(text, isHidden: false);
        CompilationUnitSyntax root = CellSyntax.Parse(hidden);
        foreach (Diagnostic error in root.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error))
            report(
                ScriptSyntax.LineOf(error.Location), $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}.");

        var probes = new List<WrittenProbe>();
        Probe? quiz = null;
        char[] declarations = hidden.ToCharArray();
        foreach (GlobalStatementSyntax member in root.Members.OfType<GlobalStatementSyntax>())
        {
            if (ProbeReader.CallIn(member) is { } call)
            {
                CellSyntax.Blank(declarations, member.Span);
                if (ProbeReader.Read(call, report) is not { } read)
                    continue;
                if (probes.Exists(other => other.Probe.Name == read.Probe.Name))
                    report(
                        read.Probe.Line,
                        $"Another probe of this task is called \"{read.Probe.Name}\". Names must be unique.");
                probes.Add(read);
            }
            else if (ProbeReader.CallIn(member, "Quiz") is { } asked)
            {
                CellSyntax.Blank(declarations, member.Span);
                if (quiz is null && ProbeReader.ReadQuiz(asked) is { } read)
                    quiz = read;
                else
                    report(
                        ScriptSyntax.LineOf(member),
                        "Expected one Quiz(F(…)); in a hidden region, with a function F that the task declares.");
            }
            else if (!VisibleHelpers.IsDeclaration(member))
            {
                report(
                    ScriptSyntax.LineOf(member),
                    $"A hidden region may contain only probes and declarations. Move this statement into a function "
                        + $"or an initializer. {ProbeReader.Expected}");
            }
        }
        ProbeReader.ReportNestedCalls(root, report);
        foreach (SyntaxNode used in VisibleHelpers.UsedBy(root, CellSyntax.Parse(visible)))
            visible.CopyTo(used.SpanStart, declarations, used.SpanStart, used.Span.Length);
        string rest = new(declarations);
        return new(string.IsNullOrWhiteSpace(rest) ? "" : rest.TrimEnd(), SharePoints(probes, points, report), quiz);
    }

    /// <summary>The text of a cell, in which either the hidden regions or all other lines are blank.</summary>
    private static string TextOf(string text, bool isHidden)
    {
        string[] lines = Region.Lines(text);
        IReadOnlyList<Region> regions = Region.Find(lines, isText: false);
        return string.Join(
            '\n',
            lines.Select((line, i) =>
                regions.Any(region => region.Contains(i)) == isHidden ? line : new string(' ', line.Length)));
    }

    private static IReadOnlyList<Probe> SharePoints(List<WrittenProbe> probes, Points? points, ReportProblem report)
    {
        Points named = Points.Sum(probes.Select(written => written.Probe.Points)), all = points ?? named;
        int sharing = probes.Count(written => !written.HasPoints);
        if (named > all)
            report(null, $"The probes have {named} points, and the task has {all}. Expected no more than that.");
        if (named < all && sharing == 0 && probes.Count > 0)
            report(
                null,
                $"The probes have {named} points, and the task has {all}. Expected the same "
                    + $"number, or a probe without points, which gets the rest.");
        return
        [
            .. probes.Select(written =>
                written.HasPoints ? written.Probe : written.Probe with { Points = (all - named) / sharing }),
        ];
    }
}
