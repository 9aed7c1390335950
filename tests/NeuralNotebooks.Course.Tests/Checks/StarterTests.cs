namespace NeuralNotebooks.Course.Tests;

/// <summary>
/// The starters of the notebooks, copied verbatim. A run of the notebooks themselves proves the same of the cells.
/// </summary>
public class StarterTests
{
    private static readonly Dictionary<string, Func<Verdict>> _starters = new()
    {
        [nameof(Check.LearningRate)] = () => Check.LearningRate(0.0001),
        [nameof(Check.Translation)] = () => Check.Translation((w, A) => Zeros(w.Columns, A.Columns)),
        [nameof(Check.ProductGate)] = () => Check.ProductGate((x, y, w, dz) => (0, 0, 0)),
        [nameof(Check.TwoPaths)] = () => Check.TwoPaths((x, y, z) => (0, 0, 0, 0)),
        [nameof(Check.MaxGate)] = () => Check.MaxGate((x, dz) => new double[x.Length]),
        [nameof(Check.SigmoidGate)] = () => Check.SigmoidGate((z, dz) => 0),
        [nameof(Check.SquaredErrorGradient)] = () =>
            Check.SquaredErrorGradient((w, b, X, y) => (Zeros(1, X.Rows), Zeros(1, 1))),
        [nameof(Check.LogisticLoss)] = () => Check.LogisticLoss((s, y) => (0, Zeros(1, s.Columns))),
        [nameof(Check.CrossEntropy)] = () => Check.CrossEntropy((s, y) => 0),
        [nameof(Check.Gate)] = () => Check.Gate(x => x[0] * x[1], (x, dz) => new double[x.Length], [3, -1]),
        [nameof(Check.Gradients)] = () =>
            Check.Gradients(("∂L/∂W", W => W.Hadamard(W).Sum(), Matrix.Row(1, 2), () => Zeros(1, 2))),
        [nameof(Check.LogisticDescent)] = () => Check.LogisticDescent((w, b, x, y, alpha, steps) => (w, b)),
        [nameof(Check.BoundaryInCentimetres)] = () => Check.BoundaryInCentimetres((w, b, mean, deviation) => 0),
        [nameof(Check.BatchShapes)] = () => Check.BatchShapes((0, 0), (0, 0), (0, 0), (0, 0)),
        [nameof(Check.OutputLayer)] = () => Check.OutputLayer((yHat, y, A) => (Zeros(1, 2), Zeros(1, 1))),
        [nameof(Check.HiddenLayer)] = () =>
            Check.HiddenLayer((delta2, w2, A, X) =>
            (Zeros(A.Rows, A.Columns), Zeros(A.Rows, X.Rows), Zeros(A.Rows, 1))),
        [nameof(Check.GradientDescent)] = () => Check.GradientDescent((steps, alpha, W1, b1, w2, b2) => 0),
        [nameof(Check.BackwardStep)] = () =>
            Check.BackwardStep((nextDelta, nextW, Z, A, slope) => Zeros(Z.Rows, Z.Columns)),
        [nameof(Check.BackwardPass)] = () => Check.BackwardPass((W, b, A, G, y, alpha) => ([.. W], [.. b])),
        [nameof(Check.RepairedPass)] = () => Check.RepairedPass((W, b, A, G, y, alpha) =>
        {
            int N = W.Length - 1;
            Matrix<double>[] newW = [.. W], newB = [.. b];
            Matrix<double> δ = ((A[N] - y) / y.Columns).Hadamard(G[N]);
            for (int l = N; l > 1; l--)
            {
                newW[l] = W[l] - alpha * (δ * A[l - 1].Transpose());
                newB[l] = b[l] - alpha * δ.RowMeans();
                δ = (newW[l].Transpose() * δ).Hadamard(G[l - 1]);
            }
            return (newW, newB);
        }),
        [nameof(Check.Softmax)] = () => Check.Softmax(o => o),
        [nameof(Check.NegativeLogLikelihood)] = () => Check.NegativeLogLikelihood((P, labels) => 0),
        [nameof(Check.FirstLayerGradients)] = () =>
            Check.FirstLayerGradients((dOa, W2, Ha, X) => (Zeros(Ha.Rows, X.Rows), Zeros(Ha.Rows, 1))),
        [nameof(Check.SgdStep)] = () => Check.SgdStep((W1, b1, W2, b2, x, y, η) => (W1, b1, W2, b2)),
        [nameof(Check.Diagnosis)] = () => Check.Diagnosis((training, validation) => 0),
        [nameof(Check.LargestStableRate)] = () => Check.LargestStableRate((a, b, c) => 0),
        [nameof(Check.MomentumStep)] = () => Check.MomentumStep((w, V, g, α, β) => (w, V)),
        [nameof(Check.RmsPropStep)] = () => Check.RmsPropStep((w, S, g, α, β, ε) => (w, S)),
        [nameof(Check.Memory)] = () => Check.Memory((β, part) => 0),
        [nameof(Check.EpsilonInside)] = () => Check.EpsilonInside((g, outside) => 0),
        [nameof(Check.Epoch)] = () => Check.Epoch((W, b, data, order, size, α) => (W, b)),
        [nameof(Check.Adam)] = () => Check.Adam((α, β1, β2, ε) => new MyAdam(α)),
        [nameof(Check.ColumnMajorProduct)] = () => Check.ColumnMajorProduct((A, B, m, k, n) => new double[m * n]),
        [nameof(Check.Blocks)] = () => Check.Blocks((n, size) => []),
        [nameof(Check.LargestBlock)] = () => Check.LargestBlock((cacheBytes, bytesPerNumber) => 0),
        [nameof(Check.Intensity)] = () => Check.Intensity((m, k, n) => 0),
        [nameof(Check.TransposedProduct)] = () => Check.TransposedProduct((W, δ, m, k, n) => new double[k * n]),
        [nameof(Check.PixelFeatures)] = () => Check.PixelFeatures(images => Zeros(images[0].Length, images.Length)),
        [nameof(Check.ErrorRate)] = () => Check.ErrorRate((scores, labels) => 0),
        [nameof(Check.Choose)] = () => Check.Choose((validation, test) => (0, 0)),
        [nameof(Check.ConfidentMistakes)] = () => Check.ConfidentMistakes((P, labels) => []),
        [nameof(Check.LeakyScale)] = () => Check.LeakyScale((a, n) => 0),
        [nameof(Check.ClipGradient)] = () => Check.ClipGradient((g, c) => new double[g.Length]),
        [nameof(Check.ClipThreshold)] = () => Check.ClipThreshold((norms, share) => 0),
        [nameof(Check.HalfLife)] = () => Check.HalfLife((α, λ) => 0),
        [nameof(Check.EarlyStopping)] = () => Check.EarlyStopping((losses, patience) => 0),
        [nameof(Check.DecayStep)] = () => Check.DecayStep((w, g, α, λ) => 0),
        [nameof(Check.SheetStep)] = () =>
            Check.SheetStep((nextDelta, sheetW, z, a, slope) => (Zeros(z.Rows, 1), Zeros(sheetW.Rows, sheetW.Columns))),
        [nameof(Check.RowStep)] = () =>
            Check.RowStep((row, s, W, h, slope) => (Zeros(1, W.Columns), Zeros(W.Rows, W.Columns), Zeros(W.Rows, 1))),
        [nameof(Check.UnitGradient)] = () => Check.UnitGradient((u, next, w, z, slope) => 0),
        [nameof(Check.RowsAsExamples)] = () => Check.RowsAsExamples((deltaRows, inputRows) => (
            Zeros(deltaRows.Columns, deltaRows.Rows), Zeros(deltaRows.Columns, inputRows.Columns),
                Zeros(deltaRows.Columns, 1))),
    };

    public static TheoryData<string> Names =>
        [.. typeof(Check).GetMethods().Where(method => method.ReturnType == typeof(Verdict)).Select(method =>
        method.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_untouched_starter_is_not_begun_and_the_verdict_names_no_formula(string name)
    {
        Verdict verdict = _starters[name]();

        Assert.Equal(VerdictState.NotYet, verdict.State);
        Assert.StartsWith("Not begun. ", verdict.ToString(), StringComparison.Ordinal);
        Assert.Null(verdict.LikelyMistake);
        Assert.Null(verdict.FirstDifference);
    }

    private static Matrix<double> Zeros(int rows, int columns) => Matrix.Zeros<double>(rows, columns);

    private sealed class MyAdam(double α) : Optimizer<double>(α, averagesGradients: true, averagesSquares: true)
    {
        protected override void Update(Span<double> w, ReadOnlySpan<double> g, Span<double> V, Span<double> S)
        {
        }
    }
}
