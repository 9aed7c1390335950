namespace NeuralNotebooks.Runner;

internal sealed class CellErrors(string path, Notebook notebook)
{
    private const int MaxSourceLine = 160;

    public RunError? Of(CellEnded end, CodeCell cell)
    {
        if (end.Outcome == CellOutcome.Succeeded)
            return null;
        ErrorOutput? shown = cell.Outputs.OfType<ErrorOutput>().LastOrDefault();
        var error = new RunError(path, end.ErrorName ?? end.Outcome.ToString(), shown?.Message ?? "", end.Number)
        {
            Traceback = shown?.Traceback ?? [],
            IsLanguageMissing = end.Outcome == CellOutcome.LanguageMissing,
        };
        return end.Location switch
        {
            // The error can be in code that an earlier cell has declared.
            { File: null, Cell: > 0 and var where, Line: var line } =>
                error with { Cell = where, Line = line, SourceLine = SourceLine(where, line) },
            { File: not null } imported when end.Outcome == CellOutcome.CompileError =>
                error with { Message = $"{imported}: {error.Message}" },
            _ => error,
        };
    }

    private string? SourceLine(int cell, int? line)
    {
        if (line is not { } number)
            return null;
        CodeCell? found = notebook.CodeCells.ElementAtOrDefault(cell - 1);
        string? text = found?.SourceInFile.Split('\n').ElementAtOrDefault(number - 1)?.TrimEnd();
        return text?.Length > MaxSourceLine ? text[..MaxSourceLine] + "…" : text;
    }
}
