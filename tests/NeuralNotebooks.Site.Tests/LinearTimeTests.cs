namespace NeuralNotebooks.Site.Tests;

/// <summary>Tests inputs that take about a second if the time grows linearly with their size, and hours if it grows
/// with the square of the size. The limit of five minutes tells these apart on any machine.</summary>
public sealed class LinearTimeTests
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(5);

    [Theory]
    [Cases("<img ", "<a href=\"", "<a href='", "<a ", Daily = 1)]
    public Task Unfinished_tags_take_linear_time(string tag) =>
        Finishes(() => Assert.NotEmpty(HtmlTags.WithAttributes(Many(tag, 1_000_000) + "<a x '", _ => [("b", "c")])));

    [Fact]
    public Task Unfinished_summaries_take_linear_time() =>
        Finishes(() =>
        {
            string markdown = $"<details>\n{Many("<summary>", 1_000_000)}";
            Assert.NotEmpty(ProseRenderer.Render(markdown, Scopes.Of("a.ipynb")));
        });

    [Theory]
    [Cases("<summary>", "<div>", "<b>", Daily = 1)]
    public Task Deep_untrusted_markup_is_not_searched_to_its_full_depth(string tag) =>
        Finishes(() => Assert.NotEmpty(UntrustedHtml.Clean(Many(tag, 1_000_000), new HashSet<string>())));

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
            string html = OutputMarkup.Of(pieces, Scopes.Of("a.ipynb"));
            Assert.True(html.Length > 30_000_000);
        });

    private static Task Finishes(Action action)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        return Task.Run(action, cancellation).WaitAsync(_limit, cancellation);
    }

    private static string Many(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));
}
