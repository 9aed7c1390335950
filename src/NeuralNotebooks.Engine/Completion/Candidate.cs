using Microsoft.CodeAnalysis;

namespace NeuralNotebooks.Engine;

/// <summary>How likely something is meant, before it is compared with what has been typed.</summary>
internal enum Likelihood
{
    /// <summary>What this very place asks for, such as a value of the parameter's enumeration or the name of an argument.</summary>
    Expected,

    /// <summary>What the notebook has declared itself and is of the type that is asked for.</summary>
    Fitting,

    /// <summary>What the notebook has declared itself.</summary>
    Own,

    /// <summary>What most look for.</summary>
    Usual,

    /// <summary>Keywords.</summary>
    Language,

    /// <summary>Types and functions that a <c>using</c> brings.</summary>
    Imported,

    /// <summary>Namespaces, what every object has, and the like.</summary>
    Rare,
}

/// <summary>Something that could be written, and how likely it is.</summary>
internal sealed record Candidate(string Text, string Kind, Likelihood Likelihood, string? Signature = null)
{
    /// <summary>All symbols of one name as one candidate: overloads of a method are one thing to write.</summary>
    public static Candidate Of(IGrouping<string, ISymbol> symbols, Likelihood likelihood)
    {
        ISymbol first = SymbolText.CommonFirst(symbols).First();
        int others = first is IMethodSymbol ? symbols.Count() - 1 : 0;
        string? signature = SymbolText.Signature(first);
        return new(SymbolText.Escaped(first.Name), SymbolText.Kind(first), likelihood, others > 0 ? $"{signature} (+ {others})" : signature);
    }
}
