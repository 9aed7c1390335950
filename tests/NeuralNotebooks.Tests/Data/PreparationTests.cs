namespace NeuralNotebooks.Tests;

public sealed class PreparationTests
{
    [Fact]
    public void A_label_becomes_a_column_with_one_1() =>
        OneHot.Encode<double>([2, 0], 3).ShouldHaveRows([0, 1], [0, 0], [1, 0]);

    [Fact]
    public void Standardized_training_features_have_mean_0_and_deviation_1()
    {
        Dataset<double> iris = Iris.Load();
        Matrix<double> X = Standardization.Fit(iris).Apply(iris).Features;
        X.RowMeans().ShouldBeCloseTo(Matrix.Zeros<double>(4, 1), 1e-12);
        X.Hadamard(X).RowMeans().ShouldBeCloseTo(Matrix.Ones<double>(4, 1), 1e-12);
    }

    [Theory]
    [Cases(60_000, 293.15, 0.05, 1_000_000, 10_000, 1, 1_000_000, -10_000, 1, 100_000, 16_777_216, 100)]
    public void Large_offsets_are_standardized_as_accurately_as_floats_allow(int count, double offset, double width)
    {
        Matrix<float> X = Matrix.Uniform<float>(1, count, seed: 1, low: offset - width, high: offset + width);
        double[] x = X.To<double>().AsSpan().ToArray();
        double mean = x.Average(), deviation = Math.Sqrt(x.Average(entry => (entry - mean) * (entry - mean)));

        Standardization<float> standardization = Standardization.Fit(X);
        Assert.Equal((float)mean, standardization.Mean[0, 0]);
        Assert.Equal(1, standardization.StandardDeviation[0, 0] / deviation, 1e-6);
        Matrix<double> standardized = standardization.Apply(X).To<double>();
        double roundingOfMean = (MathF.BitIncrement(Math.Abs((float)mean)) - Math.Abs((float)mean)) / deviation;
        Assert.InRange(Math.Abs(standardized.Mean()), 0, roundingOfMean);
        Assert.Equal(1, standardized.Norm() / Math.Sqrt(count), 1e-5 + roundingOfMean * roundingOfMean);
    }

    [Fact]
    public void Two_numbers_become_minus_1_and_1_even_if_their_mean_is_no_number_of_their_type()
    {
        Check<float>(1_000_001, 1_000_001.0625f);
        Check<float>(16_777_216, 16_777_218);
        Check<float>(-3e38f, -2.99999e38f);
        Check<double>(9_007_199_254_740_992, 9_007_199_254_740_994);
        Check<double>(1e300, 1.0000000000000002e300);

        static void Check<T>(T low, T high)
            where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        {
            Matrix<T> X = Matrix.Row<T>(low, high, low, high);
            Standardization.Fit(X).Apply(X).ShouldBeCloseTo(
                Matrix.Row(-T.One, T.One, -T.One, T.One), T.CreateChecked(1e-6));
        }
    }

    [Fact]
    public void Adding_a_constant_to_a_feature_does_not_change_its_standardized_values() => Prop.ForAll(
        Gen.Choose(-128, 128).Select(i => i / 16f).ArrayOf().Where(x => x.Distinct().Count() > 1).ToArbitrary(),
        Gen.Choose(-65_536, 65_536).ToArbitrary(),
        (x, shift) =>
        {
            Matrix<float> X = Matrix.Row<float>(x), shifted = X + shift;   // exact
            Standardization<float> one = Standardization.Fit(X), other = Standardization.Fit(shifted);
            float σ = one.StandardDeviation[0, 0], largest = Math.Abs(shift) + 8f;
            float rounding = (MathF.BitIncrement(largest) - largest) / σ;
            Assert.Equal(1, other.StandardDeviation[0, 0] / σ, 1e-5 + rounding * 1e-3);
            one.Apply(X).ShouldBeCloseTo(other.Apply(shifted), 1e-4f + rounding);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Numbers_whose_squares_overflow_or_underflow_are_standardized_too()
    {
        double[] features = [-1, 1, 3, 5];
        Assert.All((double[])[1e-300, 1e-160, 1e154, 1e300], unit => Check<double>(unit));
        Assert.All((double[])[1e-37, 1e-23, 2e19, 1e37], unit => Check<float>(unit));

        void Check<T>(double unit)
            where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        {
            Matrix<T> X = Matrix.Row([.. features.Select(x => T.CreateChecked(x * unit))]);
            Standardization<T> standardization = Standardization.Fit(X);
            double σ = double.CreateChecked(standardization.StandardDeviation[0, 0]);
            Assert.Equal(1, σ / unit / Math.Sqrt(5), 1e-6);
            standardization.Apply(X).ShouldBeCloseTo(
                Matrix.Row([.. features.Select(x => T.CreateChecked((x - 2) / Math.Sqrt(5)))]), T.CreateChecked(1e-6));
        }
    }

    [Fact]
    public void Other_sets_are_standardized_by_the_means_of_the_training_set()
    {
        Standardization<double> standardization = Standardization.Fit(Matrix.Row(1.0, 3));
        Assert.Equal([8, -2], standardization.Apply(Matrix.Row(10.0, 0)).AsSpan().ToArray());
    }

    [Fact]
    public void Rings_lie_at_their_radii()
    {
        Dataset<double> rings = SyntheticData.Rings(count: 1000, noise: 0.15, seed: 1);
        ILookup<int, double> radii =
            Enumerable.Range(0, 1000).ToLookup(rings.Label, i => rings.Features.Column(i).Norm());
        Assert.Equal(0.7, radii[0].Average(), 0.05);
        Assert.Equal(2, radii[1].Average(), 0.05);
        Assert.Equal(500, rings.Labels().Sum());
    }

    [Fact]
    public void Profiles_are_decided_by_their_rule_or_at_random()
    {
        Dataset<double> ruled = SyntheticData.Profiles(
            count: 200, traits: 5, rule: traits => traits[0] + traits[1] + traits[2] > 0, seed: 1);
        for (int i = 0; i < 200; i++)
            Assert.Equal(ruled.Features.ColumnSpan(i)[..3].ToArray().Sum() > 0 ? 1 : 0, ruled.Label(i));
        Assert.All(ruled.Features.AsSpan().ToArray(), trait => Assert.Equal(1, Math.Abs(trait)));
        Assert.InRange(SyntheticData.Profiles(count: 1000, seed: 2).Labels().Average(), 0.4, 0.6);
    }

    [Fact]
    public void A_constant_whose_deviation_is_only_rounding_does_not_magnify_other_data()
    {
        Standardization<double> standardization = Standardization.Fit(Matrix.Filled(1, 10, 0.1));
        Assert.Equal(0, standardization.StandardDeviation[0, 0]);
        Assert.Equal(0.1, standardization.Apply(Matrix.Row(0.2))[0, 0], 1e-15);
    }
}
