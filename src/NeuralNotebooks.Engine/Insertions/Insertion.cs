namespace NeuralNotebooks.Engine;

/// <summary>Where an insertion is: in a statement, in one within a call's argument, or in an expression.</summary>
internal enum InsertionKind { Statement, Argument, Expression }

/// <summary>A text that the engine inserts into a cell, without adding a line.</summary>
/// <param name="Node">The span of the node at whose beginning or end the text is inserted.</param>
internal readonly record struct Insertion(int Position, string Text, InsertionKind Kind, TextSpan Node)
{
    public const string Prefix = "global::" + nameof(NeuralNotebooks) + "." + nameof(Engine) + ".";

    public static InsertionKind KindOf(SyntaxNode node) =>
        node.Ancestors()
            .Any(a =>
                a is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax)
            ? InsertionKind.Argument : InsertionKind.Statement;

    public static Insertion[] Into(StatementSyntax body, string statement) =>
        body is BlockSyntax block
            ? [new(block.OpenBraceToken.Span.End, statement, KindOf(body), body.Span)]
            : Around(body, "{" + statement, "}", KindOf(body));

    public static Insertion[] Around(SyntaxNode node, string begin, string end, InsertionKind kind) =>
        [new(node.SpanStart, begin, kind, node.Span), new(node.Span.End, end, kind, node.Span)];

    private bool IsEnd => Position == Node.End;

    /// <summary>The code with all insertions. The order of insertions at the same position is: ends of inner nodes,
    /// ends of outer nodes, beginnings of outer nodes, beginnings of inner nodes.</summary>
    public static string Insert(string code, IReadOnlyList<Insertion> insertions)
    {
        IEnumerable<Insertion> ordered = insertions
            .Select((insertion, i) => (insertion, i))
            .OrderBy(one => one.insertion.Position)
            .ThenBy(one => one.insertion.IsEnd ? 0 : 1)
            .ThenByDescending(one => one.insertion.IsEnd ? one.insertion.Node.Start : one.insertion.Node.End)
            .ThenBy(one => one.insertion.IsEnd ? -one.i : one.i)
            .Select(one => one.insertion);
        var text = new StringBuilder();
        int at = 0;
        foreach (Insertion insertion in ordered)
        {
            text.Append(code, at, insertion.Position - at).Append(insertion.Text);
            at = insertion.Position;
        }
        return text.Append(code, at, code.Length - at).ToString();
    }
}
