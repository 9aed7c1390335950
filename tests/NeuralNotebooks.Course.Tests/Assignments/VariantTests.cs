namespace NeuralNotebooks.Course.Tests.Assignments;

/// <summary>The expected values come from a Python program: hashlib's SHA-256, then xoshiro256** on its four
/// little-endian words.</summary>
[Collection(nameof(Variant))] // Variant.Student is process-wide.
public class VariantTests
{
    [Theory]
    [Cases("x", "", 1, "x", "anna", -3, "y", "anna", 0, "x", "Zoë 17", 0)]
    public void An_integer_follows_from_assignment_name_and_student(string name, string student, int expected)
        => Assert.Equal(expected, As(student, "A1-gates", () => Variant.Integer(name, -9, 9)));

    [Fact]
    public void Integers_may_span_the_full_range()
        => Assert.Equal(2003763233, As("anna", "A1-gates", () => Variant.Integer("w", int.MinValue, int.MaxValue)));

    [Fact]
    public void Both_ends_are_included()
        => Assert.Equal([2, 3],
            Enumerable.Range(0, 50).Select(i =>
            As($"student{i}", "A1-gates", () => Variant.Integer("x", 2, 3))).Distinct().Order());

    [Fact]
    public void A_choice_follows_from_assignment_name_and_student()
        => Assert.Equal(
            [Activation.Tanh, Activation.Sigmoid, Activation.Tanh, Activation.Tanh, Activation.Tanh],
            new[] { "", "anna", "ben", "carl", "dora" }.Select(student =>
                As(student, "A1-gates", () =>
                Variant.Choice("gate", Activation.Relu, Activation.Sigmoid, Activation.Tanh))));

    [Fact]
    public void Normal_numbers_follow_from_assignment_name_and_student()
        => Assert.Equal(
            [1.1566562059282026, 0.3206252111464903, -0.5966879073701109, -0.5657265175531048, 0.16373229402794398,
                0.43969171283897596],
            As("anna", "A3-mlp", () => Variant.Normal("W", 2, 3)).AsSpan().ToArray(),
            (expected, actual) => Math.Abs(expected - actual) <= 5e-16 * Math.Abs(expected)); // the last bit of ln

    [Fact]
    public void Spaces_around_an_id_and_capital_letters_do_not_count()
        => Assert.Equal(As("zoë-17", "A1-gates", Sample), As("  Zoë-17\t", "A1-gates", Sample));

    [Fact]
    public void Another_assignment_has_other_numbers() =>
        Assert.NotEqual(As("anna", "A1-gates", Sample), As("anna", "A2-logistic", Sample));

    [Fact]
    public void An_empty_range_throws_an_exception_with_both_ends()
        => Fails.With<ArgumentException>("Variant.Integer(\"x\", 3, −2)", () => Variant.Integer("x", 3, -2));

    [Fact]
    public void A_choice_from_no_values_throws()
        => Fails.With<ArgumentException>("Variant.Choice(\"x\")", () => Variant.Choice<int>("x"));

    private static int Sample() => Variant.Integer("sample", int.MinValue, int.MaxValue);

    private static T As<T>(string student, string assignment, Func<T> ask)
    {
        (Variant.Student, Variant.Assignment) = (student, assignment);
        return ask();
    }
}
