namespace NeuralNotebooks.Runner;

internal sealed class CellErrors(string path, Notebook notebook, Claims claims)
{
    private const int MaxSourceLine = 160;

    public RunError? Of(CellEnded end, CodeCell cell)
    {
        if (end.Outcome == CellOutcome.Succeeded)
            return null;
        ErrorOutput? shown = cell.Outputs.OfType<ErrorOutput>().LastOrDefault();
        string name = end.ErrorName ?? end.Outcome.ToString();
        RunError error = At(end.Origin, cell, name, shown?.Message ?? "") with
        {
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

    /// <summary>An error of the runner in a cell.</summary>
    public RunError Of(ErrorKind kind, CodeOrigin origin, CodeCell cell, string sentence) =>
        At(origin, cell, kind.ToString(), sentence) with { Kind = kind };

    /// <summary>An error with its place: the number of a cell, or the file and line of a claim.</summary>
    private RunError At(CodeOrigin origin, CodeCell cell, string name, string message) =>
        origin.Kind == OriginKind.Cell
            ? new(path, name, message, origin.Number) : new(claims.Path, name, message, Line: cell.FirstLine);

    private static string? SourceLine(string? source, int? line)
    {
        string? text = line is { } number ? source?.Split('\n').ElementAtOrDefault(number - 1)?.TrimEnd() : null;
        return text?.Length > MaxSourceLine ? text[..MaxSourceLine] + "…" : text;
    }
}
