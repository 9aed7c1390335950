namespace NeuralNotebooks.Course.Tests;

public class ClaimTests
{
    [Fact]
    public void A_number_that_is_as_claimed_shows_how_close_it_is()
    {
        Assert.Equal("✓ the loss: equal", Claim.Close(6.75, 6.75, "the loss").ToString());
        Assert.Equal("✓ the loss: difference 1e−13", Claim.Close(1 + 1e-13, 1, "the loss").ToString());
    }

    [Fact]
    public void A_difference_is_told_in_as_few_digits_as_say_how_large_it_is()
    {
        Assert.Equal("✓ steps: difference 5", Claim.Close(1255, 1250, 0.01, "steps").ToString());
        Assert.Equal("✓ part: difference 0.03", Claim.Close(0.526, 0.5, 0.1, "part").ToString());
    }

    [Fact]
    public void A_number_that_is_not_as_claimed_throws_with_both_numbers()
    {
        var thrown = Assert.Throws<ClaimException>(() => Claim.Close(-1.5, -1.2, "the slope"));
        Assert.Equal("the slope: −1.5, claimed is −1.2 (difference 0.3, allowed 1e−12).", thrown.Message);
    }

    [Fact]
    public void The_tolerance_is_relative_above_one_and_absolute_below()
    {
        Claim.Close(1000.5, 1000, 1e-3, "large");
        Assert.Throws<ClaimException>(() => Claim.Close(0.002, 0, 1e-3, "small"));
    }

    [Fact]
    public void A_matrix_that_differs_names_the_first_entry()
    {
        var thrown = Assert.Throws<ClaimException>(() =>
            Claim.Close(Matrix.Of(new double[,] { { 1, 2 }, { 3, 5 } }), new double[,] { { 1, 2 }, { 3, 4 } }, "W"));
        Assert.StartsWith("W at [1, 1]: 5, claimed is 4", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matrix_of_another_shape_names_both_shapes()
    {
        var thrown = Assert.Throws<ClaimException>(() => Claim.Close(Matrix.Row(1, 2), Matrix.Column(1, 2), "b"));
        Assert.Equal("b: the shape is 1 × 2, claimed is 2 × 1.", thrown.Message);
    }

    [Fact]
    public void A_shape_is_as_claimed_or_named()
    {
        Assert.Equal("✓ b is a column: 2 × 1", Claim.Shape(Matrix.Column(1, 2), 2, 1, "b is a column").ToString());
        var thrown = Assert.Throws<ClaimException>(() => Claim.Shape(Matrix.Row(1, 2), 2, 1, "b"));
        Assert.Equal("b: the shape is 1 × 2, claimed is 2 × 1.", thrown.Message);
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
        Assert.Contains("path at place 2: 3", Assert.Throws<ClaimException>(() => Claim.Close([1, 3.0], [1, 2], "path")).Message, StringComparison.Ordinal);
        Assert.Contains("1 numbers, claimed are 2", Assert.Throws<ClaimException>(() => Claim.Close([1.0], [1, 2], "path")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Not_a_number_is_close_to_nothing_but_itself()
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
        Assert.Contains("L falls", Assert.Throws<ClaimException>(() => Claim.That(false, "L falls")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_claims_show_one_line_each()
    {
        Claim both = Claim.All(Claim.That(true, "a < b"), Claim.Close(1, 1, "one"));
        Assert.Equal(["a < b", "one: equal"], both.Lines);
        Assert.Contains("a &lt; b", both.ToHtml(), StringComparison.Ordinal);
    }
}
