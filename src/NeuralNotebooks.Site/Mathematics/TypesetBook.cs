namespace NeuralNotebooks.Site;

/// <summary>The typeset formulas of a <see cref="FormulaBook"/>, and the style sheet that they need.</summary>
internal sealed class TypesetBook
{
    private readonly FormulaBook _book;
    private readonly IReadOnlyList<TypesetFormula> _formulas;

    private TypesetBook(
        FormulaBook book, IReadOnlyList<TypesetFormula> formulas, MathMode mode, string? styleSheet) =>
        (_book, _formulas, Mode, StyleSheet) = (book, formulas, mode, styleSheet);

    /// <summary>Typesets the formulas. Without <c>node</c> or KaTeX their TeX source is shown.</summary>
    /// <param name="book">The formulas.</param>
    /// <param name="node">The program that runs KaTeX.</param>
    /// <param name="cancellation">Stops the program.</param>
    public static TypesetBook Of(FormulaBook book, string node, CancellationToken cancellation)
    {
        string? styleSheet = Katex.StyleSheet;
        if (Katex.Typeset(book.Formulas, node, cancellation) is { } typeset && EmbeddedAssets.HasKatex)
            return new(book, typeset, MathMode.Ready, styleSheet);
        MathMode mode = EmbeddedAssets.HasKatex ? MathMode.InBrowser : MathMode.FromNetwork;
        return new(book, [.. book.Formulas.Select(TypesetFormula.AsSource)], mode, styleSheet);
    }

    public MathMode Mode { get; }

    /// <summary>The style sheet; null if it is not embedded in this assembly.</summary>
    public string? StyleSheet { get; }

    /// <summary>A page with its formulas in the place of their placeholders.</summary>
    public string Fill(string page) => _book.Fill(page, _formulas);

    /// <summary>One problem for every place with a formula that could not be typeset.</summary>
    public IEnumerable<SiteProblem> Problems => _book.Problems(_formulas);
}
