using Microsoft.CodeAnalysis;

namespace NeuralNotebooks.Engine;

/// <summary>A text that the compiler refuses.</summary>
internal sealed class CompileErrorException(IReadOnlyList<Diagnostic> errors) : Exception(errors[0].ToString())
{
    public IReadOnlyList<Diagnostic> Errors { get; } = errors;
}
