namespace NeuralNotebooks.Classroom;

/// <summary>What a judged process may use.</summary>
/// <param name="MemoryMegabytes">Its managed heap; the runtime itself is allowed some more.</param>
public sealed record SandboxLimits(int MemoryMegabytes = 512);
