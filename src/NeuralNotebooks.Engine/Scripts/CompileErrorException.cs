namespace NeuralNotebooks.Engine;

internal sealed class CompileErrorException(IReadOnlyList<Diagnostic> errors, Compilation compilation)
    : Exception(errors[0].ToString())
{
    public IReadOnlyList<Diagnostic> Errors { get; } = errors;

    public Compilation Compilation { get; } = compilation;
}
