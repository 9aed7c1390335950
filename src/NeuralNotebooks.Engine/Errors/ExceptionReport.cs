namespace NeuralNotebooks.Engine;

/// <summary>Converts an exception to the error output of a cell: location, type, message, and a stack trace without
/// frames of the engine.</summary>
internal sealed class ExceptionReport(SourceTexts texts, SequencePoints sequencePoints)
{
    private const int MaxTracebackLines = 200;

    /// <summary>Creates the report. It may run code of the exception's type, so call it where the cell can be
    /// interrupted. It does not throw, even if that code does.</summary>
    public CellResult Create(Exception exception, CodeOrigin origin)
    {
        var traceback = new List<TracebackLine>();
        CellLocation? location = null;
        try
        {
            location = LocationOf(exception, origin);
            Describe(exception, location is null ? "" : $"{location}: ", traceback);
        }
        catch (Exception e)
        {
            // For example, the signature of a frame's method contains a type of a missing assembly.
            traceback.Add(new($"   (no stack trace: {e.GetType().Name})"));
        }
        if (traceback.Count >= MaxTracebackLines)
            traceback.Add(new("   …"));
        var shown = new ErrorOutput(TypeName.Full(exception.GetType()), ExceptionText.Message(exception), traceback);
        return new CellResult(CellOutcome.RuntimeError, shown, location);
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
            CellLocation? location = texts.Locate(file, number);
            string text = StackFrameText.Of(frame, location, file, number);
            traceback.Add(new($"   at {text}", TracebackKind.Frame, location));
            if (!sourceShown && texts.Line(file, number) is { } line)
            {
                traceback.Add(CompileErrorReport.SourceLine(number!.Value, line, location));
                sourceShown = true;
            }
        }
        IEnumerable<Exception> causes = exception is AggregateException aggregate ? aggregate.InnerExceptions
            : exception.InnerException is { } inner ? [inner] : [];
        foreach (Exception cause in causes)
            Describe(cause, "Caused by ", traceback);
    }

    /// <summary>The innermost frame in the cell or the claim itself; otherwise, as in an imported file, in any
    /// text.</summary>
    private CellLocation? LocationOf(Exception exception, CodeOrigin origin)
    {
        int depth = 0;
        for (Exception? e = exception; e is not null && depth < MaxTracebackLines; e = e.InnerException, depth++)
        {
            CellLocation[] all = [.. Frames(e).Select(f => texts.Locate(f.File, f.Line)).OfType<CellLocation>()];
            CellLocation? own = all.FirstOrDefault(l =>
                l.Origin == origin && (l.File is null || origin.Kind == OriginKind.Claim));
            if ((own ?? all.FirstOrDefault()) is { } location)
                return location;
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
