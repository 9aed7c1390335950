// %%
Claim Agree(string who, Mat[] dW, Mat[] db) => Claim.Close(
    layers.SelectMany(l => Numbers(dW[l]).Concat(Numbers(db[l]))),
    network.Layers.SelectMany(layer =>
        Numbers(layer.WeightGradient).Concat(Numbers(layer.BiasGradient))),
    $"{who}: ∂L/∂W and ∂L/∂b of every layer");
double[] Numbers(Mat M) => M.AsSpan().ToArray();
string ShapeError(Func<Mat> code)
{
    try { code(); return ""; }
    catch (ArgumentException e) { return e.Message; }
}

// %% gates-slips-claim after=notations
Mat three = Matrix.Ones<double>(2, 3);         // a δ for three examples
string small = ShapeError(() => three * Matrix.Column(0, 1, 1, 1).T);
Claim.All(
    Agree("gates", dW, db),
    Claim.Close(W2, [[3, 2, -1], [1, 3, -2]], "the W₂ of the five notations"),
    Claim.Close(d2, [[2], [-4]], "their δ₂"),
    Claim.Close(ReluSlope(z1), [[1], [0], [1]], "and their g′(z₁)"),
    Claim.Close(W2.T * d2, [[2], [-8], [6]], "gates: W₂ᵀ δ₂ = [2; −8; 6]"),
    Claim.Close((W2.T * d2).Hadamard(ReluSlope(z1)), d1, "gates: δ₁"),
    Claim.Close(ReluSlope(z1).Hadamard(W2.T * d2), [[2], [0], [6]], "delta: [2; 0; 6]"),
    Claim.Close(d2.T * W2 * Matrix.Diagonal(ReluSlope(z1)), [[2, 0, 6]],
        "mlp: (2, 0, 6)"),
    Claim.Close(Enumerable.Range(0, 3).Select(u => ReluSlope(z1)[u, 0]
        * (d2[0, 0] * W2[0, u] + d2[1, 0] * W2[1, u])), [2, 0, 6], "graph: 2, 0 and 6"),
    Claim.Close((d2.T * W2).Hadamard(ReluSlope(z1).T), [[2, 0, 6]],
        "iris: (2, 0, 6)"),
    Claim.That(small.Contains("2×3") && small.Contains("1×4"), "δ xᵀ does not fit"),
    Claim.Shape(three * Matrix.Ones<double>(4, 3).T, 2, 4, "δ Xᵀ fits W₁"))

// %% delta-claim after=delta-code
Claim.All(
    Claim.Shape(sheetW[1], 3, 5, "W⁽¹⁾ is inputs × outputs"),
    Claim.Shape(outer[1].T, 3, 5, "and so is its ∇, the transpose of δaᵀ"),
    Claim.That(ShapeError(() => sheetW[1] * X.Column(0)) != "", "the picture: no fit"),
    Claim.Close((X.Column(0).T * sheetW[1]).T, W[1] * X.Column(0),
        "a row of 3 times W is a row of 5"),
    Claim.Close(layers.SelectMany(l => Numbers(outer[l])),
        network.Layers.SelectMany(layer => Numbers(layer.WeightGradient)),
        "delta: the 43 slopes of the weights"),
    Claim.That(ShapeError(() => sheetW[2] * deltaSheet[3]).Contains("5×4"),
        "i = 2 and j = 3: 5×4 by 2×6 does not fit"),
    Claim.Close(network.Layers[1].Output, Apply(g[2], Z[2]), "a⁽²⁾ = σ(z⁽²⁾)"),
    Claim.Shape(Apply(g[2], Z[1]), 5, 6, "σ(z⁽¹⁾) has five units, layer 2 has four"),
    Claim.Shape(deltaSheet[2] * A[1].T, 4, 5, "δ⁽²⁾a⁽¹⁾ᵀ fits w⁽²⁾"),
    Claim.Shape(W[1], 5, 3, "and not w⁽¹⁾"))

// %% delta-sum-claim after=delta-code
Mat summed = Matrix.Ones<double>(2, 1) * d2.ColumnSums() * a1.T;
Mat twice = d2.Hadamard(d2) * a1.T;            // δ_k as a factor, again
double PencilLoss(Mat W2) =>
    0.5 * Math.Pow((W3 * Matrix.Relu(W2 * a1) - y)[0, 0], 2);
Claim.All(
    Claim.Close(NumericGradient.Of(W2, PencilLoss), [[6, 0, 2], [-12, 0, -4]], 1e-8,
        "nudging: δ_t a_i, its own δ for each t"),
    Claim.Close(NumericGradient.Of(yHat, z => (z - y).Hadamard(z - y).Sum()), 2 * d3,
        1e-8, "the sheet's ‖z − y‖², nudged: 2(z − y) = 4"),
    Claim.Close(summed, [[-6, 0, -2], [-6, 0, -2]],
        "Σδₖaᵢ as printed: S and T alike").AsMistake(),
    Claim.Close(twice, [[12, 0, 4], [48, 0, 16]],
        "δ_k as a factor: [12, 0, 4; 48, 0, 16]").AsMistake())

// %% delta-conventions-claim after=delta-code
double SumOfLosses(Mat W2)                     // Σ ½‖ŷ − y‖², no 1/m
{
    Mat error = Forward([none, W[1], W2, W[3]]).A[N] - Y;
    return 0.5 * error.Hadamard(error).Sum();
}
Mat ofTheSum = NumericGradient.Of(W[2], SumOfLosses);
Mat withOnes = Matrix.Zeros<double>(4, m);                      // A⁰ over u
for (int i = 0; i < m; i++)
    for (int row = 0; row < 4; row++) withOnes[row, i] = row < 3 ? X[row, i] : 1;
Mat both = delta[1] * withOnes.T;                               // 5 × 4

Claim.All(
    Claim.Close([N, m, n[N]], [3, 6, 2], "m is 3 layers, 6 examples or 2 classes"),
    Claim.Close(ofTheSum, m * dW[2], 1e-7, "the sum: 6 times as large"),
    Claim.That(SumOfLosses(W[2] + 0.1 * dW[2]) > SumOfLosses(W[2]), "∇ is uphill"),
    Claim.That(SumOfLosses(W[2] - 0.1 * dW[2]) < SumOfLosses(W[2]), "−0.1 ∇ downhill"),
    Claim.Close(
        W[2] - 0.1 / m * ofTheSum, W[2] - 0.1 * dW[2], 1e-8,
        "a rate of 0.1/m with the sum is 0.1 with the mean"),
    Claim.Close(both.T.Rows(0, 3), dW[1].T, "the first columns are ∂L/∂W"),
    Claim.Close(both.Column(3), db[1], "in the column of the ones, ∂L/∂b = δuᵀ"))

// %% square-claim after=square-seen
(double[] First, double[] Last) Symmetric(int seed)     // cosines of W and Wᵀ
{
    List<Mat> used = [];
    Descend(seed, W => { used.Add(W); return W; });       // W₃, W₂ of each step
    double Cosine(Mat W) => W.Hadamard(W.T).Sum() / W.Hadamard(W).Sum();
    return ([Cosine(used[1]), Cosine(used[0])], [Cosine(used[^1]), Cosine(used[^2])]);
}
double leastFall = descents.Min(run => 1 - run.Wrong[^1] / run.Wrong[0]);
double[] frozen = [.. descents.Select(run => 1 - run.Frozen[^1] / run.Frozen[0])];
Claim.All(
    Claim.Close(descents[0].Wrong[0], descents[0].Right[0], "the same start"),
    Claim.That(leastFall > 0.97, $"Wδ: falls by {100 * leastFall:F1} % at least"),
    Claim.Close([frozen.Min(), frozen.Max()], [0.84, 0.93], 0.005,
        "frozen: 84 to 93 %"),
    Claim.That(descents[0].Wrong[^1] < descents[0].Right[^1], "run 1: Wδ is ahead"),
    Claim.That(descents.All(run => run.Wrong[^1] < run.Frozen[^1] / 2), "half"),
    Claim.That(Enumerable.Range(1, 5).Select(Symmetric).All(one =>
        one.Last[0] > one.First[0] && one.Last[1] > one.First[1]
        && one.Last[1] is > 0.685 and < 0.945),
        "W₂ and W₃ become more symmetric, W₃ up to a cosine of 0.69 to 0.94"))

// %% mlp-claim after=mlp-code
Mat rPrime = Matrix.Column(0.5, 2, -1);        // one that shows the side
Mat rowWise = W1.Copy();
for (int k = 0; k < 3; k++)
    for (int i = 0; i < 2; i++) rowWise[k, i] *= rPrime[k, 0];
Claim.All(
    Claim.Close((row1 * Diag(r1)).T, d1, "∂L/∂h₁ᵀ diag(r′) is δ₁ᵀ: [2; 0; 6]"),
    Claim.Close(row1 * Diag(r1) * W1, [[-4, 8]], "∂L/∂xᵀ = (−4, 8)"),
    Claim.Close(rowWise, Diag(rPrime) * W1,
        "row-wise is diag(r′) W: [0.5, 0.5; 2, −2; 1, −1]"),
    Claim.Close(rowWise, [[0.5, 0.5], [2, -2], [1, -1]],
        "row k of W times r′_k: [0.5, 0.5; 2, −2; 1, −1]"),
    Claim.That(ShapeError(() => rPrime.Hadamard(W1)) != "", "r′ ⊙ W₁ does not fit"),
    Claim.That(ShapeError(() => W1 * Diag(rPrime)) != "", "W₁ diag(r′): wrong side"),
    Claim.Close(m * dYHat, -(Y - A[N]), "at the top the row is −eᵀ, over m"),
    Agree("mlp, with biases", rowW, rowB))

// %% mlp-top-claim after=mlp-top
Mat dh = dYHat.Column(0), hBefore = A[2].Column(0);        // 2 × 1, 4 × 1
Mat r = Slope(g[3], Z[3].Column(0));                       // 2 × 1
Mat share = Diag(r) * dh * hBefore.T;                      // 2 × 4
string asPrinted = ShapeError(() => Diag(r) * dh * hBefore);
string stacked = ShapeError(() => Diag(r) * share * hBefore.T);
Mat Arrow(int l, int i) => Diag(Slope(g[l], Z[l].Column(i))) * W[l];
Mat chain =
    dYHat.Column(0).T * Arrow(3, 0) * Arrow(2, 0) * Arrow(1, 0);             // 1 × 3
Claim.All(
    Claim.Close(share.Row(0), r[0, 0] * dh[0, 0] * hBefore.T,
        "one unit: ∂L/∂h r′(s) hᵀ is its row of the stack"),
    Claim.Shape(share, 2, 4, "with the T: the shape of W₃"),
    Claim.That(asPrinted.Contains("4×1"), "without: (2 × 1)(4 × 1) does not fit"),
    Claim.That(stacked.Contains("2×4"), "(2 × 4)(1 × 4) does not fit either"),
    Claim.Close(chain.T, dX.Column(0), "the chain ends at x, with ∂L/∂x"),
    Claim.Close(new SoftmaxCrossEntropy<double>().Value(Matrix.Zeros<double>(3, 1),
        Matrix.Column(0, 0, 1)), Math.Log(3), "with a 1: ln 3"),
    Claim.Close(-3 * Math.Log(1 / 3.0), 3 * Math.Log(3), "with a 3").AsMistake(),
    Claim.Close(new[] { 0.1 - 0, (0.1 - 0) / 0.1 }, [0.1, 1],
        "p − y for a wrong class: 0.1; divided by its p: 1").AsMistake(),
    Claim.Close(Softmax.Of(Matrix.Column(0.7, 0))[0, 0], 1 / (1 + Math.Exp(-0.7)),
        "softmax(0.7, 0)₁ = σ(0.7)"))

// %% graph-index-claim after=graph-memory
double zT = Enumerable.Range(0, 3).Sum(i => a1[i, 0] * W2[1, i]);         // w_Ti
double mixedUp = Enumerable.Range(0, 2).Sum(i => a1[i, 0] * W2[i, 1]);     // w_iT
Claim.All(
    Claim.That(calls == 79 * m, "79 calls for the 11 units of each example"),
    Agree("graph", unitW, unitB),
    Claim.Close(calls10, 12_345_679_000, "twelve billion calls, for 100 numbers"),
    Claim.Shape(W2.Row(1), 1, 3, "unit T has three weights"),
    Claim.Shape(z2.Row(1), 1, 1, "and one z_T"),
    Claim.Close(zT, 1, "z_T = Σ a_i w_Ti = 3 · 1 + 0 · 3 + 1 · (−2) = 1"),
    Claim.Close(mixedUp, 6, "w_iT: 3 · 2 + 0 · 3 = 6, and R has no weight").AsMistake())

// %% graph-g6-claim after=graph-g6
double sumOverNoUnits = Enumerable.Empty<double>().Sum();
double atP = (W2.T * d2)[0, 0];                                   // arriving at P: 2
Claim.All(
    Claim.Close(ReluSlope(z1)[0, 0] * atP, 2, "g′(z_P) · 2 = 2, as nudging says"),
    Claim.Close(a1[0, 0] * atP, 6, "as read: g(z_P) · 2 = 6").AsMistake(),
    Claim.Close(d3[0, 0] - sumOverNoUnits, 2,
        "a sum over no units is 0, but δ₃ is 2"),
    Claim.Close((d3 * a2.T)[0, 0], 2 * 8, "as printed: right for the linear output"),
    Claim.Within(1e-5, printed / nudged, 1 / (Sigma(6) * (1 - Sigma(6))),
        "σ on top: too large by 1/σ′(6)").AsMistake(),
    Claim.Close(nudged / printed, Sigma(6) * (1 - Sigma(6)), 1e-8,
        "what is missing: σ′(6)"),
    Claim.That(After100(Nudged) > 0.45 && After100(Printed) < 0.05,
        $"after 100 steps: {After100(Nudged):F3}, as printed {After100(Printed):F3}"))

// %% slides-claim after=five-code
Claim.All(
    Claim.Shape(R[2], 6, 4, "rows: examples × units"),
    Claim.Close(R[1], delta[1].T, "the transpose of our δ₁"),
    Claim.That(ShapeError(() => W[N] * delta[N]) != ""
            && ShapeError(() => W[N] * R[N]) != "",
        "W² ∂L/∂oᵃ fits neither columns nor rows"),
    Agree("iris", slidesW, slidesB))

// %% translated-claim after=slides-lines
Dataset<double> six = Iris.Load().Select(0, 50, 100, 70, 106, 119);
Mat X = six.Features, Y = six.Targets;                     // 4×6, 3×6
SoftmaxCrossEntropy<double> crossEntropy = new();
Mat W1 = Matrix.Normal<double>(2, 4, seed: 1), b1 = Matrix.Column(-0.5, 0.5);
Mat W2 = Matrix.Normal<double>(3, 2, seed: 2), b2 = Matrix.Column(1, 0, -1);
Mat Ha = W1 * X + b1, Hs = Matrix.Relu(Ha), Os = Softmax.Of(W2 * Hs + b2);
double LossOf(Mat W1, Mat b1, Mat W2, Mat b2) =>
    crossEntropy.Value(W2 * Matrix.Relu(W1 * X + b1) + b2, Y);
Mat dOa = (Os - Y) / 6, dHa = (W2.T * dOa).Hadamard(Ha.Map(z => z > 0 ? 1.0 : 0.0));
Mat rowsOfdOa = dOa.T, rowsOfHs = Hs.T;
Dataset<double> all = Iris.Load();
Mat scores = Matrix.Normal<double>(3, 4, seed: 3) * all.Features;      // of any W
double LossBy(double t) => crossEntropy.Value(          // setosa: petals below 2.45
    scores + Matrix.Column(t, 0, 0) * (2.45 - all.Features.Row(2)), all.Targets);
double[] larger = [.. new[] { 0.0, 1, 3, 10, 30 }.Select(LossBy)];
Claim.All(
    Claim.Close(dOa * Hs.T, NumericGradient.Of(W2, W => LossOf(W1, b1, W, b2)), 1e-8,
        "∂L/∂W²"),
    Claim.Close(dOa.RowSums(),
        NumericGradient.Of(b2, b => LossOf(W1, b1, W2, b)), 1e-8, "∂L/∂b²"),
    Claim.Close(dHa * X.T,
        NumericGradient.Of(W1, W => LossOf(W, b1, W2, b2)), 1e-8,
            "∂L/∂W¹: all 8 numbers"),
    Claim.Close(dHa.RowSums(),
        NumericGradient.Of(b1, b => LossOf(W1, b, W2, b2)), 1e-8, "∂L/∂b¹"),
    Claim.Close(rowsOfdOa.T * rowsOfHs, dOa * Hs.T, "with rows, (∂L/∂oᵃ)ᵀ hˢ is this"),
    Claim.Shape(dOa, 3, 6, "∂L/∂oᵃ of six flowers does not fit b²"),
    Claim.Shape(W2 * Hs, 3, 6, "W² leads forward, from 2 rows to 3"),
    Claim.That(larger.Zip(larger[1..]).All(pair => pair.Second < pair.First),
        "one layer: the larger setosa's weights, the smaller the loss"),
    Claim.Shape(W2, 3, 2, "W² is another matrix, with a row for each output"))
