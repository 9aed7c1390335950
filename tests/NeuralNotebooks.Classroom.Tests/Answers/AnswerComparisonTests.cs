using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace NeuralNotebooks.Classroom.Tests.Answers;

public class AnswerComparisonTests
{
    private static readonly Gen<Answer> _leaf = Gen.OneOf(
        from value in ArbMap.Default.GeneratorFor<NormalFloat>() select (Answer)new NumberAnswer(value.Get),
        from value in ArbMap.Default.GeneratorFor<bool>() select (Answer)new TruthAnswer(value),
        from value in Gen.Choose(0, 9) select (Answer)new TextAnswer($"text {value}"),
        from rows in Gen.Choose(1, 3)
        from columns in Gen.Choose(1, 3)
        from entries in ArbMap.Default.GeneratorFor<NormalFloat>().ArrayOf(rows * columns)
        select (Answer)new MatrixAnswer(rows, columns, [.. entries.Select(entry => entry.Get)]));

    private static readonly Gen<Answer> _answer = Gen.OneOf(
        _leaf,
        from items in _leaf.ListOf()
        select (Answer)new ListAnswer([.. items])
    );

    private static readonly Gen<double[]> _numbers =
        from count in Gen.Choose(2, 6)
        from numbers in Gen.Choose(1, 1000).ArrayOf(count)
        select numbers.Select(number => number / 10.0).ToArray();

    [Fact]
    public void Every_finite_answer_equals_itself() =>
        Prop.ForAll(
                _answer.ToArbitrary(),
                answer => AnswerComparison.Between(answer, answer) is null && AnswerComparison.AreSame(answer, answer)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_difference_within_the_tolerance_of_an_entry_is_ignored_and_twice_that_is_not() =>
        Prop.ForAll(
                _numbers.ToArbitrary(),
                Gen.Choose(0, 5).ToArbitrary(),
                (numbers, at) =>
                {
                    Probe probe = new("", "", 1, 1e-3, false);
                    double allowed = 1e-3 * numbers[at % numbers.Length];
                    double[] Moved(double by) =>
                        [.. numbers.Select((number, i) => i == at % numbers.Length ? number + by : number)];
                    return AnswerComparison.Between(Column(numbers), Column(Moved(0.99 * allowed)), probe) is null
                        && AnswerComparison.Between(Column(numbers), Column(Moved(-2 * allowed)), probe) is not null;
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(new[] { 1e6, 0.5 }, new[] { 1e6, 0.9 }, false)]
    [InlineData(new[] { 1e6, 0.5 }, new[] { 1e6 + 0.9, 0.5 }, true)]
    [InlineData(new[] { 5e-7 }, new[] { 0.0 }, false)]
    [InlineData(new[] { 0.0 }, new[] { 5e-7 }, false)]
    [InlineData(new[] { 0.0 }, new[] { 1e-17 }, true)]
    [InlineData(new[] { 3.0, 0 }, new[] { 3, -4e-16 }, true)]
    [InlineData(new[] { 1e6, 0 }, new[] { 1e6, 3e-10 }, true)]
    [InlineData(new[] { 1e6, 0 }, new[] { 1e6, 1e-5 }, false)]
    public void Entries_are_compared_one_by_one_with_a_floor_for_what_cancels(
        double[] expected, double[] actual, bool areEqual)
    {
        Assert.Equal(areEqual, AnswerComparison.Between(Column(expected), Column(actual)) is null);
        Assert.Equal(areEqual, AnswerComparison.AreSame(List(expected), List(actual)));
    }

    [Theory]
    [InlineData(1e-6, true)]
    [InlineData(1e-7, false)]
    [InlineData(0.0, false)]
    public void A_probe_can_set_the_floor(double floor, bool areEqual)
    {
        Probe probe = new("", "", 1) { Floor = floor };
        Assert.Equal(areEqual, AnswerComparison.Between(Column([1, 0]), Column([1, 5e-7]), probe) is null);
        Assert.Equal(areEqual, AnswerComparison.AreSame(new NumberAnswer(0), new NumberAnswer(-5e-7), probe));
    }

    [Theory]
    [InlineData(1e-7, true)]
    [InlineData(1e-4, false)]
    public void The_floor_of_floats_is_a_millionth_of_the_largest(double actual, bool areEqual)
    {
        MatrixAnswer expected = new(2, 1, [2, 0], IsSingle: true);
        Assert.Equal(areEqual, AnswerComparison.Between(expected, Column([2, actual])) is null);
    }

    [Fact]
    public void A_common_factor_is_found() =>
        Prop.ForAll(
                _numbers.ToArbitrary(),
                Gen.Elements(-3.0, 0.01, 0.5, 1.5, 100).ToArbitrary(),
                (numbers, factor) =>
                    AnswerComparison
                        .Between(Column(numbers), Column([.. numbers.Select(number => factor * number)]))
                        ?.Kind == DifferenceKind.Scale
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_opposite_sign_is_found() =>
        Prop.ForAll(
                _numbers.ToArbitrary(),
                numbers =>
                    AnswerComparison.Between(Column(numbers), Column([.. numbers.Select(number => -number)]))?.Kind
                    == DifferenceKind.Sign
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1e-6, 1e-6 + 0.9e-12, true)]
    [InlineData(1e-6, 0.9e-6, false)]
    [InlineData(0, 1.1e-12, false)]
    [InlineData(1e6, 1e6 + 0.9, true)]
    [InlineData(1e6, 1e6 + 1.1, false)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, true)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity, false)]
    [InlineData(double.PositiveInfinity, double.MaxValue, false)]
    [InlineData(double.NaN, double.NaN, false)]
    [InlineData(1, double.NaN, false)]
    [InlineData(double.NaN, 1, false)]
    public void Numbers_are_equal_by_the_formula(double expected, double actual, bool areEqual) =>
        Assert.Equal(areEqual, AnswerComparison.Between(new NumberAnswer(expected), new NumberAnswer(actual)) is null);

    [Fact]
    public void An_infinite_entry_does_not_widen_the_tolerance_of_the_others() =>
        Assert.NotNull(
            AnswerComparison.Between(Column([double.PositiveInfinity, 1]), Column([double.PositiveInfinity, 2]))
        );

    [Fact]
    public void An_expected_float_has_a_tolerance_of_a_ten_thousandth()
    {
        Assert.Null(AnswerComparison.Between(new NumberAnswer(1, IsSingle: true), new NumberAnswer(1.00009)));
        Assert.NotNull(AnswerComparison.Between(new NumberAnswer(1), new NumberAnswer(1.00009, IsSingle: true)));
    }

    [Theory]
    [InlineData("[1]", "[]", DifferenceKind.Shape)]
    [InlineData("1", "[1]", DifferenceKind.Shape)]
    [InlineData("1", "'1'", DifferenceKind.Type)]
    [InlineData("'a'", "'b'", DifferenceKind.Value)]
    [InlineData("true", "false", DifferenceKind.Value)]
    [InlineData("2", "3", DifferenceKind.Value)]
    [InlineData("2", "-2", DifferenceKind.Sign)]
    [InlineData("2", "-1e999", DifferenceKind.NotANumber)]
    [InlineData("[1, 2]", "[0, 0]", DifferenceKind.Value)]
    [InlineData("[1, 'a']", "[-1, 'b']", DifferenceKind.Value)]
    [InlineData("{'weight': 1}", "{'bias': 1}", DifferenceKind.Type)]
    [InlineData("{'weight': 1}", "{'weight': 2}", DifferenceKind.Value)]
    [InlineData("{'w': 1, 'b': 2}", "{'b': 2, 'w': 1}", null)] // Members are compared by name.
    [InlineData("1", "null", DifferenceKind.NoValue)]
    public void A_difference_has_a_kind(string expected, string actual, DifferenceKind? kind) =>
        Assert.Equal(kind, AnswerComparison.Between(Read(expected), Read(actual))?.Kind);

    [Fact]
    public void Matrices_differ_in_shape_and_by_what_is_not_a_number()
    {
        Assert.Equal(
            DifferenceKind.Shape,
            AnswerComparison.Between(new MatrixAnswer(2, 3, new double[6]), new MatrixAnswer(3, 2, new double[6]))?.Kind
        );
        Assert.Equal(
            DifferenceKind.NotANumber,
            AnswerComparison.Between(Column([1, 2]), Column([1, double.NaN]))?.Kind
        );
    }

    /// <summary>An answer in JSON, with single quotes; null is none.</summary>
    private static Answer Read(string json) => Of(JsonNode.Parse(json.Replace('\'', '"')));

    private static Answer Of(JsonNode? json) =>
        json switch
        {
            null => new NoAnswer(NoAnswerReason.TimeLimit),
            JsonArray items => new ListAnswer([.. items.Select(Of)]),
            JsonObject parts => new RecordAnswer(parts.ToDictionary(part => part.Key, part => Of(part.Value))),
            _ => json.GetValueKind() switch
            {
                JsonValueKind.Number => new NumberAnswer((double)json),
                JsonValueKind.String => new TextAnswer((string)json!),
                _ => new TruthAnswer((bool)json),
            },
        };

    [Fact]
    public void Two_answers_are_the_same_where_both_are_NaN_or_the_same_exception()
    {
        Assert.True(AnswerComparison.AreSame(Column([1, double.NaN]), Column([1, double.NaN])));
        Assert.True(
            AnswerComparison.AreSame(
                Threw("System.IndexOutOfRangeException", 3),
                Threw("System.IndexOutOfRangeException", 3)
            )
        );
        Assert.False(
            AnswerComparison.AreSame(Threw("System.IndexOutOfRangeException", 3), Threw("System.FormatException", 3))
        );
        Assert.False(AnswerComparison.AreSame(new NumberAnswer(1), Threw("System.FormatException", 3)));
    }

    [Fact]
    public void An_answer_with_NaN_or_without_a_value_cannot_be_expected()
    {
        Assert.False(AnswerComparison.CanBeExpected(Column([1, double.NaN])));
        Assert.False(AnswerComparison.CanBeExpected(new NoAnswer(NoAnswerReason.Threw)));
        Assert.True(AnswerComparison.CanBeExpected(Column([1, double.PositiveInfinity])));
    }

    [Theory]
    [InlineData("System.IndexOutOfRangeException", "IndexOutOfRangeException was thrown at line 3 of your cell")]
    [InlineData(
        "System.Collections.Generic.KeyNotFoundException",
        "KeyNotFoundException was thrown at line 3 of your cell"
    )]
    [InlineData("Submission#3+TheAnswerIs42Exception", "an exception was thrown at line 3 of your cell")]
    [InlineData("System.String", "an exception was thrown at line 3 of your cell")]
    public void A_sentence_for_students_names_only_exceptions_that_everybody_knows(string type, string sentence)
        => Assert.Equal(sentence, new Difference(DifferenceKind.NoValue, Threw(type, 3)).Sentence);

    private static ListAnswer List(double[] entries) => new([.. entries.Select(entry => new NumberAnswer(entry))]);

    private static MatrixAnswer Column(double[] entries) => new(entries.Length, 1, entries);

    private static NoAnswer Threw(string type, int line) => new(NoAnswerReason.Threw, type, line);
}
