// %% structure-claim after=structure-seen
Claim.All(
    Claim.Close(a1, [[3], [0], [1]], "a₁ = relu(3, −1, 1) = (3, 0, 1)"),
    Claim.Close(z2, [[8], [1]], "z₂ = (8, 1), so a₂ is the same"),
    Claim.Close(yHat, [[6]], "ŷ = 8 − 2 = 6"),
    Claim.Close(a1Nudged - a1, [[0.01], [0], [0]],
        "Q and R do not feel P: [0.01; 0; 0]"),
    Claim.Close(changeOfZ2, 0.01 * W2.Column(0), "S and T do: 0.01 w_SP, 0.01 w_TP"))

// %% hand-claim after=hand-weights-seen
double Loss(Mat W1, Mat W2, Mat W3)
{
    Mat error = W3 * Matrix.Relu(W2 * Matrix.Relu(W1 * x)) - y;
    return 0.5 * error.Hadamard(error).Sum();
}
Claim Nudged(Mat W, Func<Mat, double> f, Mat byRule,
    string what) => Claim.Close(NumericGradient.Of(W, f), byRule, 1e-8, what);
Claim.All(
    Claim.Close(d2, [[2], [-4]], "δ₂ = (2, −4)ᵀ"),
    Claim.Close(d1, [[2], [0], [6]], "δ₁ = (2, 0, 6)ᵀ"),
    Claim.Close(d3 * a2.T, [[16, 2]], "∂L/∂W₃: (16, 2)"),
    Claim.Close(d2 * a1.T, [[6, 0, 2], [-12, 0, -4]], "∂L/∂W₂: [6, 0, 2; −12, 0, −4]"),
    Claim.Close(d1 * x.T, [[2, 4], [0, 0], [6, 12]], "∂L/∂W₁: [2, 4; 0, 0; 6, 12]"),
    Claim.Close(W1.T * d1, [[-4], [8]], "∂L/∂x = (−4, 8)ᵀ, one step further"),
    Nudged(W3, W => Loss(W1, W2, W), d3 * a2.T, "∂L/∂W₃, nudged: (16, 2)"),
    Nudged(W2, W => Loss(W1, W, W3), d2 * a1.T,
        "∂L/∂W₂, nudged: [6, 0, 2; −12, 0, −4]"),
    Nudged(W1, W => Loss(W, W2, W3), d1 * x.T,
        "∂L/∂W₁, nudged: [2, 4; 0, 0; 6, 12]"))

// %% general-claim after=library-check-seen
Mat Delta(int l) => network.Layers[l - 1].Delta;
Claim.All(
    Claim.Shape(Delta(1), 5, 6, "δ₁: units of layer 1 × examples"),
    Claim.Shape(Delta(2), 4, 6, "δ₂"),
    Claim.Shape(Delta(3), 2, 6, "δ₃"),
    Claim.That(network.ParameterCount == 54, "54 weights and biases"),
    Claim.That(check.LargestRelativeError < 1e-8, "central differences: eight digits"),
    Claim.Close(network.Layers[0].Weights.T * Delta(1),
        network.Backward(loss.Gradient(network.Forward(X), Y)), "∂L/∂X = W₁ᵀδ₁"),
    Claim.That(Delta(1).Map(Math.Abs).Mean() < Delta(3).Map(Math.Abs).Mean() / 3,
        "the mean of |δ| in layer 1 is below a third of that in layer 3"))

// %% backward-claim after=backward-nudged
Claim.That(new[] { 1, 2, 3 }.All(l => dW[l].MaxAbsoluteDifference(Nudged(l).W) < 1e-8
        && db[l].MaxAbsoluteDifference(Nudged(l).b) < 1e-8),
    "`backward` and nudging agree in each of the 54 slopes, to eight digits")

// %% cost-claim after=cost
double BackwardInForwards(params int[] n)          // without ∂L/∂X
{
    double forward = 0;                            // multiplications per example
    for (int l = 1; l < n.Length; l++) forward += n[l] * n[l - 1];
    return (2 * forward - n[1] * n[0]) / forward;
}
Mlp<double> digits = Mlp.Create<double>(
    784, [new(128, Activation.Relu), new(10, Activation.Identity)]);
Claim.All(
    Claim.Close(BackwardInForwards(784, 128, 10), 1.0126, 1e-4,
        "784-128-10: hardly more than one forward pass"),
    Claim.Close(BackwardInForwards(256, 256, 256), 1.5, "256-256-256: one and a half"),
    Claim.That(digits.ParameterCount == 101_770, "785 · 128 + 129 · 10 = 101,770"))

// %% top-claim after=softmax-seen
SoftmaxCrossEntropy<double> crossEntropy = new();
BinaryCrossEntropy<double> yesNo = new();
Mat logits = Matrix.Column(0, Math.Log(2), 0), oneHot = Matrix.Column(1, 0, 0);
Mat two = Matrix.Column(1, -2), twoTrue = Matrix.Column(0, 1);
Claim.All(
    Claim.Close(prob, [[0.25], [0.5], [0.25]], "p = (¼, ½, ¼)"),
    Claim.Close(entryByEntry, [[-0.75], [0], [0]], "entry by entry: (−¾, 0, 0)")
        .AsMistake(),
    Claim.Close(J.T * dp, prob - oneHot, "with the Jacobian: (−¾, ½, ¼)"),
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

// %% wrong-claim after=checkpoint-2-help
Mat Draw(int seed) => Matrix.Normal<double>(4, 4, seed);
Mlp<double> four = new([new(Draw(31), Matrix.Zeros<double>(4, 1), Activation.Tanh),
    new(Draw(32), Matrix.Zeros<double>(4, 1), Activation.Sigmoid),
    new(Draw(33), Matrix.Zeros<double>(4, 1), Activation.Identity)]);
Mat fourX = Matrix.Normal<double>(4, 6, seed: 41);
Mat top = loss.Gradient(four.Forward(fourX), Matrix.Normal<double>(4, 6, seed: 42));
four.Backward(top);
Mat A(int l) => l == 0 ? fourX : four.Layers[l - 1].Output;
Mat W(int l) => four.Layers[l - 1].Weights;
Mat Slope(int l) => l == 1 ? 1 - A(1).Hadamard(A(1)) : A(2).Hadamard(1 - A(2));
Mat Back(int l, Mat δ) => (W(l + 1).T * δ).Hadamard(Slope(l));

// How far W₃, b₃, W₂, b₂, W₁, b₁ are from the right ones
double[] Off(Mat δ, Func<int, Mat, Mat> back, int late = 0, bool mean = false)
{
    List<double> off = [];
    for (int l = 3; l >= 1; l--)
    {
        if (l < 3) δ = back(l, δ);
        Mat dW = δ * A(l - 1 + late).T, db = mean ? δ.RowMeans() : δ.RowSums();
        Dense<double> right = four.Layers[l - 1];
        off.Add((dW - right.WeightGradient).Norm() / right.WeightGradient.Norm());
        off.Add((db - right.BiasGradient).Norm() / right.BiasGradient.Norm());
    }
    return [.. off];
}
Claim.All(
    Claim.Close(Off(top, Back), [0, 0, 0, 0, 0, 0], "right: as the library"),
    Claim.Close(Off(top, (l, δ) => W(l + 1).T * δ), [0, 0, 9.1, 7.3, 24.7, 23.7], 0.05,
        "I, no g′").AsMistake(),
    Claim.Close(Off(top, Back, mean: true), [0, 0.83, 0, 0.83, 0, 0.83], 0.005,
        "II, the mean").AsMistake(),
    Claim.Close(Off(6 * top, Back), [5, 5, 5, 5, 5, 5], "III, no 1/m").AsMistake(),
    Claim.Close(Off(top, (l, δ) => ((W(l + 1) - 0.1 * δ * A(l).T).T * δ)
            .Hadamard(Slope(l))), [0, 0, 0.15, 0.12, 0.09, 0.09], 0.005,
        "IV, W changed first").AsMistake(),
    Claim.Close(Off(top, Back, late: 1), [3.5, 0, 0.71, 0, 1.5, 0], 0.05,
        "V, its own output").AsMistake(),
    Claim.Close(Off(top, (l, δ) => (W(l + 1) * δ).Hadamard(Slope(l))),
        [0, 0, 0.98, 0.77, 1.3, 1.3], 0.05, "VI, no transpose").AsMistake())

// %% learnt-claim after=wrong-learn-seen
double[][] Of(int mistake) => learnt[                    // [rate][start]
    Array.FindIndex(passes, pass => pass.Name.StartsWith($"{mistake}:"))];
Claim.All(
    Claim.That(new[] { learnt[0], Of(3), Of(5), Of(7) }.All(rates =>
        rates[0].Min() > 0.965),
        "the right pass, and the mistakes 3, 5 and 7: 95 % and more from each start"),
    Claim.That(Of(1)[2].Min() > 0.965, "no 1/m: at 0.01"),
    Claim.That(new[] { Of(4), Of(6) }.All(rates => rates.Max(runs => runs.Max()) < 0.9),
        "no g′, and A of its own layer: less than 90 % at each rate"),
    Claim.Close([learnt[0][0].Average(), Of(3)[0].Average()], [0.987, 0.987], 5e-4,
        "98.7 %"))

// %% deep-claim after=moved-seen
Claim.All(
    Claim.That(deepSigmoid.Moved[0] < 1e-12,
        "σ: the first layer is what it was, to twelve digits"),
    Claim.That(deepSigmoid.Moved[..19].Max() < 0.01 && deepSigmoid.Moved[19] > 0.04,
        "σ: the last one has moved, the others by less than 1 %"),
    Claim.That(spread < 1e-8, "σ: A₁₈ is the same for all points, to eight digits"),
    Claim.Close(deepSigmoid.Losses[^1], Math.Log(2), 0.05, "σ: the loss stays at ln 2"),
    Claim.That(
        deepRelu.Moved.Concat(deepTanh.Moved).All(moved => moved is > 0.01 and < 0.4),
        "ReLU and tanh: every layer has moved, by 1 to 40 %"),
    Claim.That(new[] { deepRelu, deepTanh }.All(run =>
        Metrics.Accuracy(run.Net, rings) == 1 && run.Losses[^1] < 0.01),
        "ReLU and tanh: all points right"),
    Claim.Close(Metrics.Accuracy(deepSigmoid.Net, rings), 0.5, "σ: one answer"))

// %% vanishing-theory-claim after=vanishing-theory
double[] first = [.. starts.Select(start => start.Mean[19])], tanh = starts[1].Mean;
double[] steps = [.. tanh.Skip(1).Zip(tanh, (next, mean) => next / mean)];  // by layer
double xavier = starts[2].Runs[0][^1], he = starts[3].Runs[0][^1];         // seed 1
double twice = starts[4].Runs[0][^1];
Claim.All(
    Claim.Within(0.05, first, [1e-12, 0.18, 1.2e-3, 0.88, 640], "‖δ₁‖/‖δ₂₀‖"),
    Claim.Close([steps.Min(), steps.Max()], [0.68, 0.98], 0.005,
        "tanh: a layer's factor is from 0.68 to 0.98"),
    Claim.Close(he / xavier, Math.Pow(2, 9.5), 1e-9, "He / Xavier = 2^9.5"),
    Claim.Close(twice / he, Math.Pow(2, 9.5), 1e-9, "2/√n / He = 2^9.5"),
    Claim.Close(Math.Pow(first[3], 1 / 19.0), 0.99, 0.005, "ReLU, He: 0.99 per layer"),
    Claim.That(starts[0].Runs.All(run => run[^1] < Math.Pow(0.25, 19)), "σ: below ¼¹⁹"))
