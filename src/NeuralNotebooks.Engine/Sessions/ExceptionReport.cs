using System.Diagnostics;

namespace NeuralNotebooks.Engine;

/// <summary>An exception → the error that a cell shows: place, type, message, and the stack as the cell's author knows it.</summary>
internal static class ExceptionReport
{
    private const int MaxMessageLength = 100_000, MaxTracebackLines = 200;

    /// <summary>Never throws, whatever the exception's own code and types do. It runs that code: call it where the cell can be interrupted.</summary>
    public static (ErrorOutput Error, CellLocation? Location) Create(Exception exception, int cell, SourceTexts texts)
    {
        var traceback = new List<string>();
        CellLocation? place = null;
        try
        {
            place = Place(exception, cell, texts);
            Describe(exception, place is null ? "" : $"{place}: ", texts, traceback);
        }
        catch (Exception e)
        {
            // Such as a frame whose method names a type of a missing assembly.
            traceback.Add($"   (no stack trace: {e.GetType().Name})");
        }
        if (traceback.Count >= MaxTracebackLines)
            traceback.Add("   …");
        return (new ErrorOutput(TypeName.Full(exception.GetType()), Message(exception), traceback), place);
    }

    /// <summary>What the exception says. <see cref="Exception.Message"/> is virtual: it may be null, endless, or throw.</summary>
    public static string Message(Exception exception)
    {
        try
        {
            string message = CellInput.ReadsKey(exception) ? CellInput.NoKeyboard : exception.Message ?? "";
            return message.Length <= MaxMessageLength ? message : $"{message.AsSpan(0, MaxMessageLength)}…";
        }
        catch (Exception e)
        {
            return $"(no message: reading it threw {TypeName.Full(e.GetType())})";
        }
    }

    private static void Describe(Exception exception, string prefix, SourceTexts texts, List<string> traceback)
    {
        if (traceback.Count >= MaxTracebackLines)
            return;
        traceback.Add($"{prefix}{TypeName.Full(exception.GetType())}: {Message(exception)}");
        bool sourceShown = false;
        foreach (StackFrame frame in Frames(exception, texts))
        {
            if (traceback.Count >= MaxTracebackLines)
                return;
            traceback.Add("   at " + StackFrameText.Of(frame, texts));
            if (!sourceShown && texts.Line(frame.GetFileName(), frame.GetFileLineNumber()) is { } line)
            {
                traceback.Add(CompileErrorReport.SourceLine(frame.GetFileLineNumber(), line));
                sourceShown = true;
            }
        }
        IEnumerable<Exception> causes = exception is AggregateException aggregate ? aggregate.InnerExceptions
            : exception.InnerException is { } inner ? [inner] : [];
        foreach (Exception cause in causes)
            Describe(cause, "Caused by ", texts, traceback);
    }

    /// <summary>The innermost frame in the cell itself; else, such as for an error in an imported file, in any text of the session.</summary>
    private static CellLocation? Place(Exception exception, int cell, SourceTexts texts)
    {
        int depth = 0;
        for (Exception? e = exception; e is not null && depth < MaxTracebackLines; e = e.InnerException, depth++)
        {
            CellLocation[] places = [.. Frames(e, texts).Select(f => texts.Locate(f.GetFileName(), f.GetFileLineNumber())).OfType<CellLocation>()];
            if ((places.FirstOrDefault(p => p.Cell == cell && p.File is null) ?? places.FirstOrDefault()) is { } place)
                return place;
        }
        return null;
    }

    /// <summary>The frames without those of the engine, of the scripting host and of the machinery of tasks.</summary>
    private static List<StackFrame> Frames(Exception exception, SourceTexts texts)
    {
        List<StackFrame> frames = [.. new StackTrace(exception, fNeedFileInfo: true).GetFrames().Where(f => !StackFrameText.IsMachinery(f))];
        int outermost = frames.FindLastIndex(f => texts.Locate(f.GetFileName(), 1) is not null);
        return outermost < 0 ? frames : frames[..(outermost + 1)];
    }
}
