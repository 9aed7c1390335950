
namespace NeuralNotebooks.Benchmarks.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_tables_of_README_and_of_docs_are_those_of_the_results() =>
        Assert.All(
            ReadmeCommand.Sections(Repository.Root, ReadmeCommand.Results),
            section =>
                Assert.True(
                    File.ReadAllText(section.Key) is var text && GeneratedSection.Replace(text, section.Value) == text,
                    $"{section.Key} and tests/NeuralNotebooks.Benchmarks/results differ. To write the "
                        + $"tables: dotnet run --project tests/NeuralNotebooks.Benchmarks -- readme"
                )
        );

    [Fact]
    public void A_headline_is_the_geometric_mean_of_the_ratios_with_the_smallest_and_the_largest()
    {
        string text = HeadlineTable.Of([
            MadeUp.Report(
                MadeUp.Product(theirs: 50),
                MadeUp.Product(name: "64³", theirs: 200),
                MadeUp.Product(threads: 2),
                MadeUp.Training()
            ),
        ]);

        Assert.Equal(
            """
            | times as fast as | Some CPU, 1 thread | Some CPU, 2 threads |
            |---|--:|--:|
            | Matrix product, fp32: OpenBLAS | 1.00 (0.50–2.00) | 1.25 (1.25–1.25) |
            | Training, fp32: PyTorch | 25 (25–25) |  |

            """,
            text);
    }

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
    public void A_report_becomes_a_table_with_a_column_for_each_number_of_threads()
    {
        string text = MarkdownReport.Of(
            MadeUp.Report(MadeUp.Product(), MadeUp.Product(threads: 2, ours: 200, theirs: 100), MadeUp.Training())
        );

        text.ShouldStartWith(
            "## Some CPU\n\n2 cores, vectors of 512 bits, Some Linux; 2026-01-31, commit 0123abc. .NET 10.0, "
                + "OpenBLAS 0.3 on its core SkylakeX."
        );
        text.ShouldContain(
            "| case | 1 thread, GFLOP/s | of the FMA peak | × OpenBLAS | 2 threads, GFLOP/s | of the FMA peak "
                + "| × OpenBLAS |",
            "| 128³ | 100 | 80% | 1.25 | 200 | 160% | 2.00 |",
            "| Digits: 64-64-10 | 2.50M | 50% | 25.0 |",
            "- allocated per step: 0 bytes"
        );
    }

    [Fact]
    public void A_missing_measurement_is_a_dash()
    {
        string text = MarkdownReport.Of(MadeUp.Report(MadeUp.Product(), MadeUp.Product(name: "64³", threads: 2)));

        text.ShouldContain("| 64³ | – | – | – | 100 | 80% | 1.25 |");
    }

    [Fact]
    public void A_section_replaces_the_previous_one()
    {
        string readme = $"before\n{GeneratedSection.Begin}\nold\n{GeneratedSection.End}\nafter\n";

        Assert.Equal(
            readme.Replace("old", "new", StringComparison.Ordinal),
            GeneratedSection.Replace(readme, "new\n")
        );
    }

    [Fact]
    public void Missing_marks_and_missing_results_are_named_and_nothing_is_written()
    {
        using TemporaryFolder folder = new();
        string results = folder.At("results"), marked = $"{GeneratedSection.Begin}\n{GeneratedSection.End}\n";
        Directory.CreateDirectory(results);
        string readme = folder.File("README.md", marked), speed = folder.File("docs/speed.md", "no marks");

        Assert.Equal($"{results} holds no results: compare --output writes them.", Refusal());
        string file = folder.File("results/a.json", "a letter");
        Refusal().ShouldContain($"{file} does not hold the results of compare");
        folder.File("results/a.json", MadeUp.Report(MadeUp.Product()).ToJson());
        Refusal().ShouldContain(GeneratedSection.Begin);
        Assert.Equal((marked, "no marks"), (File.ReadAllText(readme), File.ReadAllText(speed)));

        string Refusal()
        {
            using StringWriter error = new();
            Assert.Equal(ExitCode.Failed, ReadmeCommand.Run(folder.Path, results, error));
            return error.ToString().TrimEnd();
        }
    }

    [Fact]
    public void With_several_threads_a_share_is_of_the_best_peak_of_all_races()
    {
        Comparison onOneCore = MadeUp.Product(threads: 2, ours: 180),
            onTwo =
                MadeUp.Product(threads: 2, name: "64³") with
                {
                    Rates = [new(Comparison.OurName, 150, 150), new(Contender.PeakName, 200, 200)],
                };
        string text = MarkdownReport.Of(MadeUp.Report(onOneCore, onTwo));

        text.ShouldContain("| 128³ | 180 | 90% |", "| 64³ | 150 | 75% |");
    }
}
