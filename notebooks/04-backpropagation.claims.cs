// %% structure-claim after=counting-code
Claim.All(
    Claim.Close(a1, [[3], [0], [1]], "a₁ = relu(3, −1, 1) = (3, 0, 1)"),
    Claim.Close(z2, [[8], [1]], "z₂ = (8, 1), so a₂ is the same"),
    Claim.Close(yHat, [[6]], "ŷ = 8 − 2 = 6"),
    Claim.Close(a1Nudged - a1, [[0.01], [0], [0]],
        "Q and R do not feel P: [0.01; 0; 0]"),
    Claim.Close(changeOfZ2, 0.01 * W2.Column(0), "S and T do: 0.01 w_SP, 0.01 w_TP"),
    Claim.That(smallest.Layers.Count == 2, "two layers, so two matrices"),
    Claim.Shape(smallest.Layers[0].Weights, 2, 4, "the first W"),
    Claim.Shape(smallest.Layers[1].Weights, 1, 2, "the second W"),
    Claim.That(smallest.ParameterCount == 13, "(4 + 1) · 2 + (2 + 1) · 1 = 13 numbers"))

// %% partial-claim after=partial-seen
Claim.All(
    Claim.Close(L, 2, "L = 2"),
    Claim.Close(Change(0.001, 0) / 0.001, -4, 0.01, "x₁ alone: about −4 per unit"),
    Claim.Close(Change(0, 0.001) / 0.001, 8, 0.01, "x₂ alone: about 8 per unit"),
    Claim.Close(Change(0.001, 0.001) / 0.001, 4, 0.01, "both: −4 + 8 = 4"))

// %% hand-claim after=hand-numeric-seen
Claim Nudged(Mat W, Func<Mat, double> f, Mat byRule,
    string what) => Claim.Close(NumericGradient.Of(W, f), byRule, 1e-8, what);
Claim.All(
    Claim.Close(d2, [[2], [-4]], "δ₂ = (2, −4)ᵀ"),
    Claim.Close(d1, [[2], [0], [6]], "δ₁ = (2, 0, 6)ᵀ"),
    Claim.Close(d3 * a2.T, [[16, 2]], "∂L/∂W₃: (16, 2)"),
    Claim.Close(d2 * a1.T, [[6, 0, 2], [-12, 0, -4]], "∂L/∂W₂: [6, 0, 2; −12, 0, −4]"),
    Claim.Close(d1 * x.T, [[2, 4], [0, 0], [6, 12]], "∂L/∂W₁: [2, 4; 0, 0; 6, 12]"),
    Claim.Close(W1.T * d1, [[-4], [8]], "∂L/∂x = (−4, 8)ᵀ, as in section 1"),
    Nudged(W3, W => Loss(x, W1, W2, W), d3 * a2.T, "∂L/∂W₃, nudged: (16, 2)"),
    Nudged(W2, W => Loss(x, W1, W, W3), d2 * a1.T,
        "∂L/∂W₂, nudged: [6, 0, 2; −12, 0, −4]"),
    Nudged(W1, W => Loss(x, W, W2, W3), d1 * x.T,
        "∂L/∂W₁, nudged: [2, 4; 0, 0; 6, 12]"))

// %% general-claim after=library-check-seen
Claim.All(
    Claim.Shape(Z[1], 5, 6, "Z₁: units of layer 1 × examples"),
    Claim.Shape(Z[2], 4, 6, "Z₂"),
    Claim.Shape(Z[3], 2, 6, "Z₃; each δ has the shape of its Z"),
    Claim.That(network.ParameterCount == 54, "54 weights and biases"),
    Claim.That(check.LargestRelativeError < 1e-7, "central differences: seven digits"),
    Claim.Close(W[1].T * delta[1], dX, "one step further: ∂L/∂X = W₁ᵀδ₁"),
    Claim.That(
        delta[1].Map(Math.Abs).Mean() < delta[3].Map(Math.Abs).Mean() / 5,
        "the mean of |δ| in layer 1 is below a fifth of that in layer 3"))

// %%
SoftmaxCrossEntropy<double> crossEntropy = new();

// %% top-claim after=top-seen
BinaryCrossEntropy<double> yesNo = new();
Mat two = Matrix.Column(1, -2), twoTrue = Matrix.Column(0, 1);
Claim.All(
    Claim.Close(prob, [[0.25], [0.5], [0.25]], "p = (¼, ½, ¼)"),
    Claim.Close(
        NumericGradient.Of(logits, s => crossEntropy.Value(s, oneHot)),
        prob - oneHot, 1e-8, "classes: p − y = (−¾, ½, ¼)"),
    Claim.Close(
        NumericGradient.Of(two, s => loss.Value(s, twoTrue)), two - twoTrue, 1e-8,
        "two numbers: s − y = (1, −3)"),
    Claim.Close(
        NumericGradient.Of(0 * yHat, s => yesNo.Value(s, Matrix.Column(1))),
        [[-0.5]], 1e-8, "yes or no, s = 0 and y = 1: p − y = −½"),
    Claim.Close(NumericGradient.Of(yHat, s => loss.Value(s, y)), d3, 1e-8,
        "one number: 6 − 4 = 2"),
    Claim.Close(NumericGradient.Of(logits, s => Math.Log(s.Map(Math.Exp).Sum())), prob,
        1e-8, "the slopes of ln Σ e^s are softmax"))

// %% top-readings-claim after=softmax-seen
double Square(Mat s) => (s - y).Hadamard(s - y).Sum();  // ‖z − y‖²
Mat fraction = Matrix.Column(-3, 1, 1);                 // (p − y) / p
Claim.All(
    Claim.Close(entryByEntry, [[-0.75], [0], [0]], "entry by entry: (−¾, 0, 0)")
        .AsMistake(),
    Claim.Close(J.T * dp, prob - oneHot, "with the Jacobian: (−¾, ½, ¼)"),
    Claim.Close(
        NumericGradient.Of(logits, s => crossEntropy.Value(s, oneHot)),
        J.T * dp, 1e-8, "nudging agrees with the Jacobian"),
    Claim.Close(
        Matrix.Diagonal(Slope(g[1], Z[1].Column(0))) * A[1].Column(0),
        Slope(g[1], Z[1].Column(0)).Hadamard(A[1].Column(0)), "diag(g′) v = g′ ⊙ v"),
    Claim.Close(fraction, [[-3], [1], [1]],
        "(p − y)/p, a fraction: [−3; 1; 1]").AsMistake(),
    Claim.Close(
        NumericGradient.Of(logits, s => crossEntropy.Value(s, oneHot)),
        prob - oneHot, 1e-8, "nudging finds p − y, (−¾, ½, ¼)"),
    Claim.Close(NumericGradient.Of(yHat, Square), [[4]], 1e-8,
        "nudging finds 2(z − y) = 4"),
    Claim.Close(0.05 * (2 * d3), 0.1 * d3, "rate 0.05 with the 2 is 0.1 without it"))

// %% wrong-claim after=wrong-seen
double LossOf(int l, Mat changed)
{
    Mat[] other = [.. weights];
    other[l] = changed;
    return loss.Value(Forward(other, noBias, fourX).A[N], fourY);
}
double[] Row(int i) => [.. layers.Select(l => OffBy(passes[i].Gradients, l))];
Claim.All(
    Claim.Close(
        right[1], NumericGradient.Of(weights[1], w => LossOf(1, w)), 1e-8,
        "right: layer 1, nudged"),
    Claim.Close(Row(0), [5, 5, 5], "no 1/m: 5 in every layer").AsMistake(),
    Claim.That(Enumerable.Range(1, 6).All(i => Row(i)[2] == 0),
        "all others: layer 3 is right"),
    Claim.That(Enumerable.Range(1, 5).All(i => Row(i)[0] > 0.1 && Row(i)[1] > 0.1),
        "five of them: above 10 %"),
    Claim.Close(Row(2)[0], 24.7, 0.01, "no g′: layer 1 is off by 24.7").AsMistake(),
    Claim.Close(Row(6), [0.09, 0.15, 0], 0.005, "W changed first").AsMistake())

// %% xor-one-claim after=xor-one-seen
Claim.All(
    Claim.Close(one.Last.Loss, Math.Log(2), 1e-6, "trained: the loss ends at ln 2"),
    Claim.That(oneUnit.Layers[0].Weights.Norm() < 0.01, "trained: all weights are 0"))

// %% xor-exact-claim after=xor-exact-seen
Claim.All(
    Claim.Close(answers, [[0, 1, 1, 0]], "exactly 0, 1, 1, 0"),
    Claim.Close(exact.Layers[0].Output, [[0, 1, 1, 2], [0, 0, 0, 1]],
        "two points have met: [0, 1, 1, 2; 0, 0, 0, 1]"),
    Claim.That(Metrics.Accuracy(aboveHalf, xor, threshold: 0) == 1,
        "the line ŷ = ½, first unit − 2 · second = ½, separates the classes"))

// %% pieces-claim after=pieces-seeds-seen
double[] pieces = [.. xs.Select(Answer)];
curve.Forward(Matrix.Row(xs));
Mat z = curve.Layers[0].Preactivation;  // 8 × 201
bool Switches(int i) =>
    Enumerable.Range(0, 8).Any(unit => z[unit, i - 1] > 0 != z[unit, i + 1] > 0);
double Bend(int i) => Math.Abs(pieces[i - 1] - 2 * pieces[i] + pieces[i + 1]);
// At x1 the line is 0.98 high, at x2 0.936, so that the error is smallest.
double FourBends(double x1, double x2) => xs[100..].Average(x => Math.Pow(    // x ≥ 0
    Math.Min(Math.Min(0.98 / x1 * x, 0.98 - 0.044 / (x2 - x1) * (x - x1)),
        0.936 + (sine[^1] - 0.936) / (xs[^1] - x2) * (x - x2)) - Math.Sin(x), 2));
int[] unbent = [.. Enumerable.Range(1, 199).Where(i => !Switches(i))];
Claim.All(
    Claim.Close(xs.Average(x => Math.Pow(Answer(x) - Math.Sin(x), 2)), 0.0005, 5e-5,
        "the mean squared error of eight trained units"),
    Claim.Close(FourBends(1.11, 2.11), 0.00104, 5e-6, "four bends"),
    Claim.That(Linspace.Of(-0.2, 0.2, 9).All(by => Linspace.Of(-0.2, 0.2, 9).All(far =>
        FourBends(1.11 + by, 2.11 + far) >= FourBends(1.11, 2.11))), "moved: worse"),
    Claim.That(unbent.All(i => Bend(i) < 1e-9), "straight wherever no unit switches"),
    Claim.That(Kit.IsLive || Math.Abs(NearTops(bendsOfAll) - 59) < 2,
        "20 networks: 59 % of the bends lie nearer to a top or bottom than to a zero"),
    Claim.Close(NearTops(xs), 47, 0.5, "there lie 47 % of the axis"),
    Claim.That(pieces.Zip(sine, (p, s) => Math.Abs(p - s)).Average() < 0.1,
        "on average the answer is within 0.1 of the sine"))

// %% xor-training-claim after=xor-training-alive-seen
int bothOff = alive.Count(net => BothOff(net) > 1);
bool IsLinear(Mlp<double> net)
{
    double[] answers = [.. Matrix.Sigmoid(net.Forward(xor.Features)).AsSpan()];
    return net.Layers[0].Output.AsSpan().ToArray().Min() > 0
        && answers.All(p => Math.Abs(p - 0.5) < 0.01);
}
Claim.All(
    Claim.That(Kit.IsLive || found[0] is > 10 and < 30 && found[4] > 90,
        $"ReLU: {found[0]} of {tries} pairs find it, {found[4]} groups of eight"),
    Claim.That(Kit.IsLive || Math.Min(found[1], found[2]) > found[0] && found[3] > 90,
        $"2 tanh {found[1]}, 2 σ {found[2]}, 4 σ {found[3]}"),
    Claim.That(Kit.IsLive || dead > failed.Length / 2,
        $"2 ReLU: {dead} of {failed.Length} that failed have a dead unit"),
    Claim.That(Kit.IsLive || Math.Abs(bothOff - 21) < 3,
        $"both are off for two examples or more in {bothOff} of {alive.Length}"),
    Claim.That(Kit.IsLive || alive.Where(net => BothOff(net) < 2).All(IsLinear),
        "in the others both are on for all four, and all answers are ½"))

// %% vanishing-theory-claim after=vanishing-theory
double[][] tanh = starts[2].Runs;
double[] steps = [.. Enumerable.Range(0, 19).Select(l =>               // by layer
    tanh.Average(run => run[l]) / tanh.Average(run => run[l + 1]))];
double xavier = starts[3].Runs[0][0], he = starts[4].Runs[0][0];         // seed 1
double twice = starts[5].Runs[0][0];
Claim.All(
    Claim.Within(0.05, first, [1e-12, 1e-4, 0.18, 1.2e-3, 0.88, 639], "‖δ₁‖/‖δ₂₀‖"),
    Claim.Close([steps.Min(), steps.Max()], [0.68, 0.98], 0.005,
        "tanh: a layer's factor is from 0.68 to 0.98"),
    Claim.Close(he / xavier, Math.Pow(2, 9.5), 1e-9, "He / Xavier = 2^9.5"),
    Claim.Close(twice / he, Math.Pow(2, 9.5), 1e-9, "2/√n / He = 2^9.5"),
    Claim.That(starts[0].Runs.All(run => run[0] < Math.Pow(0.25, 19)), "σ: below ¼¹⁹"))

// %% scale-hand-claim after=scale-hand-seen
double FirstToLast(double scale, int k)     // tanh, draw k
{
    Mlp<double> net = new([.. Enumerable.Range(1, 20).Select(l => new Dense<double>(
        scale / 4 * Draw(16, 16, 100 * k + l), Matrix.Zeros<double>(16, 1),
        Activation.Tanh))]);
    net.Forward(Draw(16, 8, seed: 100 * k + 21));
    net.Backward(Draw(16, 8, seed: 100 * k + 22));
    return net.Layers[0].Delta.Norm() / net.Layers[^1].Delta.Norm();
}
double[] growth = [.. Enumerable.Range(0, 40)
    .Select(k => FirstToLast(4, k) / FirstToLast(2, k)).Order()];
Claim.All(
    Claim.Close(Math.Pow(1.55 / 1.4, 19), 6.9, 0.01,
        "a ninth more weight, 19 layers: 6.9 times"),
    Claim.Close((growth[19] + growth[20]) / 2, 65, 0.03,
        "tanh, 2 to 4: the median of 40 draws grows 65 times"))

// %% deep-claim after=deep-seen
Claim.All(
    Claim.That(deepSigmoid.Moved[0] < 1e-11, "σ: the first layer has not moved"),
    Claim.That(
        deepSigmoid.Moved[..18].Max() < 0.02 && deepSigmoid.Moved[18..].Min() > 0.05,
        "σ: the last two have moved, the others by less than 2 %"),
    Claim.Close(deepSigmoid.Losses[^1], Math.Log(2), 0.05, "σ: the loss stays at ln 2"),
    Claim.That(deepRelu.Moved.All(moved => moved is > 0.008 and < 0.25),
        "ReLU: every layer has moved, by 1 to 20 %"),
    Claim.That(deepRelu.Right == 1 && deepRelu.Losses[^1] < 0.01,
        "ReLU: all points right"))

// %% cost-differences-claim after=cost-differences
Mlp<double> digits = Mlp.Create<double>(
    784, [new(128, Activation.Relu), new(10, Activation.Identity)]);
Claim.All(
    Claim.Close(digitsWith, 2, "784-128-10: two forwards with ∂L/∂X"),
    Claim.Close(digitsWithout, 1.0126, 1e-4, "and nearly one without"),
    Claim.Close(squareWith, 2, "256-256-256: two with ∂L/∂X"),
    Claim.Close(squareWithout, 1.5, "one and a half without: 1.5"),
    Claim.That(digits.ParameterCount == 101_770, "785 · 128 + 129 · 10 = 101,770"),
    Claim.Close(2 * digits.ParameterCount, 203_540, "203,540 forwards, one gradient"))
