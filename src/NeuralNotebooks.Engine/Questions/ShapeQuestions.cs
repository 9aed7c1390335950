using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Engine;

/// <summary>Asks for the shape of an expression with rows and columns. Wrong choices are the shapes of its transpose
/// and of the arguments.</summary>
internal static class ShapeQuestions
{
    private const string Method = "__nnShape";

    public static IEnumerable<QuestionDraft> Of(CodeFunction function, CallVariants calls, QuestionProgram program)
    {
        string name = function.Method.Identifier.ValueText;
        ShapedParameters parameters = new(function);
        foreach (ExpressionSyntax expression in function.Own<ExpressionSyntax>())
        {
            if (expression is not (BinaryExpressionSyntax or InvocationExpressionSyntax)
                || function.IsInLoop(expression)
                || TypeWithShape(function.Model.GetTypeInfo(expression).Type) is not { } type)
                continue;
            program.Add(
                $$"""
                static {{type}} {{Method}}({{type}} value)
                {
                    {{QuestionProgram.NoteOf("value.Rows + \" × \" + value.Columns")}}
                    {{QuestionProgram.NoteOf("value.Columns + \" × \" + value.Rows")}}
                    return value;
                }
                """);
            string copy = program.Copy(
                new Edit(expression.SpanStart, Method + "("), new Edit(expression.Span.End, ")"));
            // The shapes of the arguments are noted after those of the expression.
            int run = program.AddRun($"{copy}{calls.Main};{parameters.Notes(calls.Main)}");
            yield return new(
                "the shape of an expression",
                CodeFunction.Line(expression),
                $"`{name}{calls.Main}` runs. What is the shape, rows × columns, of "
                    + $"`{CodeFunction.Shown(expression)}` in line {CodeFunction.Line(expression)}?",
                [.. Enumerable.Range(0, 2 + 2 * parameters.Count).Select(at => new ValuePlace(run, at))]);
        }
    }

    /// <summary>The name of a type that has numbers of rows and columns; null for any other type.</summary>
    private static string? TypeWithShape(ITypeSymbol? type) =>
        type is not null && Has(type, "Rows") && Has(type, "Columns")
            ? type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
            : null;

    private static bool Has(ITypeSymbol type, string property) =>
        type.GetMembers(property)
            .OfType<IPropertySymbol>()
            .Any(one => one.Type.SpecialType == SpecialType.System_Int32);

    /// <summary>The parameters with rows and columns.</summary>
    private readonly struct ShapedParameters(CodeFunction function)
    {
        private readonly int[] _positions =
        [
            .. function.Method.ParameterList.Parameters.Index()
                .Where(one => TypeWithShape(function.Model.GetDeclaredSymbol(one.Item)?.Type) is not null)
                .Select(one => one.Index),
        ];

        public int Count => _positions.Length;

        /// <summary>Statements that note the shapes of the arguments.</summary>
        public string Notes(string arguments)
        {
            ArgumentListSyntax list = SyntaxFactory.ParseArgumentList(arguments);
            return string.Concat(_positions.Where(at => at < list.Arguments.Count).Select(at =>
                $"{Method}({list.Arguments[at].Expression});"));
        }
    }
}
