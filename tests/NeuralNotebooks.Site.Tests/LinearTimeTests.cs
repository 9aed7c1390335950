namespace NeuralNotebooks.Site.Tests;

/// <summary>Tests inputs that take about a second if the time grows linearly with their size, and hours if it grows
/// with the square of the size. The limit of five minutes tells these apart on any machine.</summary>
public sealed class LinearTimeTests
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(5);

    [Theory]
    [Cases("<img ", "<a href=\"", "<a href='", "<a ", "</div>", "<!--", "<p><b>", Daily = 1)]
    public Task Unfinished_markup_takes_linear_time(string piece) =>
        Finishes(() => Assert.NotEmpty($"{Scopes.Of("a.ipynb").Output(Many(piece, 1_000_000) + "<a x '")}"));

    [Theory]
    [Cases("<summary>", "<div>", "<b>", "<svg>", "<table><td>", "<ruby><rt>", Daily = 1)]
    public Task Markup_that_is_nested_too_deeply_is_not_read_to_its_end(string piece) =>
        Finishes(() => $"{Scopes.Of("a.ipynb").Output(Many(piece, 1_000_000))}".ShouldStartWith("<pre>&lt;"));

    [Fact]
    public Task Many_summaries_take_linear_time() =>
        Finishes(() =>
        {
            string markdown = Many("<details><summary>a</summary></details>\n", 10_000);
            Assert.Equal(10_000, Prose.Render(markdown, Scopes.Of("a.ipynb")).ChildElementCount);
        });

    [Fact]
    public Task A_long_word_in_a_style_takes_linear_time() =>
        Finishes(() => Assert.NotNull(AllowedStyle.Of("color:" + new string('a', 4_000_000))));

    [Fact]
    public Task The_anchors_of_many_equal_headings_take_linear_time() =>
        Finishes(() =>
        {
            PageScope scope = Scopes.Of("a.ipynb");
            for (int i = 0; i < 1_000_000; i++)
                scope.Anchors.Unique("a");
            Assert.Equal("a-1000001", scope.Anchors.Unique("a"));
        });

    [Fact]
    public Task Searching_a_long_word_for_a_duration_takes_linear_time() =>
        Finishes(() => Assert.NotEmpty(PageOf(Text("# T\n\n*" + new string('a', 1_000_000) + "*"))));

    [Fact]
    public Task Joining_many_pieces_of_a_stream_takes_linear_time() =>
        Finishes(() =>
        {
            var piece = new StreamOutput(StreamName.Stdout, new string('a', 100));
            IEnumerable<Output> pieces = Enumerable.Repeat(piece, 300_000);
            string html = $"{OutputMarkup.Of(pieces, Scopes.Of("a.ipynb"))}";
            Assert.True(html.Length > 30_000_000);
        });

    private static Task Finishes(Action action)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        return Task.Run(action, cancellation).WaitAsync(_limit, cancellation);
    }

    private static string Many(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));
}
