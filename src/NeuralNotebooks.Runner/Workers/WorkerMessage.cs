using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Runner;

/// <summary>The messages between runner and worker.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(ExecuteCell), "execute")]
[JsonDerivedType(typeof(EndWorker), "end")]
[JsonDerivedType(typeof(WorkerReady), "ready")]
[JsonDerivedType(typeof(TextWritten), "text")]
[JsonDerivedType(typeof(ValueShown), "value")]
[JsonDerivedType(typeof(ErrorShown), "error")]
[JsonDerivedType(typeof(DisplayUpdated), "update")]
[JsonDerivedType(typeof(OutputCleared), "cleared")]
[JsonDerivedType(typeof(OutputDropped), "dropped")]
[JsonDerivedType(typeof(CellEnded), "ended")]
[JsonDerivedType(typeof(ProcessExiting), "exiting")]
internal abstract record WorkerMessage;

/// <summary>Runner to worker: run this cell.</summary>
internal sealed record ExecuteCell(int Number, string Code) : WorkerMessage;

/// <summary>Runner to worker: end; there are no more cells.</summary>
internal sealed record EndWorker : WorkerMessage;

/// <summary>The worker is connected and waits for cells.</summary>
internal sealed record WorkerReady(int ProcessId) : WorkerMessage;

/// <summary>An output of a cell: of the running one, or of an earlier one whose tasks go on.</summary>
internal abstract record CellMessage(int Cell) : WorkerMessage;

/// <summary>Text written to the console.</summary>
internal sealed record TextWritten(int Cell, StreamName Stream, string Text) : CellMessage(Cell);

/// <summary>A displayed value, or (with <paramref name="IsResult"/>) that of the cell's last expression.</summary>
internal sealed record ValueShown(int Cell, JsonObject Data, JsonObject Metadata, string? DisplayId, bool IsResult) : CellMessage(Cell);

/// <summary>A compile error or an exception.</summary>
internal sealed record ErrorShown(int Cell, string Name, string Message, IReadOnlyList<string> Traceback) : CellMessage(Cell);

/// <summary>Replaces what was displayed under an id.</summary>
internal sealed record DisplayUpdated(int Cell, string DisplayId, JsonObject Data) : CellMessage(Cell);

/// <summary>Clears what the cell has shown, now or with the next output.</summary>
internal sealed record OutputCleared(int Cell, bool Wait) : CellMessage(Cell);

/// <summary>How much of the cell's output has been dropped so far, because of the limits.</summary>
internal sealed record OutputDropped(int Cell, long Characters, long Values) : CellMessage(Cell);

/// <summary>A cell has ended.</summary>
internal sealed record CellEnded(
    int Number, CellOutcome Outcome, string? ErrorName, CellLocation? Location, TimeSpan Duration, long PeakMemory) : WorkerMessage;

/// <summary>The process is about to exit without having been told to.</summary>
internal sealed record ProcessExiting(int ExitCode) : WorkerMessage;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 512)]
[JsonSerializable(typeof(WorkerMessage))]
internal sealed partial class WorkerMessageJson : JsonSerializerContext;
