namespace NeuralNotebooks.Site;

/// <summary>
/// Halves the size of KaTeX's HTML without changing how it looks: classes without a rule are removed, the others get
/// short names, and style attributes become rules of the style sheet. The style sheet is rewritten to match, without
/// unused rules.
/// </summary>
internal sealed partial class CompactMarkup
{
    private static readonly string[] _kept = ["katex", "katex-display", "katex-html", "katex-mathml"];

    private readonly Dictionary<string, string> _classes = [];
    private readonly Dictionary<string, string> _styles = [];
    private readonly HashSet<string> _used = [.. _kept];

    public CompactMarkup(IReadOnlyList<TypesetFormula> formulas, string katexStyleSheet)
    {
        foreach (TypesetFormula formula in formulas.Where(formula => formula.Error is null))
            foreach (Match span in Span().Matches(formula.Markup))
                _used.UnionWith(span.Groups["class"].Value.Split(' '));
        katexStyleSheet = Rule().Replace(katexStyleSheet, Needed);
        foreach (Match name in ClassSelector().Matches(katexStyleSheet))
            _classes.TryAdd(name.Value, _kept.Contains(name.Value) ? name.Value : Short());
        Formulas =
        [
            .. formulas.Select(formula =>
                formula.Error is null ? formula with { Markup = Compact(formula.Markup) } : formula
            ),
        ];
        StyleSheet = ClassSelector().Replace(katexStyleSheet, name => _classes[name.Value]) + StyleRules();
    }

    public IReadOnlyList<TypesetFormula> Formulas { get; }

    public string StyleSheet { get; }

    /// <summary>A rule, reduced to the selectors that match an element of a formula; empty if there are none.</summary>
    private string Needed(Match rule)
    {
        IEnumerable<string> selectors = rule.Groups["selectors"].Value.Split(',')
            .Where(selector => ClassName().Matches(selector).All(name => _used.Contains(name.Groups["name"].Value)));
        return string.Join(',', selectors) is { Length: > 0 } needed ? needed + rule.Groups["body"].Value : "";
    }

    private string Compact(string markup) =>
        MathMLNoise()
            .Replace(
                Span()
                    .Replace(
                        markup,
                        span =>
                        {
                            IEnumerable<string> names = span.Groups["class"]
                                .Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                                .Select(name => _classes.GetValueOrDefault(name, ""));
                            if (span.Groups["style"] is { Length: > 0 } style)
                                names = names.Append(
                                    _styles.TryGetValue(style.Value, out string? known)
                                        ? known
                                        : _styles[style.Value] = Short()
                                );
                            string classes = string.Join(' ', names.Where(name => name.Length > 0));
                            return classes.Length == 0
                                ? $"<span{span.Groups["rest"].Value}>"
                                : $"<span class=\"{classes}\"{span.Groups["rest"].Value}>";
                        }
                    ),
                ""
            );

    /// <summary>The rules that replace style attributes. They are marked as important, since a style attribute
    /// overrides other rules.</summary>
    private string StyleRules() => string.Concat(_styles.Select(rule =>
    {
        IEnumerable<string> declarations = rule.Key
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(declaration => declaration.Trim() + "!important");
        return $".katex .{rule.Value}{{{string.Join(';', declarations)}}}";
    }));

    /// <summary>The next short name. No class of the site's own style sheet begins with an underscore.</summary>
    private string Short() => Invariant($"_{_classes.Count + _styles.Count:x}");

    [GeneratedRegex(@"(?<=\.)[A-Za-z][\w-]*(?=[^{}]*\{)")]
    private static partial Regex ClassSelector();

    [GeneratedRegex(@"(?<=^|\})(?<selectors>[^{}@]+)(?<body>\{[^{}]*\})")]
    private static partial Regex Rule();

    [GeneratedRegex(@"(?<!:not\()\.(?<name>[A-Za-z][\w-]*)")]
    private static partial Regex ClassName();

    [GeneratedRegex("""<span(?: class="(?<class>[^"]*)")?(?: style="(?<style>[^"]*)")?(?<rest>[^>]*)>""")]
    private static partial Regex Span();

    /// <summary>Parts of the MathML that are not needed: the namespace, which HTML implies, and the element
    /// <c>semantics</c>, which is needed only for the annotation that <see cref="Katex"/> has removed.</summary>
    [GeneratedRegex("""(?<=<math)\ xmlns="[^"]*"|</?semantics>""")]
    private static partial Regex MathMLNoise();
}
