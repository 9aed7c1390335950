namespace NeuralNotebooks.Engine.Tests;

/// <summary>Inputs for which an algorithm in quadratic time would need an hour or more.</summary>
public sealed class LinearTimeTests
{
    private const int Many = 100_000;
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(5);

    [Theory]
    [Cases("", "\"id\": \"same\",", "\"id\": \"\",", Daily = 1)]
    public Task Equal_cells_without_an_id_of_their_own_get_different_ids(string id) =>
        Finishes(() =>
        {
            string cell = $$"""{ "cell_type": "raw", {{id}} "metadata": {}, "source": "" }""";
            string cells = string.Join(",\n", Enumerable.Repeat(cell, Many));
            Assert.Equal(Many, DifferentIds($"{{\"nbformat\": 4, \"cells\": [{cells}]}}", "a.ipynb"));
        });

    [Theory]
    [Cases("#!csharp\n1\n", "a.dib", "// %%\n1\n", "a.cs")]
    public Task Equal_cells_of_text_formats_get_different_ids(string cell, string name) =>
        Finishes(() => Assert.Equal(Many, DifferentIds(string.Concat(Enumerable.Repeat(cell, Many)), name)));

    [Theory]
    [Cases("// ---\n// jupyter:\n", "// %%\n\"\"\"\n", "/*\n// %%\n", "// // #!a\n", "{@$\"{// %%\n", Daily = 2)]
    public Task Files_in_the_percent_format_are_read_and_written(string line) =>
        Finishes(() => PercentWriter.Write(Notebook.Parse(string.Concat(Enumerable.Repeat(line, Many)), "a.cs")));

    [Theory]
    [Cases("#r \"a.dll\"\n", "#!csharp\n", "#!markdown\n", "#!time\n", "#!other\n", Daily = 2)]
    public Task Many_directives_are_found(string directive) =>
        Finishes(() =>
        {
            var found = Directive.FindAll(string.Concat(Enumerable.Repeat(directive, Many)));
            Assert.Equal(Enumerable.Range(1, Many), found.Keys.Order());
        });

    private static int DifferentIds(string text, string name) =>
        Notebook.Parse(text, name).Cells.Select(cell => cell.Id).Distinct().Count();

    private static Task Finishes(Action action)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        return Task.Run(action, cancellation).WaitAsync(_limit, cancellation);
    }
}
