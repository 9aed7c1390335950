namespace Notebooks.Tests.Hygiene;

/// <summary>What a notebook quotes from a run that it does not repeat is in the record of that run.</summary>
public partial class RecordedRunTests
{
    private static readonly string _record = Repository.Read("docs/runs/08-digits-full.md");

    [Fact]
    public void The_mean_of_a_record_is_that_of_its_seeds()
    {
        double[] seeds = [.. Seeds.Select(Number)];

        Assert.Equal(5, seeds.Length);
        Assert.Equal(Math.Round(seeds.Average(), 2), Number(Mean));
    }

    [Fact]
    public void Notebook_08_quotes_the_mean_and_the_seeds_of_its_record()
    {
        CourseNotebook notebook = CourseNotebook.Open("08-digits.ipynb");

        Assert.Contains(
            notebook.Markdown,
            cell => Regex.IsMatch(cell.Source, $@"784-800-10 {Regex.Escape(Mean)}\s% \(the mean of five\)"));
        Assert.Contains(notebook.Code, cell => cell.Source.Contains($"[{string.Join(", ", Seeds)}]"));
    }

    [Fact]
    public void Notebook_08_draws_the_errors_of_the_long_trainings_from_its_record()
    {
        string[] errors = [.. Long().Matches(_record).Select(match => match.Groups["errors"].Value)];

        Assert.Equal(3, errors.Length);
        CourseNotebook notebook = CourseNotebook.Open("08-digits.ipynb");
        string drawn = string.Join(", ", errors.Select(pair => $"[{pair}]"));
        Assert.Contains(notebook.Code, cell => cell.Source.Contains($", {drawn}]"));
    }

    [Fact]
    public void Notebook_08_quotes_the_small_network_and_the_squared_error_from_its_record()
    {
        double[] linear = Errors("784-10", "1, 2, 3"),
            eight = Errors("784-8-10", "1, 2, 3"),
            squared = Errors("784-128-10", "1"),
            usual = Errors("784-128-10", "1, 2");
        FormattableString[] quotes =
        [
            $"{eight[0]:F2} and {eight[2]:F2} % against {linear.Average():F2}; the third has {eight[1]:F2}",
            $"at 0.1, 0.3 and 1: {squared[0]:F2}, {squared.Min():F2} and {squared[2]:F2} %, against {usual[0]:F2} %",
        ];

        CourseNotebook notebook = CourseNotebook.Open("08-digits.ipynb");
        Assert.All(
            quotes,
            quote => Assert.Contains(
                notebook.Markdown, cell => cell.Source.Contains(FormattableString.Invariant(quote))));
    }

    /// <summary>The validation errors in the rows of the record with this network and these seeds.</summary>
    private static double[] Errors(string network, string seeds) =>
        [
            .. _record[_record.IndexOf("| validation error, % |", StringComparison.Ordinal)..]
                .Split('\n')
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Where(row => row.Length > 4 && row[1] == network && row[3] == seeds)
                .SelectMany(row => row[4].Split(", "))
                .Select(Number),
        ];

    /// <summary>The test errors of 784-800-10, one for each seed.</summary>
    private static string[] Seeds => [.. Seed().Matches(_record).Select(match => match.Groups["error"].Value)];

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Mean => MeanRow().Match(_record).Groups["error"].Value;

    [GeneratedRegex(@"^\| 784-800-10 \|[^|]*\| \d \| (?<error>[\d.]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Seed();

    // 784-128-10 with the cross-entropy, for 10, 15 and 20 epochs: the validation errors of two seeds.
    [GeneratedRegex(@"^\| 784-128-10 \|[^|]*\| 1, 2 \| (?<errors>[\d., ]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Long();

    [GeneratedRegex(@"^\| 784-800-10 \| mean of the five \|[^|]*\| (?<error>[\d.]+) \|$", RegexOptions.Multiline)]
    private static partial Regex MeanRow();
}
