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

    [Fact]
    public Task Equal_cells_of_Polyglot_Notebooks_get_different_ids() =>
        Finishes(() => Assert.Equal(
            Many, DifferentIds(string.Concat(Enumerable.Repeat("#!csharp\n1\n", Many)), "a.dib")));

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
