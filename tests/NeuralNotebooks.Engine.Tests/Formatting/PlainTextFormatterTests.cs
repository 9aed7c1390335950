using System.Numerics;

namespace NeuralNotebooks.Engine.Tests;

/// <summary>The examples are those that .NET Interactive publishes with its formatter.</summary>
public class PlainTextFormatterTests
{
    public static TheoryData<object?, string> Values =>
        new()
        {
            { null, "<null>" },
            { false, "False" },
            { 'c', "c" },
            { 1234.5, "1234.5" },
            { 1e-7f, "1E-07" },
            { 10.123m, "10.123" },
            { BigInteger.Parse("78923589327589332402359", null), "78923589327589332402359" },
            { Guid.Empty, "00000000-0000-0000-0000-000000000000" },
            { FileAccess.ReadWrite, "ReadWrite" },
            { new DateTime(2026, 11, 20, 8, 30, 0), "2026-11-20 08:30:00Z" },
            { TimeSpan.FromMilliseconds(25), "00:00:00.0250000" },
            { new DateOnly(2026, 11, 20), "11/20/2026" },
            {
                typeof(Dictionary<string, IEnumerable<int>>),
                "System.Collections.Generic.Dictionary<System.String,"
                    + "System.Collections.Generic.IEnumerable<System.Int32>>"
            },
            { typeof(IDictionary<,>), "System.Collections.Generic.IDictionary<TKey,TValue>" },
            { new[] { 1, 2, 3 }, "[ 1, 2, 3 ]" },
            {
                new List<string> { "this", "that" },
                "[ this, that ]"
            },
            { new List<string>(), "[  ]" },
            { new double[] { 0.5, double.NaN }, "[ 0.5, NaN ]" },
            {
                new[,]
                {
                    { 1, 2 },
                    { 3, 4 },
                },
                "[ [ 1, 2 ], [ 3, 4 ] ]"
            },
            { (123, "Hello"), "( 123, Hello )" },
            { Tuple.Create(1, 0.5), "( 1, 0.5 )" },
            { (123, "Hello", Enumerable.Range(1, 3)), "  - 123\n  - Hello\n  - [ 1, 2, 3 ]" },
            { new object?[] { 1, null, 3 }, "Object[]\n  - 1\n  - <null>\n  - 3" },
            { new ReadOnlyMemory<int>([7, 8]), "[ 7, 8 ]" },
            { "Hi!".AsMemory(), "Hi!" },
            {
                new Node("1", [new("1.1", null), new("1.2", null)]),
                "Node\n    Id: 1\n    Nodes: Node[]\n      - Id: 1.1\n        Nodes: <null>\n      - Id: "
                    + "1.2\n        Nodes: <null>"
            },
            { new { A = 1, B = "x" }, "<>f__AnonymousType*<Int32,String>\n    A: 1\n    B: x" },
            {
                new Dictionary<string, int> { ["a"] = 1 },
                "Dictionary<String,Int32>\n  - Key: a\n    Value: 1"
            },
        };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void A_value_is_shown_as_in_the_reference(object? value, string expected)
    {
        string actual = new PlainTextFormatter().Text(value);
        if (expected.Contains('*'))
            Assert.Matches(
                "^" + System.Text.RegularExpressions.Regex.Escape(expected).Replace("\\*", "\\d+") + "$",
                actual
            );
        else
            Assert.Equal(expected, actual);
    }

    [Fact]
    public void A_sequence_is_cut_at_twenty_with_the_count_of_the_rest() =>
        (new PlainTextFormatter().Text(Enumerable.Range(0, 100).ToArray())).ShouldEndWith("18, 19 ... (80 more) ]");

    [Fact]
    public void An_endless_sequence_is_read_no_further_than_needed()
    {
        int read = 0;
        IEnumerable<int> Endless()
        {
            while (true)
                yield return read++;
        }

        (new PlainTextFormatter().Text(Endless())).ShouldEndWith("19 ... (more) ]");
        Assert.Equal(Sequence.MaxItems + 1, read);
    }

    [Fact]
    public void Twenty_items_are_not_cut() =>
        (new PlainTextFormatter().Text(Enumerable.Range(0, 20).Where(i => i >= 0))).ShouldEndWith("18, 19 ]");

    private sealed record Node(string Id, Node[]? Nodes);
}
