namespace NeuralNotebooks.Course.Tests;

public class ClaimTests
{
    private static readonly M _w = Matrix.Of(new double[,] { { 1, 2 }, { 3, 4 } });

    private static readonly Dictionary<string, Func<Claim>> _claims = new()
    {
        ["a sequence"] = () => Claim.Close([5.0, 5, 2], [5.0, 5, 2], "gradients"),
        ["a matrix as it is written"] = () => Claim.Close(_w, [[1, 2], [3, 4]], "W"),
        ["a column"] = () => Claim.Close(Matrix.Column(0.25, 1.5, -3), [[0.25], [1.5], [-3]], "b"),
        ["a tiny number within 2 %"] = () => Claim.Within(0.02, 1.71e-17, 1.7e-17, "f"),
        ["numbers within 2 %"] = () =>
            Claim.Within(0.02, [4.08, 1.31e-5], [4.1, 1.3e-5], "f: 4.1, 1.3e−5"),
        ["a shape"] = () => Claim.Shape(Matrix.Column(1, 2), 2, 1, "b is a column"),
        ["a condition"] = () => Claim.That(true, "L falls"),
        ["several claims"] = () => Claim.All(Claim.That(true, "a < b"), Claim.Close(1, 1, "one")),
        ["the number of a mistake"] = () =>
            Claim.All(Claim.Close(1, 1, "right"), Claim.Close(3, 3, "no 1/m").AsMistake()),
        ["a tolerance above one is relative"] = () => Claim.Close(1000.5, 1000, 1e-3, "large"),
        ["infinity"] = () => Claim.Close(double.PositiveInfinity, double.PositiveInfinity, "x"),

        ["another number"] = () => Claim.Close(-1.5, -1.2, "the slope"),
        ["a tolerance below one is absolute"] = () => Claim.Close(0.002, 0, 1e-3, "small"),
        ["NaN in place of a number"] = () => Claim.Close(double.NaN, 1, "x"),
        ["a number in place of NaN"] = () => Claim.Close(1, double.NaN, "x"),
        ["another entry"] = () => Claim.Close(Matrix.Of(new[,] { { 1, 2 }, { 3, 5 } }), _w, "W"),
        ["another shape"] = () => Claim.Close(Matrix.Row(1, 2), Matrix.Column(1, 2), "b"),
        ["another shape than is written"] = () => Claim.Close(Matrix.Row(1, 2), [[1], [2]], 1e-3, "w"),
        ["another shape than claimed"] = () => Claim.Shape(Matrix.Row(1, 2), 2, 1, "b"),
        ["rows of different lengths"] = () => Claim.Close(Matrix.Row(1, 2), [[1, 2], [3]], "w"),
        ["another number in a sequence"] = () => Claim.Within(0.02, [4.1, 1.4e-5], [4.1, 1.3e-5], "f"),
        ["a shorter sequence"] = () => Claim.Close([1.0], [1, 2], "path"),
        ["a condition that does not hold"] = () => Claim.That(false, "L falls"),
    };

    public static TheoryData<string> Claims => [.. _claims.Keys];

    [Theory]
    [MemberData(nameof(Claims))]
    public void A_claim_holds_or_its_exception_says_what_differs(string claim)
    {
        string told = Record.Exception(() => _claims[claim]().ToString()) is { } exception
            ? $"{exception.GetType().Name}: {exception.Message}"
            : $"{_claims[claim]()}";

        ApprovedTexts.Check("Claims/Claims", claim, told + "\n");
    }

    [Fact]
    public void Only_what_is_right_has_a_tick_and_text_cannot_become_markup()
    {
        Claim both = Claim.All(Claim.That(true, "a < b"), Claim.Close(3, 3, "no 1/m").AsMistake());

        Assert.Equal(2, both.ToHtml().Split('✓').Length);
        both.ToHtml().ShouldContain("a &lt; b");
        Assert.Equal("""{"claims":2}""", ((IHtml)both).Facts!.ToJsonString());
    }

    [Fact]
    public void A_number_in_a_sentence_does_not_depend_on_the_locale()
    {
        using IDisposable comma = DecimalComma.Begin();
        double share = -0.25, percent = 12.345;
        Assert.Equal("✓ −0.25 of 1,234", Claim.That(true, $"{share} of {1234:N0}").ToString());
        Assert.Equal("✓ 12.3 %, and | 0.5|", Claim.That(true, $"{percent:F1} %, " + $"and |{0.5m,4}|").ToString());
        Assert.Equal("✓ 6", Claim.Close(2.5, 2.5, $"{6}").ToString());
    }
}
