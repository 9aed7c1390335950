namespace NeuralNotebooks.Engine.Tests;

/// <summary>The examples are those that .NET Interactive publishes with its formatter.</summary>
public class HtmlFormatterTests
{
    private static string Text(string text) => $"<div class=\"dni-plaintext\"><pre>{text}</pre></div>";

    private static string Tree(string summary, string rows, bool open = true) =>
        $"<details {(open ? "open=\"open\" " : "")}class=\"dni-treeview\"><summary><span "
        + $"class=\"dni-code-hint\"><code>{summary}</code></span></summary>"
        + $"<div><table><thead><tr></tr></thead><tbody>{rows}</tbody></table></div></details>";

    private static string Row(string name, string value) => $"<tr><td>{name}</td><td>{value}</td></tr>";

    private static string Table(string header, string rows) =>
        $"<table><thead><tr><th><i>{header}</i></th><th>value</th></tr></thead><tbody>{rows}</tbody></table>";

    private static string Html(object? value)
    {
        string html = ValueFormatter.Format(value).Text(MimeBundle.Html)!;
        int style = html.IndexOf("<style>", StringComparison.Ordinal);
        return style < 0 ? html : html[..style];
    }

    public static TheoryData<object?, string> Values =>
        new()
        {
            { null, Text("&lt;null&gt;") },
            { 42, Text("42") },
            { 10.123m, Text("10.123") },
            { DayOfWeek.Monday, "<span>Monday</span>" },
            { new DateTime(2026, 11, 20), "<span>2026-11-20 00:00:00Z</span>" },
            { TimeSpan.FromSeconds(1), "<span>00:00:01</span>" },
            { "Hi!".AsMemory(), "<span>Hi!</span>" },
            {
                typeof(string),
                "<span><a href=\"https://learn.microsoft.com/dotnet/api/system.string\">System.String</a></span>"
            },
            { new[] { "apple", "<b>" }, Text("[ apple, &lt;b&gt; ]") },
            { new List<string>(), Text("[  ]") },
            { new Dictionary<int, int>(), "<i>(empty)</i>" },
            {
                new Dictionary<string, int> { ["a"] = 1 },
                Table("key", Row(Text("a"), Text("1")))
            },
            { new object?[] { 8, null }, Table("index", Row("0", Text("8")) + Row("1", Text("&lt;null&gt;"))) },
            { new[] { new[] { 1.1f } }, Table("index", Row("0", Text("[ 1.1 ]"))) },
            {
                new[,]
                {
                    { 1, 2 },
                    { 3, 4 },
                },
                $"<table><tbody>{Row(Text("1"), Text("2"))}{Row(Text("3"), Text("4"))}</tbody></table>"
            },
            { (123, "hello"), Tree("(123, hello)", Row("Item1", Text("123")) + Row("Item2", Text("hello"))) },
            {
                new { A = 123, B = new { BA = 456 } },
                Tree(
                    "{ A = 123, B = { BA = 456 } }",
                    Row("A", Text("123")) + Row("B", Tree("{ BA = 456 }", Row("BA", Text("456")), open: false))
                )
            },
            { new Point(0.5), Tree("Point { X = 0.5 }", Row("X", Text("0.5"))) },
            { Task.FromResult(5), "5" },
            { new Throws(), "System.InvalidOperationException: not ok" },
            { new InvalidOperationException("oh noes"), "System.InvalidOperationException: oh noes" },
            {
                new Named { "apple" },
                Row("<i>(values)</i>", Text("[ apple ]"))
            },
        };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void A_value_is_shown_as_in_the_reference(object? value, string expected)
    {
        if (expected.StartsWith('<') && !expected.StartsWith("<tr", StringComparison.Ordinal))
            Assert.Equal(expected, Html(value));
        else
            Html(value).ShouldContain(expected);
    }

    [Fact]
    public void Items_of_different_types_have_a_column_of_types() =>
        Html(new object[] { true, 99 })
            .ShouldStartWith(
                "<table><thead><tr><th><i>index</i></th><th><i>type</i></th><th>value</th></tr></thead>"
                    + "<tbody><tr><td>0</td><td><span><a href="
            );

    [Fact]
    public void Tables_are_cut_at_twenty_with_the_count_of_the_rest()
    {
        Html(Enumerable.Range(0, 25).Select(i => new Point(i)).ToList()).ShouldContain("<i>(5 more)</i>");
        Html(Enumerable.Range(0, 25).Select(i => new Point(i)).Where(p => true)).ShouldContain("<i>... (more)</i>");
        Html(Enumerable.Range(0, 30).ToDictionary(i => i, i => i)).ShouldContain("<i>(10 more)</i>");
    }

    [Fact]
    public void A_cycle_ends_in_the_objects_own_text()
    {
        var node = new Circle();
        node.Next = node;
        Assert.Equal(
            Tree(
                "NeuralNotebooks.Engine.Tests.HtmlFormatterTests+Circle",
                Row("Next", Text("NeuralNotebooks.Engine.Tests.HtmlFormatterTests+Circle"))
            ),
            Html(node)
        );
    }

    [Fact]
    public void Deep_and_wide_objects_stay_small() => Assert.True(Html(new Wide(8)).Length < 3_000_000);

    [Fact]
    public void An_unfinished_task_is_not_waited_for() =>
        Html(new TaskCompletionSource<int>().Task).ShouldContain("WaitingForActivation");

    [Fact]
    public void An_asynchronous_sequence_says_how_to_read_it() => Html(Later()).ShouldContain("await foreach");

    [Fact]
    public void The_style_leaves_colours_to_the_page()
    {
        string html = ValueFormatter.Format(new Point(1)).Text(MimeBundle.Html)!;
        html.ShouldEndWith("</style>");
        html.ShouldNotContain("color:#");
    }

    private static async IAsyncEnumerable<int> Later()
    {
        await Task.Yield();
        yield return 1;
    }

    private sealed record Point(double X);

    private sealed class Circle
    {
        public Circle? Next { get; set; }
    }

    private sealed class Wide(int depth)
    {
        public Wide[] Parts => depth == 0 ? [] : [.. Enumerable.Range(0, 10).Select(_ => new Wide(depth - 1))];
    }

    public sealed class Throws
    {
        public int NotOk => throw new InvalidOperationException("not ok");
    }

    public sealed class Named : IEnumerable<string>
    {
        private readonly List<string> _items = [];

        public string Name => "named";

        public void Add(string item) => _items.Add(item);

        public IEnumerator<string> GetEnumerator() => _items.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
