namespace NeuralNotebooks.Engine;

/// <summary>Converts compiler errors to the error output of a cell: location, message, the line with the error, and
/// carets below it.</summary>
internal static class CompileErrorReport
{
    private const int MaxErrors = 10;
    private const int MaxColumns = 160;

    public static CellResult Create(CompileErrorException exception, SourceTexts texts)
    {
        IReadOnlyList<Diagnostic> errors = exception.Errors;
        // An error without a place follows from the others.
        if (errors.Any(error => error.Location.IsInSource))
            errors = [.. errors.Where(error => error.Location.IsInSource)];
        var traceback = new List<TracebackLine>();
        foreach (Diagnostic error in errors.Take(MaxErrors))
        {
            traceback.AddRange(
                Describe(error, texts, traceback.Count == 0 ? TracebackKind.Headline : TracebackKind.Text));
            // One mistake may lead to several errors.
            if (ScriptAdvice.For(error, exception.Compilation) is { } hint && !traceback.Contains(new(hint)))
                traceback.Add(new(hint));
        }
        if (errors.Count > MaxErrors)
            traceback.Add(new($"… and {errors.Count - MaxErrors} more"));
        var shown = new ErrorOutput(errors[0].Id, Message(errors[0]), traceback) { Subject = Subject(errors[0]) };
        return new CellResult(CellOutcome.CompileError, shown, LocationOf(errors[0], texts));
    }

    public static CellResult Create(DirectiveException error, SourceTexts texts)
    {
        (string path, int number) = error.Place;
        CellLocation? location = texts.Locate(path, number);
        var traceback = new List<TracebackLine> { new($"{location}: error: {error.Message}", TracebackKind.Headline) };
        if (texts.Line(path, number) is { } line)
            traceback.Add(SourceLine(number, line, location));
        (string name, CellOutcome outcome) = error.InnerException is ExtensionCodeException { IsMissing: true }
            ? ("LanguageNotInstalled", CellOutcome.LanguageMissing) : ("DirectiveError", CellOutcome.CompileError);
        return new CellResult(outcome, new ErrorOutput(name, error.Message, traceback), location);
    }

    public static string Sentences(Diagnostic problem, Compilation compilation) =>
        ScriptAdvice.For(problem, compilation) is { } advice ? $"{Message(problem)}\n{advice}" : Message(problem);

    public static string Text(IEnumerable<Diagnostic> warnings, SourceTexts texts) =>
        string.Concat(warnings.Take(MaxErrors).SelectMany(one => Describe(one, texts), (_, line) => $"{line.Text}\n"));

    private static IEnumerable<TracebackLine> Describe(
        Diagnostic error, SourceTexts texts, TracebackKind firstLine = TracebackKind.Text)
    {
        CellLocation? location = LocationOf(error, texts);
        string severity = error.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        string where = location is null ? "" : $"{location}: ";
        yield return new($"{where}{severity} {error.Id}: {Message(error)}", firstLine);

        FileLinePositionSpan span = error.Location.GetLineSpan();
        int number = span.StartLinePosition.Line + 1;
        if (texts.Line(span.Path, number) is not { } line)
            yield break;
        int start = Math.Min(span.StartLinePosition.Character, line.Length);
        bool endsHere = span.EndLinePosition.Line + 1 == number;
        int end = endsHere ? Math.Min(span.EndLinePosition.Character, line.Length) : line.Length;
        (line, int left) = ShortenAround(line, start);
        string indent = string.Concat(line.Take(start - left).Select(c => c == '\t' ? '\t' : ' '));
        int carets = Math.Clamp(end - start, 1, Math.Max(1, line.Length - (start - left)));
        yield return SourceLine(number, line, location);
        yield return new($"{new string(' ', TracebackLine.NumberWidth)} | {indent}{new string('^', carets)}");
    }

    public static TracebackLine SourceLine(int number, string line, CellLocation? location) =>
        new(
            Invariant($"{number,TracebackLine.NumberWidth} | {ShortenAround(line, 0).Text}"),
            TracebackKind.Source,
            location);

    /// <returns>The text, and the number of columns by which it is shifted to the left.</returns>
    private static (string Text, int Left) ShortenAround(string line, int column)
    {
        if (line.Length <= MaxColumns)
            return (line, 0);
        int from = Math.Clamp(column - MaxColumns / 4, 0, line.Length - MaxColumns);
        string text = line.Substring(from, MaxColumns);
        return from == 0 ? (text + "…", 0) : ("…" + text + "…", from - 1);
    }

    /// <summary>The name that an error is about, which is the last one of a qualified name.</summary>
    private static string? Subject(Diagnostic error) =>
        error.Location.SourceTree?.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true) switch
        {
            QualifiedNameSyntax name => name.Right.Identifier.ValueText,
            SimpleNameSyntax name => name.Identifier.ValueText,
            _ => null,
        };

    private static string Message(Diagnostic error) => error.GetMessage(CultureInfo.InvariantCulture);

    private static CellLocation? LocationOf(Diagnostic error, SourceTexts texts)
    {
        FileLinePositionSpan span = error.Location.GetLineSpan();
        return texts.Locate(span.Path, span.StartLinePosition.Line + 1);
    }
}
