using System.Text.Json.Serialization;

namespace NeuralNotebooks.Runner;

/// <summary>The messages between runner and worker.</summary>
[JsonPolymorphic(
    TypeDiscriminatorPropertyName = "type",
    UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(ExecuteCell), "execute")]
[JsonDerivedType(typeof(ExecuteClaim), "claim")]
[JsonDerivedType(typeof(StopCell), "stop")]
[JsonDerivedType(typeof(ReturnTo), "return")]
[JsonDerivedType(typeof(Returned), "returned")]
[JsonDerivedType(typeof(EndWorker), "end")]
[JsonDerivedType(typeof(OutputShown), "output")]
[JsonDerivedType(typeof(CellEnded), "ended")]
[JsonDerivedType(typeof(ProcessExiting), "exiting")]
internal abstract record WorkerMessage;

/// <summary>Runner to worker: run this cell or claim.</summary>
internal abstract record ExecuteCode(CodeOrigin Origin, string Code) : WorkerMessage;

/// <param name="Language">Null for C#.</param>
/// <param name="IsRemembered">Whether the session can return to its state before the cell.</param>
internal sealed record ExecuteCell(
    CodeOrigin Origin, string Code, string? Language = null, bool IsRemembered = false) : ExecuteCode(Origin, Code);

/// <param name="File">The name of the file of claims.</param>
internal sealed record ExecuteClaim(CodeOrigin Origin, string Code, string File) : ExecuteCode(Origin, Code);

/// <summary>Runner to worker: return to the state before a cell.</summary>
internal sealed record ReturnTo(int Cell) : WorkerMessage;

/// <summary>The session has returned to the state before this cell, which may be an earlier one.</summary>
internal sealed record Returned(int Cell) : WorkerMessage;

/// <summary>Runner to worker: interrupt this cell or claim, if it is running.</summary>
internal sealed record StopCell(CodeOrigin Origin) : WorkerMessage;

/// <summary>Runner to worker: end; there are no more cells.</summary>
internal sealed record EndWorker : WorkerMessage;

/// <summary>An output of the running cell or of a task of an earlier cell, or a change of its outputs.</summary>
internal sealed record OutputShown(CodeOrigin Origin, OutputEvent Shown) : WorkerMessage;

internal sealed record CellEnded(
    CodeOrigin Origin,
    CellOutcome Outcome,
    string? ErrorName,
    CellLocation? Location,
    TimeSpan Duration,
    long PeakMemory) : WorkerMessage;

/// <summary>The process is about to exit without having been told to.</summary>
internal sealed record ProcessExiting(int ExitCode) : WorkerMessage;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 512)]
[JsonSerializable(typeof(WorkerMessage))]
internal sealed partial class WorkerMessageJson : JsonSerializerContext;
