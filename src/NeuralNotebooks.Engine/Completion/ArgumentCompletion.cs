namespace NeuralNotebooks.Engine;

internal static class ArgumentCompletion
{
    public static IEnumerable<Candidate> Names(CellAnalysis cell, SyntaxToken before)
    {
        if (CallAtCursor.After(before) is not { } call
            || !(before.IsKind(SyntaxKind.OpenParenToken) || before.IsKind(SyntaxKind.CommaToken)))
            return [];
        HashSet<string> given =
            [.. call.List.Arguments.Select(argument => argument.NameColon?.Name.Identifier.ValueText).OfType<string>()];
        return call.Callees(cell)
            .SelectMany(method => method.Parameters.Skip(call.Index))
            .Where(parameter => !given.Contains(parameter.Name) && parameter.Name.Length > 0)
            .DistinctBy(parameter => parameter.Name)
            .Select(parameter => new Candidate(
                SymbolText.Escaped(parameter.Name) + ":", "param", Likelihood.Own, SymbolText.Signature(parameter)));
    }
}
