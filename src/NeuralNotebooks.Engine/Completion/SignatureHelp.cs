namespace NeuralNotebooks.Engine;

/// <summary>A method that the call around the cursor may refer to.</summary>
/// <param name="Start">Where the name of the parameter at the cursor begins in the text.</param>
/// <param name="End">Where that name ends; equal to the start when the method has no such parameter.</param>
public sealed record Signature(string Text, int Start, int End, string? Documentation);

internal static class SignatureHelp
{
    public static IReadOnlyList<Signature> At(CellAnalysis cell, int position)
    {
        position = Math.Clamp(position, 0, cell.Root.FullSpan.End);
        BaseArgumentListSyntax? list = CallAtCursor.ListAround(cell, position);
        // A cursor behind a closing bracket is in the enclosing call, not in this one.
        while (list is not null && position == list.Span.End && !CallAtCursor.IsOpen(list))
            list = list.Ancestors().OfType<BaseArgumentListSyntax>().FirstOrDefault();
        if (list is null)
            return [];
        var call = CallAtCursor.Of(list, position);
        return
        [
            .. call.Callees(cell)
                .OrderBy(method => Parameter(method) is null && (call.Index > 0 || method.Parameters.Length > 0))
                .ThenBy(method => list.Arguments.Zip(method.Parameters, ConversionCost).Sum())
                .Select(method => Describe(cell, method, Parameter(method))),
        ];

        IParameterSymbol? Parameter(IMethodSymbol method) =>
            call.ParameterOf(method)
            ?? (call.Name is null && method.Parameters.LastOrDefault() is { IsParams: true } rest ? rest : null);

        // An implicit conversion costs 1. An argument that cannot be converted costs 100, more than all conversions
        // together.
        int ConversionCost(ArgumentSyntax argument, IParameterSymbol parameter)
        {
            if (argument.Expression.IsMissing || argument.NameColon is not null || parameter.IsParams
                || parameter.OriginalDefinition.Type is ITypeParameterSymbol)
                return 0;
            Conversion conversion = cell.Model.ClassifyConversion(argument.Expression, parameter.Type);
            return conversion.IsIdentity ? 0 : conversion is { Exists: true, IsImplicit: true } ? 1 : 100;
        }
    }

    private static Signature Describe(CellAnalysis cell, IMethodSymbol method, IParameterSymbol? parameter)
    {
        ImmutableArray<SymbolDisplayPart> parts = SymbolText.Parts(method);
        int at = parts.TakeWhile(part => !IsName(part, parameter)).Count();
        (int start, int length) = at == parts.Length
            ? (0, 0) : (parts.Take(at).Sum(part => part.ToString().Length), parts[at].ToString().Length);
        string? said = XmlDocumentation.Of(method, cell)?.Elements("param")
            .Where(element => (string?)element.Attribute("name") == parameter?.Name)
            .Select(InspectionText.TextOf)
            .FirstOrDefault();
        return new Signature(parts.ToDisplayString(), start, start + length, said);
    }

    private static bool IsName(SymbolDisplayPart part, IParameterSymbol? parameter) =>
        part.Kind == SymbolDisplayPartKind.ParameterName
        && SymbolEqualityComparer.Default.Equals(part.Symbol, parameter);
}
