namespace NeuralNotebooks.Engine;

/// <param name="Kind">The kind of the symbol, in the terms of Jupyter's clients: function, property, instance, class,
/// module, keyword, param or magic.</param>
/// <param name="Signature">The parameters of a method, or the type of a value; null if there is neither.</param>
public sealed record Completion(string Text, string Kind, string? Signature = null);

/// <summary>Completions at a position in a cell, the most likely first.</summary>
public sealed record CompletionList(int Start, int End, IReadOnlyList<Completion> Items)
{
    internal static CompletionList None(int position) => new(position, position, []);
}
