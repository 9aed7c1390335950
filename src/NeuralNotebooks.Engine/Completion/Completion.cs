namespace NeuralNotebooks.Engine;

/// <summary>A completion.</summary>
/// <param name="Text">What to write.</param>
/// <param name="Kind">What it is, in the terms of Jupyter's clients: function, property, instance, class, module,
/// keyword, param, path or magic.</param>
/// <param name="Signature">Its parameters, or its type; null if it has none.</param>
public sealed record Completion(string Text, string Kind, string? Signature = null);

/// <summary>Completions at a position in a cell, the most likely first.</summary>
/// <param name="Start">The start of the text that an item replaces.</param>
/// <param name="End">Its end.</param>
/// <param name="Items">The items; none if nothing is known.</param>
public sealed record CompletionList(int Start, int End, IReadOnlyList<Completion> Items)
{
    internal static CompletionList None(int position) => new(position, position, []);
}
