namespace NeuralNotebooks.Messages;

/// <summary>A request of the grader to a judge process, or the reply: a <see cref="CompilerMessage"/> or a
/// <see cref="EvaluatorMessage"/>. There is exactly one reply to each request.</summary>
[JsonPolymorphic(
    TypeDiscriminatorPropertyName = "type",
    UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(ProcessReady), "ready")]
[JsonDerivedType(typeof(CompileTask), "compile")]
[JsonDerivedType(typeof(TaskCompiled), "compiled")]
[JsonDerivedType(typeof(StartSession), "begin")]
[JsonDerivedType(typeof(SessionStarted), "begun")]
[JsonDerivedType(typeof(AskProbes), "ask")]
[JsonDerivedType(typeof(ProbesEvaluated), "answer")]
[JsonDerivedType(typeof(TryToEscape), "escape")]
[JsonDerivedType(typeof(EscapeTried), "tried")]
internal abstract record JudgeMessage;

/// <summary>From any judge process: it has started and waits for a request.</summary>
internal sealed record ProcessReady : JudgeMessage;

[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, MaxDepth = 128)]
[JsonSerializable(typeof(JudgeMessage))]
internal sealed partial class JudgeMessageJson : JsonSerializerContext;
