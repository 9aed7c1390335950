using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.InteropServices;

namespace NeuralNotebooks.Engine;

/// <summary>Finds the line of a stack frame in the portable PDB of its submission, since not every runtime does
/// so.</summary>
internal sealed class SequencePoints
{
    private readonly ConcurrentDictionary<Assembly, Lazy<MetadataReaderProvider>> _symbols = [];

    /// <param name="submission">The submission.</param>
    /// <param name="portablePdb">Creates the portable PDB; called only when an exception has a frame in this
    /// submission.</param>
    public void Add(Assembly submission, Func<byte[]> portablePdb) =>
        _symbols[submission] = new(() =>
            MetadataReaderProvider.FromPortablePdbImage(ImmutableCollectionsMarshal.AsImmutableArray(portablePdb()))
        );

    /// <summary>The path and the line (from 1) of a frame. For a frame in a library, the runtime's information is
    /// used.</summary>
    public (string? Path, int Line) Find(StackFrame frame)
    {
        if (
            frame.GetMethod() is not { } method
            || !method.HasMetadataToken()
            || !_symbols.TryGetValue(method.Module.Assembly, out Lazy<MetadataReaderProvider>? symbols)
        )
            return (frame.GetFileName(), frame.GetFileLineNumber());
        MetadataReader reader = symbols.Value.GetMetadataReader();
        var handle = (MethodDefinitionHandle)MetadataTokens.Handle(method.MetadataToken);
        SequencePoint? found = null;
        foreach (SequencePoint point in reader.GetMethodDebugInformation(handle).GetSequencePoints())
        {
            if (point.Offset > frame.GetILOffset())
                break;
            if (!point.IsHidden)
                found = point;
        }
        return found is { } at ? (reader.GetString(reader.GetDocument(at.Document).Name), at.StartLine) : (null, 0);
    }
}
