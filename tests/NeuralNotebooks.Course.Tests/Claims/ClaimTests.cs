namespace NeuralNotebooks.Course.Tests;

public class ClaimTests
{
    [Theory]
    [InlineData("ŷ", 6.0, 6.0, 1e-12, "✓ ŷ: 6")]
    [InlineData("ŷ", 6 + 1e-13, 6.0, 1e-12, "✓ ŷ: 6")]
    [InlineData("the slope", 4e-16, 0.0, 1e-12, "✓ the slope: 0")]
    [InlineData("out over in", double.NaN, double.NaN, 1e-12, "✓ out over in: NaN")]
    [InlineData("L = 10", 10.0, 10.0, 1e-12, "✓ L = 10")]
    [InlineData("∂b = −¼", -0.25, -0.25, 1e-12, "✓ ∂b = −¼")]
    [InlineData("the first error is 1½", 1.5, 1.5, 1e-12, "✓ the first error is 1½")]
    [InlineData("203,540 forwards", 203540.0, 203540.0, 1e-12, "✓ 203,540 forwards")]
    [InlineData("kept: 0.993", 0.99294, 0.993, 5e-4, "✓ kept: 0.993")]
    [InlineData("the slope is 0", 3e-16, 0.0, 1e-9, "✓ the slope is 0")]
    [InlineData("up to 1173", 1173.2, 1173.0, 1e-3, "✓ up to 1173")]
    [InlineData("error 7e−5", 7.2e-5, 7e-5, 1e-4, "✓ error 7e−5")]
    [InlineData("about 0.5 of them", 0.561, 0.5, 0.1, "✓ about 0.5 of them (here 0.561)")]
    [InlineData("a 1250th", 1255.4, 1250.0, 0.01, "✓ a 1250th: 1,255")]
    [InlineData("h1 is no number", 3.0, 3.0, 1e-12, "✓ h1 is no number: 3")]
    public void A_value_is_shown_behind_a_sentence_that_does_not_name_it(string what, double actual, double expected,
        double tolerance, string shown) =>
        Assert.Equal(shown, Claim.Close(actual, expected, tolerance, what).ToString());

    [Fact]
    public void Several_numbers_are_shown_one_by_one_as_long_as_they_are_few()
    {
        Assert.Equal("✓ gradients: (5, 5, 2)", Claim.Close([5.0, 5, 2], [5.0, 5, 2], "gradients").ToString());
        Assert.Equal("✓ 5, 5 and 2", Claim.Close([5.0, 5, 2], [5.0, 5, 2], "5, 5 and 2").ToString());
        Assert.Equal("✓ W: [1, 2; 3, 4]",
            Claim.Close(Matrix.Of(new double[,] { { 1, 2 }, { 3, 4 } }), [[1, 2], [3, 4]], "W").ToString());
        Assert.Equal("✓ b: [0.25; 1.5; −3]",
            Claim.Close(Matrix.Column(0.25, 1.5, -3), [[0.25], [1.5], [-3]], "b").ToString());
        Assert.Equal("✓ δ: all 4 numbers are equal",
            Claim.Close(Matrix.Row(0.12345, 1, 2, 3), Matrix.Row(0.12345, 1, 2, 3), "δ").ToString());
        Assert.Equal("✓ w: all 20 numbers are equal",
            Claim.Close(Matrix.Zeros<double>(4, 5), Matrix.Zeros<double>(4, 5), "w").ToString());
        Assert.Equal("✓ w: all 20 numbers agree, the largest difference is 3e−13",
            Claim.Close(Matrix.Zeros<double>(4, 5), Matrix.Zeros<double>(4, 5) + 3e-13, "w").ToString());
    }

    [Fact]
    public void A_relative_tolerance_holds_for_numbers_of_any_size()
    {
        Assert.Equal("✓ f: 1.71e−17", Claim.Within(0.02, 1.71e-17, 1.7e-17, "f").ToString());
        Assert.Equal("✓ f: 4.1, 1.3e−5",
            Claim.Within(0.02, [4.08, 1.31e-5], [4.1, 1.3e-5], "f: 4.1, 1.3e−5").ToString());
        Fails.As<ClaimException>(
            "f at index 2: 1.4e−05, claimed 1.3e−05 (difference 1e−6, allowed 3e−7).",
            () => Claim.Within(0.02, [4.1, 1.4e-5], [4.1, 1.3e-5], "f")
        );
    }

    [Fact]
    public void The_number_of_a_mistake_has_no_tick()
    {
        Claim both = Claim.All(Claim.Close(1, 1, "right"), Claim.Close(3, 3, "no 1/m").AsMistake());

        Assert.Equal("✓ right: 1\n✗ no 1/m: 3", both.ToString());
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(both.ToHtml(), "✓"));
        both.ToHtml().ShouldContain("data-claims=\"2\"");
    }

    [Fact]
    public void A_number_that_is_not_as_claimed_throws_with_both_numbers() =>
        Fails.As<ClaimException>(
            "the slope: −1.5, claimed −1.2 (difference 0.3, allowed 1e−12).",
            () => Claim.Close(-1.5, -1.2, "the slope")
        );

    [Fact]
    public void The_tolerance_is_relative_above_one_and_absolute_below()
    {
        Claim.Close(1000.5, 1000, 1e-3, "large");
        Assert.Throws<ClaimException>(() => Claim.Close(0.002, 0, 1e-3, "small"));
    }

    [Fact]
    public void A_matrix_that_differs_names_the_first_entry() =>
        Fails.With<ClaimException>(
            "W at [1, 1]: 5, claimed 4",
            () => Claim.Close(Matrix.Of(new[,] { { 1, 2 }, { 3, 5 } }), new double[,] { { 1, 2 }, { 3, 4 } }, "W")
        );

    [Fact]
    public void A_matrix_of_another_shape_names_both_shapes() =>
        Fails.As<ClaimException>(
            "b: the shape is 1 × 2, claimed 2 × 1.",
            () => Claim.Close(Matrix.Row(1, 2), Matrix.Column(1, 2), "b")
        );

    [Fact]
    public void A_shape_is_as_claimed_or_the_message_names_both()
    {
        Assert.Equal("✓ b is a column: 2 × 1", Claim.Shape(Matrix.Column(1, 2), 2, 1, "b is a column").ToString());
        Fails.As<ClaimException>(
            "b: the shape is 1 × 2, claimed 2 × 1.",
            () => Claim.Shape(Matrix.Row(1, 2), 2, 1, "b")
        );
    }

    [Fact]
    public void A_matrix_can_be_claimed_as_it_is_written()
    {
        Claim.Close(Matrix.Of(new double[,] { { 1, 2 }, { 3, 4 } }), [[1, 2], [3, 4]], "W");
        Claim.Close(Matrix.Row(1, 2.0005), [[1, 2]], 1e-3, "w");
        Assert.Throws<ClaimException>(() => Claim.Close(Matrix.Row(1, 2), [[1], [2]], "w"));
        Assert.Throws<ArgumentException>(() => Claim.Close(Matrix.Row(1, 2), [[1, 2], [3]], "w"));
    }

    [Fact]
    public void Sequences_are_compared_number_by_number()
    {
        Claim.Close([1, 2.0], [1, 2], "path");
        Fails.With<ClaimException>("path at index 2: 3", () => Claim.Close([1, 3.0], [1, 2], "path"));
        Fails.With<ClaimException>("1 numbers, claimed 2", () => Claim.Close([1.0], [1, 2], "path"));
    }

    [Fact]
    public void NaN_is_close_only_to_NaN()
    {
        Assert.Throws<ClaimException>(() => Claim.Close(double.NaN, 1, "x"));
        Assert.Throws<ClaimException>(() => Claim.Close(1, double.NaN, "x"));
        Claim.Close(double.NaN, double.NaN, "x");
        Claim.Close(double.PositiveInfinity, double.PositiveInfinity, "x");
    }

    [Fact]
    public void A_condition_holds_or_throws_its_own_sentence()
    {
        Assert.Equal("✓ L falls", Claim.That(true, "L falls").ToString());
        Fails.With<ClaimException>("L falls", () => Claim.That(false, "L falls"));
    }

    [Fact]
    public void Several_claims_show_one_line_each()
    {
        Claim both = Claim.All(Claim.That(true, "a < b"), Claim.Close(1, 1, "one"));
        Assert.Equal(["a < b", "one: 1"], both.Lines);
        both.ToHtml().ShouldContain("a &lt; b");
    }

    [Fact]
    public void A_number_in_a_sentence_does_not_depend_on_the_locale()
    {
        using IDisposable comma = DecimalComma.Begin();
        double share = -0.25, percent = 12.345;
        Assert.Equal("✓ −0.25 of 1,234", Claim.That(true, $"{share} of {1234:N0}").ToString());
        Assert.Equal("✓ 12.3 %, and | 0.5|", Claim.That(true, $"{percent:F1} %, " + $"and |{0.5m,4}|").ToString());
        Assert.Equal("✓ 6: 2.5", Claim.Close(2.5, 2.5, $"{6}").ToString());
    }
}
