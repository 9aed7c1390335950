using Microsoft.CodeAnalysis;

namespace NeuralNotebooks.Engine;

/// <summary>A text that the compiler rejects.</summary>
internal sealed class CompileErrorException(IReadOnlyList<Diagnostic> errors) : Exception(errors[0].ToString())
{
    public IReadOnlyList<Diagnostic> Errors { get; } = errors;
}
