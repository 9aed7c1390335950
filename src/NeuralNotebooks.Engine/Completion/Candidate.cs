namespace NeuralNotebooks.Engine;

/// <summary>How likely a candidate is, before it is compared with the typed text.</summary>
internal enum Likelihood
{
    /// <summary>Expected here: a value of the enumeration, true or false, the type after new, or a property.</summary>
    Expected,

    /// <summary>Of the expected type: declared in the notebook, or a property of the value before the dot.</summary>
    Fitting,

    /// <summary>Declared in the notebook, the name of an argument, or a method after the dot that returns the expected
    /// type.</summary>
    Own,

    Usual,

    Language,

    /// <summary>Types and functions from a <c>using</c>.</summary>
    Imported,

    /// <summary>Namespaces, members of object, and the like.</summary>
    Rare,
}

internal sealed record Candidate(string Text, string Kind, Likelihood Likelihood, string? Signature = null)
{
    public static Candidate Of(IGrouping<string, ISymbol> symbols, Likelihood likelihood)
    {
        ISymbol first = SymbolText.CommonFirst(symbols).First();
        int others = first is IMethodSymbol ? symbols.Count() - 1 : 0;
        string? signature = SymbolText.Signature(first);
        if (others > 0)
            signature += $" (+ {others})";
        return new(SymbolText.Escaped(first.Name), SymbolText.Kind(first), likelihood, signature);
    }
}
