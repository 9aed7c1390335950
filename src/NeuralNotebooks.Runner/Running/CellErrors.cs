namespace NeuralNotebooks.Runner;

internal sealed class CellErrors(string path, Notebook notebook, Claims claims)
{
    private const int MaxSourceLine = 160;

    public RunError? Of(CellEnded end, CodeCell cell)
    {
        if (end.Outcome == CellOutcome.Succeeded)
            return null;
        ErrorOutput? shown = cell.Outputs.OfType<ErrorOutput>().LastOrDefault();
        RunError error = At(end.Origin, cell) with
        {
            Name = end.ErrorName ?? end.Outcome.ToString(),
            Message = shown?.Message ?? "",
            Traceback = shown?.Traceback ?? [],
            Kind = end.Outcome == CellOutcome.LanguageMissing ? ErrorKind.MissingLanguage : ErrorKind.Code,
        };
        return end.Location switch
        {
            // The error can be in code that an earlier cell has declared.
            { File: null, Origin: { Kind: OriginKind.Cell, Number: var where }, Line: var line }
                when end.Origin.Kind == OriginKind.Cell =>
                error with
                {
                    Cell = where,
                    Line = line,
                    SourceLine = SourceLine(notebook.CodeCells.ElementAtOrDefault(where - 1)?.SourceInFile, line),
                },
            // The code of a claim is its file, up to its end.
            { Origin.Kind: OriginKind.Claim, Line: { } line } when end.Origin.Kind == OriginKind.Claim =>
                error with
                {
                    Line = line,
                    SourceLine = SourceLine(claims.All.First(claim => claim.Cell == cell).CodeInFile, line),
                },
            { File: not null } imported when end.Outcome == CellOutcome.CompileError =>
                error with { Message = $"{imported}: {error.Message}" },
            _ => error,
        };
    }

    /// <summary>The place of a cell in an error: its number, or the file and line of a claim.</summary>
    public RunError At(CodeOrigin origin, CodeCell cell) =>
        origin.Kind == OriginKind.Cell
            ? new(path, "", "", origin.Number) : new(claims.Path, "", "", Line: cell.FirstLine);

    private static string? SourceLine(string? source, int? line)
    {
        string? text = line is { } number ? source?.Split('\n').ElementAtOrDefault(number - 1)?.TrimEnd() : null;
        return text?.Length > MaxSourceLine ? text[..MaxSourceLine] + "…" : text;
    }
}
