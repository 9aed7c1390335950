namespace NeuralNotebooks.Classroom;

/// <summary>What a judge process is started with.</summary>
/// <typeparam name="TMessage">Its requests and replies, so that a process that runs submissions can get no text of a
/// solution.</typeparam>
/// <param name="MaxReply">The limit of bytes in a reply.</param>
internal abstract record ProcessSpec<TMessage>(
    string Verb, int MaxReply, Sandbox Sandbox, JudgeFolder Folder, SandboxLimits Limits)
    where TMessage : JudgeMessage;

internal sealed record CompilerSpec(Sandbox Sandbox, JudgeFolder Folder, SandboxLimits Limits)
    : ProcessSpec<CompilerMessage>(CompilerProgram.Verb, MessageChannel.MaxMessageBytes, Sandbox, Folder, Limits);

/// <param name="Source">The assignment whose code stays loaded in the process; null if no code does.</param>
internal sealed record EvaluatorSpec(Sandbox Sandbox, JudgeFolder Folder, SandboxLimits Limits, string? Source = null)
    : ProcessSpec<EvaluatorMessage>(EvaluatorProgram.Verb, ValueLimits.Message, Sandbox, Folder, Limits);
