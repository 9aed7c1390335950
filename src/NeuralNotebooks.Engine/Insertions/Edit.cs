namespace NeuralNotebooks.Engine;

/// <summary>A replacement of a part of a text.</summary>
/// <param name="Span">The part; empty for an insertion.</param>
internal readonly record struct Edit(TextSpan Span, string Text)
{
    /// <summary>An insertion.</summary>
    public Edit(int position, string text) : this(new TextSpan(position, 0), text) { }

    /// <summary>The edits that put a statement into a body, at its beginning or end, without adding a line.</summary>
    public static Edit[] Into(StatementSyntax body, string statement, bool atEnd = false) =>
        body is BlockSyntax block
            ? [new(atEnd ? block.CloseBraceToken.SpanStart : block.OpenBraceToken.Span.End, statement)]
            : [new(body.SpanStart, atEnd ? "{" : "{" + statement), new(body.Span.End, atEnd ? statement + "}" : "}")];

    /// <summary>The edits that leave only a part of a node, in parentheses.</summary>
    public static Edit[] Keep(SyntaxNode part, SyntaxNode node) =>
    [
        new(TextSpan.FromBounds(node.SpanStart, part.SpanStart), "("),
        new(TextSpan.FromBounds(part.Span.End, node.Span.End), ")"),
    ];

    /// <summary>The part of a text with all edits that are not within another edit's part.</summary>
    public static string Apply(string text, TextSpan part, IEnumerable<Edit> edits)
    {
        var edited = new StringBuilder();
        int at = part.Start;
        foreach (Edit edit in edits.OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.Length))
        {
            if (edit.Span.Start < at)
                continue;
            edited.Append(text, at, edit.Span.Start - at).Append(edit.Text);
            at = edit.Span.End;
        }
        return edited.Append(text, at, part.End - at).ToString();
    }
}
