namespace NeuralNotebooks.Site;

internal static partial class TexText
{
    private static readonly Dictionary<string, string> _signs = Pairs("""
        alpha α  beta β  gamma γ  delta δ  Delta Δ  epsilon ε  varepsilon ε  eta η  theta θ  lambda λ  mu μ  pi π
        rho ρ  sigma σ  Sigma Σ  tau τ  phi φ  varphi φ  omega ω  partial ∂  nabla ∇  infty ∞  cdot ·  times ×
        odot ⊙  circ ∘  pm ±  sum Σ  prod ∏  int ∫  le ≤  leq ≤  ge ≥  geq ≥  ne ≠  neq ≠  approx ≈  in ∈  to →
        rightarrow →  leftarrow ←  mapsto ↦  Rightarrow ⇒  top ᵀ  ldots …  dots …  cdots …  lVert ‖  rVert ‖  Vert ‖
        lvert |  rvert |  mid |  sqrt √
        log log  ln ln  exp exp  max max  min min  tanh tanh
        """);

    public static string Of(string tex)
    {
        string text = Environments().Replace(tex, " ");
        text = Fraction().Replace(text, "$1/$2");
        text = Accent().Replace(
            text,
            match => match.Groups["letter"].Value + (match.Groups["accent"].Value == "bar" ? "\u0304" : "\u0302"));
        text = Command().Replace(
            text,
            match => _signs.GetValueOrDefault(
                match.Groups[1].Value, match.Groups[1].Value.EndsWith("quad", StringComparison.Ordinal) ? " " : ""));
        text = Spacing().Replace(text, " ");
        text = Grouping().Replace(text, "");
        return Space().Replace(text, " ").Trim();
    }

    private static Dictionary<string, string> Pairs(string table) =>
        table
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Chunk(2)
            .ToDictionary(pair => pair[0], pair => pair[1]);

    [GeneratedRegex(@"\\(?:begin|end)\{[^}]*\}(?:\{[^}]*\})?")]
    private static partial Regex Environments();

    [GeneratedRegex(@"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"\\(?<accent>hat|bar|widehat|overline)\s*(?:\{(?<letter>[^{}\\])\}|(?<letter>[A-Za-z]))")]
    private static partial Regex Accent();

    /// <summary>A command with the space that ends its name. A command that has no character (\mathbf, \left, \text) is
    /// removed, and its argument stays.</summary>
    [GeneratedRegex(@"\\([A-Za-z]+)\s?")]
    private static partial Regex Command();

    [GeneratedRegex(@"\\[,;:! ]|\\\\|&|~")]
    private static partial Regex Spacing();

    [GeneratedRegex(@"(?<!\\)[{}]|\\(?=\W)")]
    private static partial Regex Grouping();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
