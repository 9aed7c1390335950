namespace NeuralNotebooks.Engine;

/// <summary>Converts an exception to the error output of a cell: location, type, message, and a stack trace without
/// frames of the engine.</summary>
internal sealed class ExceptionReport(SourceTexts texts, SequencePoints sequencePoints)
{
    private const int MaxTracebackLines = 200;

    /// <summary>Creates the report. It may run code of the exception's type, so call it where the cell can be
    /// interrupted. It does not throw, even if that code does.</summary>
    public CellResult Create(Exception exception, int cell)
    {
        var traceback = new List<TracebackLine>();
        CellLocation? place = null;
        try
        {
            place = Place(exception, cell);
            Describe(exception, place is null ? "" : $"{place}: ", traceback);
        }
        catch (Exception e)
        {
            // For example, the signature of a frame's method contains a type of a missing assembly.
            traceback.Add(new($"   (no stack trace: {e.GetType().Name})"));
        }
        if (traceback.Count >= MaxTracebackLines)
            traceback.Add(new("   …"));
        var shown = new ErrorOutput(TypeName.Full(exception.GetType()), ExceptionText.Message(exception), traceback);
        return new CellResult(CellOutcome.RuntimeError, shown, place);
    }

    private void Describe(Exception exception, string prefix, List<TracebackLine> traceback)
    {
        if (traceback.Count >= MaxTracebackLines)
            return;
        traceback.Add(new(
            $"{prefix}{TypeName.Full(exception.GetType())}: {ExceptionText.Message(exception)}",
            traceback.Count == 0 ? TracebackKind.Headline : TracebackKind.Text));
        bool sourceShown = false;
        foreach ((StackFrame frame, string? file, int? number) in Frames(exception))
        {
            if (traceback.Count >= MaxTracebackLines)
                return;
            CellLocation? place = texts.Locate(file, number);
            traceback.Add(new("   at " + StackFrameText.Of(frame, place, file, number), TracebackKind.Frame, place));
            if (!sourceShown && texts.Line(file, number) is { } line)
            {
                traceback.Add(CompileErrorReport.SourceLine(number!.Value, line, place));
                sourceShown = true;
            }
        }
        IEnumerable<Exception> causes = exception is AggregateException aggregate ? aggregate.InnerExceptions
            : exception.InnerException is { } inner ? [inner] : [];
        foreach (Exception cause in causes)
            Describe(cause, "Caused by ", traceback);
    }

    /// <summary>The innermost frame in the cell itself; otherwise, as in an imported file, in any text.</summary>
    private CellLocation? Place(Exception exception, int cell)
    {
        int depth = 0;
        for (Exception? e = exception; e is not null && depth < MaxTracebackLines; e = e.InnerException, depth++)
        {
            CellLocation[] places = [.. Frames(e).Select(f => texts.Locate(f.File, f.Line)).OfType<CellLocation>()];
            if ((places.FirstOrDefault(p => p.Cell == cell && p.File is null) ?? places.FirstOrDefault()) is { } place)
                return place;
        }
        return null;
    }

    private List<(StackFrame Frame, string? File, int? Line)> Frames(Exception exception)
    {
        List<(StackFrame Frame, string? File, int? Line)> frames =
            [.. sequencePoints.Lines(exception).Where(f => !StackFrameText.IsInternal(f.Frame))];
        int outermost = frames.FindLastIndex(f => texts.Locate(f.File, f.Line) is not null);
        return outermost < 0 ? frames : frames[..(outermost + 1)];
    }
}
