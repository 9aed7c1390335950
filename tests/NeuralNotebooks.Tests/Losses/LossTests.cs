namespace NeuralNotebooks.Tests;

public sealed class LossTests
{
    /// <summary>Every loss, with a function that turns normally distributed numbers into valid targets.</summary>
    internal static readonly (string Name, ILoss<double> Loss, Func<Matrix<double>, Matrix<double>> Targets)[] All =
    [
        ("half squared error", new HalfSquaredError<double>(), noise => noise),
        ("mean squared error", new MeanSquaredError<double>(), noise => noise),
        ("binary cross-entropy", new BinaryCrossEntropy<double>(), Matrix.Sigmoid),
        ("softmax cross-entropy", new SoftmaxCrossEntropy<double>(), Softmax.Of),
    ];

    [Fact]
    public void Gradients_are_those_of_central_differences_and_may_overwrite_the_output() =>
        Prop.ForAll(
                Gen.Choose(1, 5).ToArbitrary(),
                Gen.Choose(1, 6).ToArbitrary(),
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                (rows, columns, seed) =>
                {
                    foreach (var (name, loss, targets) in All)
                    {
                        Matrix<double> s = Matrix.Normal<double>(rows, columns, seed, standardDeviation: 3),
                            y = targets(Matrix.Normal<double>(rows, columns, seed + 1)),
                            gradient = loss.Gradient(s, y);
                        Matrix<double> numeric = NumericGradient.Of(s, scores => loss.Value(scores, y));
                        Assert.True(gradient.IsCloseTo(numeric, 1e-8), name);
                        loss.Gradient(s, y, s);
                        Assert.True(gradient.IsCloseTo(s, 1e-15), name);
                    }
                })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Softmax_does_not_change_when_a_constant_is_added() =>
        Prop.ForAll(
                Gen.Choose(1, 6).ToArbitrary(),
                Gen.Choose(-5000, 5000).ToArbitrary(),
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                (rows, constant, seed) =>
                {
                    Matrix<double> s = Matrix.Normal<double>(rows, 3, seed);
                    return Softmax.Of(s).IsCloseTo(Softmax.Of(s + (double)constant), 1e-11);
                })
            .QuickCheckThrowOnFailure();

    [Theory]
    [Cases(3, 10, 17)]
    public void Softmax_of_a_column_is_the_same_bit_for_bit_alone_and_in_a_batch(int classes)
    {
        Matrix<float> s = Matrix.Normal<float>(classes, 37, seed: 1, standardDeviation: 5), p = Softmax.Of(s);
        for (int example = 0; example < s.Columns; example++)
            Softmax.Of(s.Column(example)).ShouldEqual(p.Column(example));
    }

    [Fact]
    public void A_NaN_among_logits_makes_its_column_NaN_and_no_other()
    {
        Matrix<double> p = Softmax.Of(Matrix.Of(new double[,] { { 1, 1 }, { double.NaN, 1 }, { 2, 1 } }));
        Assert.All(p.ColumnSpan(0).ToArray(), x => Assert.True(double.IsNaN(x)));
        Assert.Equal([1.0 / 3, 1.0 / 3, 1.0 / 3], p.ColumnSpan(1).ToArray());
    }

    [Theory]
    [Cases(1, 3, 10, 1000)]
    public void Infinite_logits_share_the_probability_as_equal_ones_do_and_their_loss_is_not_finite(int classes)
    {
        const double Infinity = double.PositiveInfinity;
        Check(Matrix.Filled(classes, 1, -Infinity), Enumerable.Repeat(1.0 / classes, classes));
        Matrix<double> s = Matrix.Normal<double>(classes, 20, seed: 1);
        s[0, 11] = Infinity;
        Check(s.Column(11), OneHot.Encode<double>([0], classes).AsSpan().ToArray());
        s[0, 11] = -Infinity;
        Assert.Equal(classes == 1 ? 1 : 0, Softmax.Of(s)[0, 11]);
        s[0, 11] = s[classes - 1, 11] = Infinity;
        Assert.Equal(classes == 1 ? 1 : 0.5, Softmax.Of(s)[0, 11]);

        static void Check(Matrix<double> logits, IEnumerable<double> p)
        {
            Assert.Equal(p, Softmax.Of(logits).AsSpan().ToArray(), (a, b) => Math.Abs(a - b) < 1e-15);
            Softmax.Of(logits.To<float>()).To<double>().ShouldBeCloseTo(Softmax.Of(logits), 1e-7);
            SoftmaxCrossEntropy<double> loss = new();
            Matrix<double> uniform = Matrix.Filled(logits.Rows, 1, 1.0 / logits.Rows), gradient = uniform.Copy();
            Assert.False(double.IsFinite(loss.Value(logits, uniform)));
            Assert.False(double.IsFinite(loss.ValueAndGradient(logits, uniform, gradient).Value));
        }
    }

    [Theory]
    [Cases(1, 2, 10, 1000)]
    public void Softmax_of_floats_is_within_its_documented_error(int classes)
    {
        foreach (double spread in new[] { 0.1, 3, 30, 100 })
        {
            Matrix<float> s = Matrix.Normal<float>(classes, 200, seed: classes, standardDeviation: spread),
                p = Softmax.Of(s);
            for (int example = 0; example < 200; example++)
            {
                double[] logits = s.Column(example).To<double>().AsSpan().ToArray();
                double largest = logits.Max(), sum = logits.Sum(logit => Math.Exp(logit - largest));
                for (int k = 0; k < classes; k++)
                {
                    double exact = Math.Exp(logits[k] - largest) / sum;
                    double bound =
                        (2 * classes + 8 + largest - logits[k]) * Math.Pow(2, -24) * exact + 4 * float.Epsilon;
                    Assert.InRange(p[k, example], exact - bound, exact + bound);
                }
            }
        }
    }

    [Theory]
    [Cases(
        1000, 1, 0, 0,
        1000, 0, 1000, 1,
        -1000, 1, 1000, -1,
        -1000, 0, 0, 0,
        -10, 1, 10.000045398899217, -0.99995460213129757,
        0, 0.5, 0.69314718055994531, 0)]
    public void Cross_entropies_are_right_for_logits_of_any_size(double logit, double label, double value, double slope)
    {
        Matrix<double> s = Matrix.Row(logit), y = Matrix.Row(label);
        Check(new BinaryCrossEntropy<double>(), s, y, 1e-12);
        Check(new BinaryCrossEntropy<float>(), s, y, 1e-5);
        (s, y) = (Matrix.Column(logit, 0), Matrix.Column(label, 1 - label));   // the same with two classes
        Check(new SoftmaxCrossEntropy<double>(), s, y, 1e-12);
        Check(new SoftmaxCrossEntropy<float>(), s, y, 1e-6);

        void Check<T>(ILoss<T> loss, Matrix<double> output, Matrix<double> target, double tolerance)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            Matrix<T> s = output.To<T>(), y = target.To<T>();
            Assert.Equal(value, double.CreateChecked(loss.Value(s, y)), tolerance * Math.Max(1, value));
            Assert.Equal(slope, double.CreateChecked(loss.Gradient(s, y)[0, 0]), tolerance);
        }
    }

    [Theory]
    [Cases(1, 3, 3, 150, 10, 21, 64, 16, 65, 40, 1000, 9)]
    public void Softmax_cross_entropy_is_minus_the_sum_of_y_ln_p_in_its_kernel_too(int classes, int examples)
    {
        Matrix<double> s = Matrix.Normal<double>(classes, examples, seed: 1, standardDeviation: 4);
        Matrix<double> y = Softmax.Of(Matrix.Normal<double>(classes, examples, seed: 2, standardDeviation: 4));
        Matrix<double> expected = Matrix.Zeros<double>(classes, examples), gradient = expected.Copy();
        SoftmaxCrossEntropy<double> loss = new();
        loss.Gradient(s, y, expected);

        (double value, double? accuracy) = new SoftmaxCrossEntropy<double>().ValueAndGradient(s, y, gradient);

        Assert.Equal(classes == 1 ? 1 : Metrics.Accuracy(s, y), accuracy);
        gradient.ShouldBeCloseTo(expected, 1e-15);
        Assert.Equal(loss.Value(s, y), value, 1e-12 * (1 + value));
        Assert.Equal(-y.Hadamard(Matrix.Log(Softmax.Of(s))).Sum() / examples, value, 1e-12 * (1 + value));
    }

    [Fact]
    public void An_example_has_the_same_gradient_bit_for_bit_alone_and_in_a_batch()
    {
        Matrix<float> s = Matrix.Normal<float>(7, 100, seed: 1), y = Softmax.Of(Matrix.Normal<float>(7, 100, seed: 2));
        Matrix<float> together = Matrix.Zeros<float>(7, 64), alone = Matrix.Zeros<float>(7, 1);
        new SoftmaxCrossEntropy<float>().ValueAndGradient(s.Columns(0, 64), y.Columns(0, 64), together);

        for (int example = 0; example < 64; example++)
        {
            new SoftmaxCrossEntropy<float>().ValueAndGradient(s.Column(example), y.Column(example), alone);
            (alone / 64).ShouldEqual(together.Column(example));   // a power of 2: no rounding
        }
    }

    [Fact]
    public void Accuracy_is_that_of_classes_and_missing_where_there_are_none()
    {
        Matrix<double> output = Matrix.Row(1, -1, 2, 3), target = Matrix.Row(1, 0, 0, 1);
        Assert.Equal(0.75, new BinaryCrossEntropy<double>().Accuracy(output, target));
        Matrix<double> classes = OneHot.Encode<double>([0, 0], 2);
        Assert.Equal(0.5, new SoftmaxCrossEntropy<double>().Accuracy(Matrix.Identity<double>(2), classes));
        Assert.Null(((ILoss<double>)new MeanSquaredError<double>()).Accuracy(output, target));
    }

    [Fact]
    public void A_diverged_output_gives_a_loss_of_NaN()
    {
        foreach (var (name, loss, targets) in All)
            Assert.True(double.IsNaN(loss.Value(Matrix.Filled(2, 2, double.NaN), targets(new(2, 2)))), name);
    }

    [Theory]
    [Cases(0.1f, 0.9f)]
    public void Smoothed_labels_of_ten_thousand_classes_are_a_distribution(float smoothing)
    {
        const int Classes = 10_000;
        Matrix<float> target = OneHot.Encode<float>([1, 77], Classes) * (1 - smoothing) + smoothing / Classes;
        Matrix<float> output = Matrix.Normal<float>(Classes, 2, seed: 1, standardDeviation: 3);
        SoftmaxCrossEntropy<float> loss = new();
        loss.CheckTargets(target);

        double inDouble = new SoftmaxCrossEntropy<double>().Value(output.To<double>(), target.To<double>());
        Assert.Equal(1, loss.Value(output, target) / inDouble, 1e-5);

        target[5, 1] += 1e-4f;
        Fails.With<ArgumentException>("Column 1 of the target sums to 1.0001", () => loss.CheckTargets(target));
    }

    [Fact]
    public void The_loss_of_a_million_float_examples_is_not_lost_in_rounding()
    {
        const int examples = 1_000_000;
        Matrix<float> zeros = Matrix.Zeros<float>(1, examples),
            two = Matrix.Zeros<float>(2, examples),
            target = Matrix.Filled(2, examples, 0.5f);
        Assert.Equal(Math.Log(2), new BinaryCrossEntropy<float>().Value(zeros, zeros), 1e-6);
        Assert.Equal(Math.Log(2), new SoftmaxCrossEntropy<float>().Value(two, target), 1e-6);
        Assert.Equal(
            Math.Log(2), new SoftmaxCrossEntropy<float>().ValueAndGradient(two, target, target.Copy()).Value, 1e-6);
        Assert.Equal(0.01, new MeanSquaredError<float>().Value(zeros, Matrix.Filled(1, examples, 0.1f)), 1e-8);
        Assert.Equal(0.005, new HalfSquaredError<float>().Value(zeros, Matrix.Filled(1, examples, 0.1f)), 1e-8);
    }
}
