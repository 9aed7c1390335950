namespace Notebooks.Tests.Hygiene;

/// <summary>The notebooks' formulas use the letters of docs/letters.md, each with one meaning.</summary>
public partial class LetterTests
{
    // What no formula has, why, and the notebooks that quote notes with such letters.
    private static readonly (string Pattern, string Rule, string[] Quoting)[] _rules =
        [
            (@"\\eta\b", "the learning rate is α", ["06-", "A-"]),
            (@"\^\{?\[", "a layer is a subscript, as in W_l", ["A-"]),
            (@"(?<!\w)(?:W|Z|A|\\delta)\^\{?(?:\d|l)", "a layer is a subscript, as in W_1", ["05-", "A-"]),
            (@"\\sigma(?:\^2|\s*=|\s*[bw])|\}\\sigma|/\\sigma", "σ is a function; a standard deviation is sd", []),
            (@"(?<![A-Za-z\\])h(?:[_(]|\^\{?[a-z])", "h is the step of a nudge", ["05-", "A-"]),
            (@"(?<![A-Za-z])s/\\sqrt|\\frac\{?s\}?\{?\\sqrt", "s is a score, sd a standard deviation", []),
            (@"\\frac\{?1\}?\{?n(?![A-Za-z_])|\\sum_\{?i=1\}?\^\{?n", "the number of examples is m", []),
        ];

    [Theory]
    [EveryNotebook]
    public void A_formula_uses_the_letters_of_the_table(string name) =>
        Assert.Empty(
            from cell in CourseNotebook.Open(name).Markdown
            from formula in Formula().Matches(cell.Source).Select(match => match.Value)
            from broken in BrokenBy(formula)
            where !broken.Quoting.Any(name.StartsWith)
            select $"{cell.Id}, {formula}: {broken.Rule}");

    [Fact]
    public void The_table_has_each_letter_once()
    {
        string[] letters =
        [
            .. Row().Matches(Repository.Read("docs/letters.md"))
                .SelectMany(row => row.Groups["letters"].Value.Split(", "))
                .Where(letter => letter != "…"),
        ];

        Assert.True(letters.Length > 25, $"{letters.Length} letters");
        Assert.Equal(letters.Distinct(), letters);
    }

    private static IEnumerable<(string Pattern, string Rule, string[] Quoting)> BrokenBy(string formula) =>
        _rules.Where(rule => Regex.IsMatch(formula, rule.Pattern));

    [GeneratedRegex(@"\$\$.+?\$\$|\$[^$]+\$", RegexOptions.Singleline)]
    private static partial Regex Formula();

    /// <summary>A row of the first table.</summary>
    [GeneratedRegex(@"(?m)^\| (?<letters>[^|a-z]*(?:\$[^|]+|sd|P, Q, …)) \|")]
    private static partial Regex Row();
}
