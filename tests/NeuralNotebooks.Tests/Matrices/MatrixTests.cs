namespace NeuralNotebooks.Tests.Matrices;

public class MatrixTests
{
    private static readonly Matrix<double> _x = Matrix.Of(new[,] { { 1, 2, 3 }, { 4, 5, 6 } });

    [Fact]
    public void Matrices_are_written_by_rows_and_stored_by_columns()
    {
        Matrix<double> W = Matrix.Of(new double[,] { { 1, 2 }, { 3, 4 } });
        Assert.Equal(2, W[0, 1]);
        Assert.Equal(3, W[1, 0]);
        Assert.Equal([1, 3, 2, 4], W.AsSpan());
    }

    [Fact]
    public void A_matrix_is_a_tensor_without_a_copy_and_a_tensor_is_copied() =>
        Prop.ForAll(Matrices(), M =>
            {
                Matrix.FromSpan<double>(M.AsSpan(), M.Rows, M.Columns).ShouldEqual(M);
                TensorSpan<double> tensor = M.AsTensorSpan();
                Assert.Equal(M.Count, tensor.FlattenedLength);
                if (M.Count == 0)
                    return;
                Matrix.FromTensor<double>(tensor).ShouldEqual(M);
                Tensor<double> rowByRow = Tensor.Create<double>([.. M.T.AsSpan()], [M.Rows, M.Columns]);
                Matrix.FromTensor<double>(rowByRow).ShouldEqual(M);
                Matrix.FromTensor<double>(new TensorSpan<double>(M.AsSpan(), [M.Columns, M.Rows])).ShouldEqual(M.T);
                tensor[M.Rows - 1, 0] = 7;
                Assert.Equal(7, M[M.Rows - 1, 0]);
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Factories_fill_matrices_as_their_names_say() =>
        new Shown(asHtml: false)
        {
            _x,
            _x.Transpose(),
            Matrix.Of(new[,] { { 1.5f } }),
            Matrix.Zeros<double>(rows: 1, columns: 2),
            Matrix.Ones<float>(2, 1),
            Matrix.Filled(1, 1, 7f),
            Matrix.Identity<double>(2),
            Matrix.Diagonal(Matrix.Column(1, 2)),
            Matrix.Column(1, 2),
            Matrix.Row(1, 2),
            Matrix.Row(1f, 2f),
        }.ShouldBeApproved();

    [Fact]
    public void The_same_seed_gives_the_same_numbers_and_another_seed_others()
    {
        Func<int, Matrix<double>>[] random =
        [
            seed => Matrix.Uniform<double>(5, 4, seed),
            seed => Matrix.Normal<double>(5, 4, seed),
            seed => Mlp.Create<double>(4, [new(5)], seed).Layers[0].Weights,
            seed => Iris.Load().Split(0.5, seed).Test.Features,
            seed => SyntheticData.Rings(seed: seed).Features,
            seed => SyntheticData.Profiles(seed: seed).Features,
        ];
        foreach (Func<int, Matrix<double>> numbers in random)
        {
            numbers(3).ShouldEqual(numbers(3));
            Assert.NotEqual(numbers(3).ToArray(), numbers(4).ToArray());
        }
        Matrix.Normal<double>(5, 4, new Random(3)).ShouldEqual(Matrix.Normal<double>(5, 4, seed: 3));
    }

    [Fact]
    public void Random_matrices_have_the_requested_mean_and_spread()
    {
        Matrix<double> normal = Matrix.Normal<double>(100, 400, seed: 1, mean: 2, standardDeviation: 3);
        Assert.Equal(2, normal.Mean(), tolerance: 0.06);      // four standard errors of 40,000 draws
        Assert.Equal(3, Math.Sqrt((normal - 2).Map(x => x * x).Mean()), tolerance: 0.05);

        Matrix<double> uniform = Matrix.Uniform<double>(100, 400, seed: 1, low: -1, high: 3);
        Assert.InRange(uniform.Min(), -1, -0.99);
        Assert.InRange(uniform.Max(), 2.99, 3);
        Assert.Equal(1, uniform.Mean(), tolerance: 0.025);
    }

    [Theory]
    [Cases(-1, 1, 0, 1, 0.3, 0.7, 16_777_216, 16_777_218, 1, 1.0000001192092896, -5, -5)]
    public void Uniform_numbers_are_at_least_low_and_below_high_in_their_own_precision(double low, double high)
    {
        Check<float>();
        Check<double>();

        void Check<T>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T least = T.CreateChecked(low), most = T.CreateChecked(high);
            Matrix<T> drawn = Matrix.Uniform<T>(100, 1000, seed: 1, low, high);
            Assert.True(drawn.Min() >= least && (drawn.Max() < most || drawn.Max() == least), $"{drawn.Max()}");
        }
    }

    [Fact]
    public void Columns_with_arguments_is_a_view_and_without_them_a_number()
    {
        Matrix<double> matrix = _x.Copy();
        Matrix<double> batch = matrix.Columns(1, 2);
        batch[0, 0] = 20;
        matrix.Column(2)[1, 0] = 60;
        matrix.ColumnSpan(0)[1] = 40;
        matrix.ShouldHaveRows([1, 20, 3], [40, 5, 60]);
        Assert.Equal(60, batch.Column(1)[1, 0]);
        Assert.Equal(0, matrix.Columns(3, 0).Count);
    }

    [Fact]
    public void Rows_copies_and_copies_share_nothing()
    {
        Matrix<double> second = _x.Rows(1, 1);
        second[0, 0] = -1;
        _x.Copy()[0, 0] = -1;
        _x.ShouldHaveRows([1, 2, 3], [4, 5, 6]);
        second.ShouldHaveRows([-1, 5, 6]);
        _x.Row(0).ShouldHaveRows([1, 2, 3]);
    }

    [Fact]
    public void A_matrix_over_an_array_shares_its_entries()
    {
        float[] parameters = [1, 2, 3, 4, 5];
        Matrix<float> W = Matrix.Over(parameters, offset: 1, rows: 2, columns: 2);
        W[1, 1] = 50;
        Assert.Equal([1, 2, 3, 4, 50], parameters);
    }

    [Fact]
    public void Precision_can_be_changed()
    {
        Matrix<float> single = Matrix.Row(0.1, -1e-50, 2).To<float>();
        single.ShouldHaveRows([0.1f, -0f, 2]);
        Assert.Equal(0.1f, single.To<double>()[0, 0]);
    }

    internal static Arbitrary<Matrix<double>> Matrices() =>
        (from rows in Gen.Choose(0, 20)
         from columns in Gen.Choose(0, 20)
         from seed in Gen.Choose(0, 1000)
         select Matrix.Normal<double>(rows, columns, seed)).ToArbitrary();
}
