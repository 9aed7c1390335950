using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Engine;

/// <summary>A method that the call around the cursor may refer to.</summary>
/// <param name="Text">Its declaration.</param>
/// <param name="Start">Where the name of the parameter at the cursor begins in the text.</param>
/// <param name="End">Where that name ends; equal to the start when the method has no such parameter.</param>
/// <param name="Documentation">The parameter's documentation; null if there is none.</param>
public sealed record Signature(string Text, int Start, int End, string? Documentation);

/// <summary>The signatures of the call around the cursor.</summary>
internal static class SignatureHelp
{
    /// <summary>All visible overloads, those that fit the arguments first; empty outside of calls.</summary>
    public static IReadOnlyList<Signature> At(CellAnalysis cell, int position)
    {
        position = Math.Clamp(position, 0, cell.Root.FullSpan.End);
        BaseArgumentListSyntax? list = ArgumentCompletion.ListAround(cell, position);
        // A cursor behind a closing bracket is in the enclosing call, not in this one.
        while (list is not null && position == list.Span.End && !ArgumentCompletion.IsOpen(list))
            list = list.Ancestors().OfType<BaseArgumentListSyntax>().FirstOrDefault();
        if (list is null)
            return [];
        int index = list.Arguments.GetSeparators().Count(comma => comma.Span.End <= position);
        string? name = list.Arguments.ElementAtOrDefault(index)?.NameColon?.Name.Identifier.ValueText;
        return
        [
            .. ArgumentCompletion
                .Callees(cell, list)
                .OrderBy(method => Parameter(method) is null && (index > 0 || method.Parameters.Length > 0))
                .ThenBy(ConversionCost)
                .Select(Describe),
        ];

        // An implicit conversion costs 1. An argument that cannot be converted costs 100, more than all conversions
        // together.
        int ConversionCost(IMethodSymbol method)
        {
            int sum = 0;
            for (int i = 0; i < Math.Min(list.Arguments.Count, method.Parameters.Length); i++)
            {
                ExpressionSyntax argument = list.Arguments[i].Expression;
                IParameterSymbol parameter = method.Parameters[i];
                bool isOpen = argument.IsMissing || list.Arguments[i].NameColon is not null
                    || parameter.IsParams || parameter.OriginalDefinition.Type is ITypeParameterSymbol;
                Conversion conversion = isOpen ? default : cell.Model.ClassifyConversion(argument, parameter.Type);
                sum += isOpen || conversion.IsIdentity ? 0 : conversion is { Exists: true, IsImplicit: true } ? 1 : 100;
            }
            return sum;
        }

        IParameterSymbol? Parameter(IMethodSymbol method) =>
            name is not null ? method.Parameters.FirstOrDefault(parameter => parameter.Name == name)
            : index < method.Parameters.Length ? method.Parameters[index]
            : method.Parameters.LastOrDefault() is { IsParams: true } rest ? rest
            : null;

        Signature Describe(IMethodSymbol method)
        {
            IParameterSymbol? parameter = Parameter(method);
            ImmutableArray<SymbolDisplayPart> parts = SymbolText.Parts(method);
            int before = 0, length = 0;
            foreach (SymbolDisplayPart part in parts)
            {
                if (
                    part.Kind == SymbolDisplayPartKind.ParameterName
                    && SymbolEqualityComparer.Default.Equals(part.Symbol, parameter)
                )
                {
                    length = part.ToString().Length;
                    break;
                }
                before += part.ToString().Length;
            }
            string? said = XmlDocumentation
                .Of(method, cell)
                ?.Elements("param")
                .Where(element => (string?)element.Attribute("name") == parameter?.Name)
                .Select(InspectionText.TextOf)
                .FirstOrDefault();
            int start = length > 0 ? before : 0;
            return new Signature(parts.ToDisplayString(), start, start + length, said);
        }
    }
}
