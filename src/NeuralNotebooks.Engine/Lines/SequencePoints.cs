using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace NeuralNotebooks.Engine;

/// <summary>Finds the lines of stack frames in the PDBs of their scripts, since not every runtime does so.</summary>
/// <remarks>Where an exception comes from code that several places of a method share, the place in machine code does
/// not tell the line (see <see cref="RaisingCode"/>). There, a line is only returned if no other line of the method can
/// have raised the exception: a wrong line would be worse than none.</remarks>
internal sealed class SequencePoints
{
    private readonly ConcurrentDictionary<Assembly, Lazy<MetadataReaderProvider>> _symbols = [];

    /// <param name="portablePdb">Creates the portable PDB; called only when an exception has a frame in this
    /// script.</param>
    public void Add(Assembly script, Func<byte[]> portablePdb) =>
        _symbols[script] = new(() =>
            MetadataReaderProvider.FromPortablePdbImage(ImmutableCollectionsMarshal.AsImmutableArray(portablePdb())));

    /// <summary>The frames of an exception, the innermost first, with their paths and lines (from 1). Null if one is
    /// unknown. For a frame in a library, the runtime's information is used.</summary>
    public IEnumerable<(StackFrame Frame, string? Path, int? Line)> Lines(Exception exception)
    {
        StackFrame? inner = null;
        foreach (StackFrame frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            (string? path, int? line) = Find(frame, inner, exception.GetType());
            yield return (frame, path, line);
            inner = frame;
        }
    }

    private (string? Path, int? Line) Find(StackFrame frame, StackFrame? inner, Type exception)
    {
        if (frame.GetMethod() is not { } method
            || !method.HasMetadataToken()
            || !_symbols.TryGetValue(method.Module.Assembly, out Lazy<MetadataReaderProvider>? symbols))
            return (frame.GetFileName(), frame.GetFileLineNumber() is > 0 and var known ? known : null);
        MetadataReader reader = symbols.Value.GetMetadataReader();
        var handle = (MethodDefinitionHandle)MetadataTokens.Handle(method.MetadataToken);
        SequencePoint[] points = [.. reader.GetMethodDebugInformation(handle).GetSequencePoints()];
        if (Array.Find(points, point => !point.IsHidden) is not { Document.IsNil: false } any)
            return (null, null);
        SequencePoint? at =
            OperatingSystem.IsBrowser() // There, an interpreter runs the IL itself.
                ? frame.GetILOffset() > 0 ? PointAt(points, frame.GetILOffset())
                    : PointOfCall(method, points, inner?.GetMethod(), exception)
            : IsThrowHelper(inner?.GetMethod()) ? RaisingPoint(method, points, inner!.GetMethod()!, exception)
            : PointAt(points, frame.GetILOffset());
        return (reader.GetString(reader.GetDocument(any.Document).Name), at?.StartLine);
    }

    /// <summary>Whether a method of the runtime or of a library only throws an exception, for other
    /// methods. Machine code may have a single call of it for all places of a method that need one.</summary>
    private static bool IsThrowHelper(MethodBase? method) =>
        method?.DeclaringType is { } type
        && type.Namespace is not ("System.Runtime.CompilerServices" or "System.Runtime.ExceptionServices")
        && (method.IsDefined(typeof(StackTraceHiddenAttribute)) || type.IsDefined(typeof(StackTraceHiddenAttribute)))
        && MethodCode.EndsWithThrow(method);

    private static SequencePoint? PointAt(SequencePoint[] points, int offset) =>
        points.TakeWhile(point => point.Offset <= offset).LastOrDefault(point => !point.IsHidden) is
        { Document.IsNil: false } found ? found : null;

    /// <summary>The point of the statement that has raised an exception; null if it may have been another.</summary>
    private static SequencePoint? RaisingPoint(
        MethodBase method, SequencePoint[] points, MethodBase helper, Type exception)
    {
        var code = new MethodCode(method);
        // The top level of a cell runs once, so without a loop its machine code is never optimized.
        bool isOptimized = code.HasLoop || !TypeName.IsTopLevel(method.DeclaringType);
        bool byLibrary = helper.DeclaringType!.Namespace != "Internal.Runtime.CompilerHelpers";
        return OnlyLine(new RaisingCode(code, exception, isOptimized, byLibrary).Find(), code, points);
    }

    /// <summary>The point of the statement that has called a method, for frames whose place is unknown: in a browser,
    /// the runtime gives most of them the offset 0. Null if several lines call it.</summary>
    private static SequencePoint? PointOfCall(
        MethodBase method, SequencePoint[] points, MethodBase? called, Type exception)
    {
        var code = new MethodCode(method);
        return OnlyLine(
            called is null
                ? new RaisingCode(code, exception, callsAreInlined: false, byLibrary: false).Find()
                : Enumerable.Range(0, code.Instructions.Count).Where(Calls),
            code,
            points);

        bool Calls(int index) =>
            code.MemberOf(code.Instructions[index]) is MethodBase one
            && one.Name == called.Name
            && one.GetParameters().Length == called.GetParameters().Length
            && (called.IsVirtual || one.DeclaringType?.Name == called.DeclaringType?.Name);
    }

    /// <summary>The point of some instructions if all are on one line; else null.</summary>
    private static SequencePoint? OnlyLine(IEnumerable<int> instructions, MethodCode code, SequencePoint[] points)
    {
        SequencePoint[] places =
        [
            .. from i in instructions
               let at = code.Instructions[i].Offset
               let point = points.LastOrDefault(p => p.Offset <= at)
               where !point.Document.IsNil && !point.IsHidden && !IsOfForEach(code.Instructions[i], point)
               select point,
        ];
        return places.Length > 0 && places.All(point => point.StartLine == places[0].StartLine) ? places[0] : null;

        // A foreach reads each element where it declares its variable, and has a point for the word "in" behind that.
        bool IsOfForEach(Instruction read, SequencePoint at) => read.Name == "ldelem" && points.Any(word =>
            (word.StartLine, word.StartColumn, word.EndColumn) == (at.EndLine, at.EndColumn + 1, at.EndColumn + 3));
    }
}
