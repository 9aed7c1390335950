namespace NeuralNotebooks.Benchmarks.Tests;

public class ReadmeTests
{
    // As if two threads had shared a core in the first race with two threads: its peak is below that of the machine.
    // 16³ was not measured on one thread.
    private static readonly Report _report = SampleReport.Report(
        SampleReport.Product(theirs: 50),
        SampleReport.Product(name: "64³", theirs: 200),
        SampleReport.Product(threads: 2, ours: 180),
        SampleReport.Product(threads: 2, name: "64³") with
        {
            Rates = [new(Comparison.OurName, 150, 150), new(Contender.PeakName, 200, 200)],
        },
        SampleReport.Product(threads: 2, name: "16³", theirs: 100),
        SampleReport.Product(precision: "fp64"),
        SampleReport.Training());

    [Fact]
    public void The_tables_of_the_pages_about_speed_are_those_of_the_results() =>
        Assert.All(
            ReadmeCommand.WithTables(Repository.Root, ReadmeCommand.Results),
            page => Assert.True(
                File.ReadAllText(page.Path) == page.Text,
                $"{page.Path} and tests/NeuralNotebooks.Benchmarks/results differ. To write the tables: dotnet run "
                    + "--project tests/NeuralNotebooks.Benchmarks -- readme"));

    [Fact]
    public void README_names_the_smallest_and_the_largest_mean_of_the_matrix_products()
    {
        double[] means =
        [
            .. SpeedTables.Headline(ReadmeCommand.Reports(ReadmeCommand.Results)).Split('\n')
                .Where(row => row.StartsWith("| Matrix product", StringComparison.Ordinal))
                .SelectMany(row => row.Split('|')[2..^1])
                .Select(cell => double.Parse(cell.Split('(')[0], CultureInfo.InvariantCulture)),
        ];
        Repository.Read("README.md").ShouldContain(string.Create(
            CultureInfo.InvariantCulture,
            $"Matrix products are on average {means.Min():0.0} to {means.Max():0.0} times as fast as OpenBLAS"));
    }

    [Fact]
    public void A_headline_is_the_geometric_mean_of_the_ratios_with_the_smallest_and_the_largest() =>
        ApprovedTexts.Check("Reports/Tables", "Headline", SpeedTables.Headline([_report]));

    [Fact]
    public void A_report_becomes_tables_with_a_column_for_each_number_of_threads() =>
        ApprovedTexts.Check("Reports/Tables", "Chapter", SpeedTables.Of(_report));

    [Fact]
    public void Results_name_neither_paths_nor_hosts()
    {
        foreach (string file in Directory.EnumerateFiles(ReadmeCommand.Results, "*.json"))
        {
            string text = File.ReadAllText(file);
            text.ShouldNotContain(Environment.MachineName);
            Assert.DoesNotMatch(@"https?://|(?<![\w.])/\w+/\w+", text);
        }
    }

    [Fact]
    public void Stored_results_name_the_commit_that_was_measured() =>
        Assert.All(
            Directory.EnumerateFiles(ReadmeCommand.Results, "*.json"),
            file => Assert.Matches("^[0-9a-f]{7,40}$", Report.Read(file).Commit));
}
