using System.Reflection.Emit;

namespace NeuralNotebooks.Engine.Tests;

/// <summary>Cases that cannot be written as a dialogue. The other cases are in Values.approved.txt.</summary>
public class ValueFormatterTests
{
    [Fact]
    public void Numbers_do_not_depend_on_the_users_culture()
    {
        using IDisposable comma = DecimalComma.Begin();
        MimeBundle bundle = ValueFormatter.Format(
            new
            {
                Half = 0.5,
                Many = new[] { 1.5 },
                Own = new Point(2.5),
            },
            cell: null);
        foreach (string type in bundle.Types)
            bundle.Text(type).ShouldNotContain(",5");
    }

    [Fact]
    public void Tables_are_cut_at_twenty_with_the_count_of_the_rest()
    {
        Html(Enumerable.Range(0, 25).Select(i => new Point(i)).ToList()).ShouldContain("<i>(5 more)</i>");
        Html(Enumerable.Range(0, 25).Select(i => new Point(i)).Where(p => true)).ShouldContain("<i>... (more)</i>");
        Html(Enumerable.Range(0, 30).ToDictionary(i => i, i => i)).ShouldContain("<i>(10 more)</i>");
    }

    [Fact]
    public void A_library_whose_name_begins_with_System_is_not_part_of_the_runtime() =>
        Assert.False(TypeName.IsOfSystem(
            AssemblyBuilder.DefineDynamicAssembly(new("Cells"), AssemblyBuilderAccess.Run)
                .DefineDynamicModule("Cells").DefineType("SystemsBiology.Cell")));

    [Fact]
    public void Deep_and_wide_objects_stay_small() => Assert.True(Html(new Wide(8)).Length < 3_000_000);

    [Fact]
    public void Of_a_record_that_contains_itself_only_the_type_is_named()
    {
        var ring = new Ring("a", 2);
        ring.Next = new Ring("b", 3) { Next = ring };
        string plain = ValueFormatter.Format(ring, cell: null).Text(MimeBundle.PlainText)!;

        plain.ShouldContain("Name: b");
        plain.ShouldContain("Next: Ring\n");
        Assert.Equal("Leaf { Value = 1 }", Scalar.Summary(new Leaf(1)));
        Assert.Equal("Ring", Scalar.Summary(ring));
    }

    [Fact]
    public void The_style_leaves_colours_to_the_page()
    {
        Html(new Wide(0)).ShouldEndWith("</style>");
        Html(new Wide(0)).ShouldNotContain("color:#");
    }

    private static string Html(object value) => ValueFormatter.Format(value, cell: null).Text(MimeBundle.Html)!;

    private sealed record Point(double X)
    {
        public string ToHtml() => $"<i>{X}</i>";
    }

    private sealed class Wide(int depth)
    {
        public Wide[] Parts => depth == 0 ? [] : [.. Enumerable.Range(0, 10).Select(_ => new Wide(depth - 1))];
    }

    private sealed record Ring(string Name, int Size)
    {
        public Ring? Next { get; set; }
    }

    private sealed record Leaf(int Value);
}
