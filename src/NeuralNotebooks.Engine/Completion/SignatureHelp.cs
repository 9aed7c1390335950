namespace NeuralNotebooks.Engine;

/// <summary>A method that the call around the cursor may refer to.</summary>
/// <param name="Start">Where the name of the parameter at the cursor begins in the text.</param>
/// <param name="End">Where that name ends; equal to the start when the method has no such parameter.</param>
/// <param name="Documentation">The parameter's documentation; null if there is none.</param>
public sealed record Signature(string Text, int Start, int End, string? Documentation);

/// <summary>The signatures of the call around the cursor.</summary>
internal sealed class SignatureHelp
{
    private readonly CellAnalysis _cell;
    private readonly BaseArgumentListSyntax _call;

    /// <summary>The number of the argument at the cursor, and the parameter that it names.</summary>
    private readonly int _index;
    private readonly string? _name;

    private SignatureHelp(CellAnalysis cell, BaseArgumentListSyntax call, int position)
    {
        (_cell, _call) = (cell, call);
        _index = call.Arguments.GetSeparators().Count(comma => comma.Span.End <= position);
        _name = call.Arguments.ElementAtOrDefault(_index)?.NameColon?.Name.Identifier.ValueText;
    }

    /// <summary>All visible overloads, those that fit the arguments first; empty outside of calls.</summary>
    public static IReadOnlyList<Signature> At(CellAnalysis cell, int position)
    {
        position = Math.Clamp(position, 0, cell.Root.FullSpan.End);
        BaseArgumentListSyntax? call = ArgumentCompletion.ListAround(cell, position);
        // A cursor behind a closing bracket is in the enclosing call, not in this one.
        while (call is not null && position == call.Span.End && !ArgumentCompletion.IsOpen(call))
            call = call.Ancestors().OfType<BaseArgumentListSyntax>().FirstOrDefault();
        return call is null ? [] : new SignatureHelp(cell, call, position).Signatures();
    }

    private IReadOnlyList<Signature> Signatures() =>
    [
        .. ArgumentCompletion
            .Callees(_cell, _call)
            .OrderBy(method => Parameter(method) is null && (_index > 0 || method.Parameters.Length > 0))
            .ThenBy(method => _call.Arguments.Zip(method.Parameters, ConversionCost).Sum())
            .Select(Describe),
    ];

    /// <summary>An implicit conversion costs 1. An argument that cannot be converted costs 100, more than all
    /// conversions together.</summary>
    private int ConversionCost(ArgumentSyntax argument, IParameterSymbol parameter)
    {
        if (argument.Expression.IsMissing || argument.NameColon is not null || parameter.IsParams
            || parameter.OriginalDefinition.Type is ITypeParameterSymbol)
            return 0;
        Conversion conversion = _cell.Model.ClassifyConversion(argument.Expression, parameter.Type);
        return conversion.IsIdentity ? 0 : conversion is { Exists: true, IsImplicit: true } ? 1 : 100;
    }

    private IParameterSymbol? Parameter(IMethodSymbol method) =>
        _name is not null ? method.Parameters.FirstOrDefault(parameter => parameter.Name == _name)
        : _index < method.Parameters.Length ? method.Parameters[_index]
        : method.Parameters.LastOrDefault() is { IsParams: true } rest ? rest
        : null;

    private Signature Describe(IMethodSymbol method)
    {
        IParameterSymbol? parameter = Parameter(method);
        ImmutableArray<SymbolDisplayPart> parts = SymbolText.Parts(method);
        int at = parts.TakeWhile(part => !IsName(part, parameter)).Count();
        (int start, int length) = at == parts.Length
            ? (0, 0)
            : (parts.Take(at).Sum(part => part.ToString().Length), parts[at].ToString().Length);
        string? said = XmlDocumentation
            .Of(method, _cell)
            ?.Elements("param")
            .Where(element => (string?)element.Attribute("name") == parameter?.Name)
            .Select(InspectionText.TextOf)
            .FirstOrDefault();
        return new Signature(parts.ToDisplayString(), start, start + length, said);
    }

    private static bool IsName(SymbolDisplayPart part, IParameterSymbol? parameter) =>
        part.Kind == SymbolDisplayPartKind.ParameterName
        && SymbolEqualityComparer.Default.Equals(part.Symbol, parameter);
}
