using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Engine;

/// <summary>Asks for the shape of an expression with rows and columns. Wrong choices are the shapes of its transpose
/// and of the arguments.</summary>
internal static class ShapeQuestions
{
    /// <summary>The method of the question program that notes the shape of its argument and that of the transpose, and
    /// returns the argument.</summary>
    public const string Method = "__nnShape";

    public static IEnumerable<QuestionDraft> Of(CodeFunction function, CallVariants calls, QuestionProgram program)
    {
        // The shapes of the arguments are noted after those of the expression.
        string arguments = string.Concat(
            SyntaxFactory.ParseArgumentList(calls.Main).Arguments
                .Zip(function.Method.ParameterList.Parameters)
                .Where(one => HasShape(function.Model.GetDeclaredSymbol(one.Second)?.Type))
                .Select(one => $"{Method}({one.First.Expression});"));
        foreach (ExpressionSyntax expression in function.Own<ExpressionSyntax>())
        {
            if (expression is not (BinaryExpressionSyntax or InvocationExpressionSyntax)
                || function.IsInLoop(expression)
                || !HasShape(function.Model.GetTypeInfo(expression).Type))
                continue;
            string copy = program.Copy(
                new Edit(expression.SpanStart, Method + "("), new Edit(expression.Span.End, ")"));
            int run = program.AddRun($"{copy}{calls.Main};{arguments}");
            yield return new(
                "the shape of an expression",
                CodeFunction.Line(expression),
                $"`{function.Method.Identifier.ValueText}{calls.Main}` runs. What is the shape, rows × columns, of "
                    + $"`{CodeFunction.Shown(expression)}` in line {CodeFunction.Line(expression)}?",
                [.. Enumerable.Range(0, QuestionProgram.MaxNotes).Select(at => new ValuePlace(run, at))]);
        }
    }

    private static bool HasShape(ITypeSymbol? type) => Has(type, "Rows") && Has(type, "Columns");

    private static bool Has(ITypeSymbol? type, string property) =>
        type?.GetMembers(property)
            .OfType<IPropertySymbol>()
            .Any(one => one.Type.SpecialType == SpecialType.System_Int32) == true;
}
