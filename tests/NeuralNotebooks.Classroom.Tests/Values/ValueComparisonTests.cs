using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace NeuralNotebooks.Classroom.Tests.Values;

public class ValueComparisonTests
{
    private const string Facts = "Values/Differences";

    private static readonly Gen<ProbeValue> _leaf = Gen.OneOf(
        from value in ArbMap.Default.GeneratorFor<NormalFloat>() select (ProbeValue)new NumberValue(value.Get),
        from value in ArbMap.Default.GeneratorFor<bool>() select (ProbeValue)new TruthValue(value),
        from value in Gen.Choose(0, 9) select (ProbeValue)new TextValue($"text {value}"),
        from rows in Gen.Choose(1, 3)
        from columns in Gen.Choose(1, 3)
        from entries in ArbMap.Default.GeneratorFor<NormalFloat>().ArrayOf(rows * columns)
        select (ProbeValue)new MatrixValue(rows, columns, [.. entries.Select(entry => entry.Get)]));

    private static readonly Gen<ProbeValue> _value = Gen.OneOf(
        _leaf,
        from items in _leaf.ListOf()
        select (ProbeValue)new ListValue([.. items]));

    private static readonly Gen<double[]> _numbers =
        from count in Gen.Choose(2, 6)
        from numbers in Gen.Choose(1, 1000).ArrayOf(count)
        select numbers.Select(number => number / 10.0).ToArray();

    [Fact]
    public void Every_finite_answer_equals_itself() =>
        Prop.ForAll(
                _value.ToArbitrary(),
                value => ValueComparison.Between(value, value) is null && ValueComparison.AreSame(value, value))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_difference_within_the_tolerance_of_an_entry_is_ignored_and_twice_that_is_not() =>
        Prop.ForAll(
                _numbers.ToArbitrary(),
                Gen.Choose(0, 5).ToArbitrary(),
                (numbers, at) =>
                {
                    Probe probe = new("", "", 1, 1e-3, false);
                    double allowed = 1e-3 * numbers[at % numbers.Length]; // The floor of 1e-7 at most is in the 1 %.
                    double[] Moved(double by) =>
                        [.. numbers.Select((number, i) => i == at % numbers.Length ? number + by : number)];
                    return ValueComparison.Between(Column(numbers), Column(Moved(0.99 * allowed)), probe) is null
                        && ValueComparison.Between(Column(numbers), Column(Moved(-2 * allowed)), probe) is not null;
                })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_common_factor_is_found_and_an_opposite_sign() =>
        Prop.ForAll(
                _numbers.ToArbitrary(),
                Gen.Elements(-3.0, -1, 0.01, 0.5, 1.5, 100).ToArbitrary(),
                (numbers, factor) =>
                    ValueComparison
                        .Between(Column(numbers), Column([.. numbers.Select(number => factor * number)]))
                        ?.Kind == (factor == -1 ? DifferenceKind.Sign : DifferenceKind.Scale))
            .QuickCheckThrowOnFailure();

    /// <summary>Lines with $ are an expected value, an actual one and, if the probe has one, the floor.</summary>
    [Theory]
    [FactsOf(Facts)]
    public void How_two_answers_differ(string fact) => ApprovedTexts.Answer(Facts, fact, saying =>
    {
        string[] parts = saying.Text.Split(" ~ ");
        ProbeValue expected = GradedClass.Parse(parts[0]), actual = GradedClass.Parse(parts[1]);
        double? floor = parts is [_, _, var given] ? double.Parse(given, CultureInfo.InvariantCulture) : null;
        Probe probe = new("", "", 1) { Floor = floor };
        string difference = ValueComparison.Between(expected, actual, probe)?.Sentence ?? "equal";
        return difference + (ValueComparison.AreSame(expected, actual, probe) ? ", same\n" : "\n");
    });

    [Theory]
    [InlineData(100, 101, true)]
    [InlineData(100, 102, false)]
    public void A_tolerance_of_the_probe_also_counts_for_integers(int expected, int actual, bool areEqual) =>
        Assert.Equal(
            areEqual,
            ValueComparison.Between(
                ValueReader.Read(expected), ValueReader.Read(actual), new("", "", 1, Tolerance: 0.01)) is null);

    [Fact]
    public void Integers_of_every_type_are_read_with_all_their_digits()
    {
        object[] integers =
        [
            (sbyte)-1, (byte)1, (short)2, (ushort)2, 3, 3u, long.MinValue, ulong.MaxValue, (nint)4, (nuint)4,
            Int128.MaxValue, UInt128.MaxValue, BigInteger.Pow(7, 100),
        ];

        Assert.Equal(
            integers.Select(integer => new IntegerValue(string.Create(CultureInfo.InvariantCulture, $"{integer}"))),
            integers.Select(ValueReader.Read));
        Assert.IsType<IntegerValue>(Assert.IsType<ListValue>(ValueReader.Read((1, 2))).Items[1]);
        Assert.IsType<IntegerValue>(Assert.IsType<ListValue>(ValueReader.Read(new int[] { 1 })).Items[0]);
        Assert.Equal(
            MissingReason.TooLarge, Assert.IsType<MissingValue>(ValueReader.Read(BigInteger.One << 100_000)).Reason);
    }

    [Theory]
    [Cases("12", true, "-12", true, "", false, "+1", false, "1\n", false, "٣", false, "1e9", false)]
    public void Received_integers_have_only_digits(string digits, bool isAllowed) =>
        Assert.Equal(isAllowed, ValueLimits.Allow(new IntegerValue(digits)));

    private static MatrixValue Column(double[] entries) => new(entries.Length, 1, entries);

    [Fact]
    public void A_table_may_have_as_many_numbers_as_a_matrix() =>
        Assert.IsType<ListValue>(ValueReader.Read(new double[320, 320]));

    [Fact]
    public void An_array_of_three_dimensions_is_read_as_nested_lists() =>
        Assert.Equal(
            [3, 3],
            Assert.IsType<ListValue>(Assert.IsType<ListValue>(ValueReader.Read(new int[1, 2, 3])).Items[0]).Items
                .Select(row => Assert.IsType<ListValue>(row).Items.Count));

    [Fact]
    public void An_array_may_not_have_more_dimensions_than_a_list_may_be_deep() =>
        Assert.IsType<MissingValue>(
            ValueReader.Read(Array.CreateInstance(typeof(int), [.. Enumerable.Repeat(1, ValueLimits.Depth + 2), 0])));

    [Fact]
    public void A_kit_whose_class_Variant_lacks_a_property_is_refused() =>
        Assert.Throws<MissingMemberException>(() =>
            JudgedSession.SetVariant(typeof(ValueReader), new StartSession(CodeOwner.Student, [], [], "first", "ada")));

    [Fact]
    public void A_session_can_claim_no_reason_that_is_for_the_grader_to_find() =>
        Assert.Equal(
            [MissingReason.Threw, MissingReason.MemoryLimit, MissingReason.NotAValue, MissingReason.TooLarge],
            Enum.GetValues<MissingReason>().Where(reason => ValueLimits.Allow(new MissingValue(reason))));
}
