namespace NeuralNotebooks.Runner;

internal sealed class CellErrors(string path, Notebook notebook, Claims claims)
{
    private const int MaxSourceLine = 160;

    public RunError? Of(CellEnded end, CodeCell cell)
    {
        if (end.Outcome == CellOutcome.Succeeded)
            return null;
        ErrorOutput? shown = cell.Outputs.OfType<ErrorOutput>().LastOrDefault();
        RunError error = At(end.Number, cell) with
        {
            Name = end.ErrorName ?? end.Outcome.ToString(),
            Message = shown?.Message ?? "",
            Traceback = shown?.Traceback ?? [],
            IsLanguageMissing = end.Outcome == CellOutcome.LanguageMissing,
        };
        return end.Location switch
        {
            // The error can be in code that an earlier cell has declared.
            { File: null, Cell: > 0 and var where, Line: var line } when end.Number > 0 =>
                error with
                {
                    Cell = where,
                    Line = line,
                    SourceLine = SourceLine(notebook.CodeCells.ElementAtOrDefault(where - 1)?.SourceInFile, line),
                },
            { Cell: < 0, Line: { } line } when end.Number < 0 => // The code of a claim is its file, up to its end.
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

    /// <summary>The place of a cell in an error: of a claim, whose number is negative, its file and line.</summary>
    public RunError At(int number, CodeCell cell) =>
        number > 0 ? new(path, "", "", number) : new(claims.Path, "", "", Line: cell.FirstLine);

    private static string? SourceLine(string? source, int? line)
    {
        string? text = line is { } number ? source?.Split('\n').ElementAtOrDefault(number - 1)?.TrimEnd() : null;
        return text?.Length > MaxSourceLine ? text[..MaxSourceLine] + "…" : text;
    }
}
