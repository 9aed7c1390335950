// %% column-and-row-claim after=batch-read
Claim.All(
    Claim.Close(X.Column(1), [[1], [0], [0], [0]], "example 2 is (1, 0, 0, 0)ᵀ"),
    Claim.Shape(X.Column(1), 4, 1, "a column"),
    Claim.Close(X.Row(2), [[1, 0, 2]], "feature 3 is (1, 0, 2)"),
    Claim.Shape(X.Row(2), 1, 3, "a row"))

// %% quarters-claim after=parameters
Claim.Close(Matrix.Sigmoid(ln3 * Matrix.Row(-1, 0, 1)), [[0.25, 0.5, 0.75]],
    "σ of −ln 3, 0 and ln 3 is ¼, ½ and ¾")

// %% forward-z-claim after=broadcast
Claim.All(
    Claim.Shape(b1 * u, 2, 3, "b₁u has the shape of Z"),
    Claim.Shape(Z, 2, 3, "Z: hidden units × examples"),
    Claim.Close(Z / ln3, [[0, 1, -1], [-1, 0, 1]], "Z / ln 3, by hand"),
    Claim.Shape(b1, 2, 1, "b₁ alone does not fit the 2 × 3 of W₁X"),
    Claim.Close(W1 * X + b1, Z, "W₁X + b₁ in code is W₁X + b₁u on paper"))

// %% forward-a-claim after=forward-a-code
Claim.All(
    Claim.Shape(A, 2, 3, "A has the shape of Z"),
    Claim.Close(A, [[0.5, 0.75, 0.25], [0.25, 0.5, 0.75]],
        "A, entry by entry: [0.5, 0.75, 0.25; 0.25, 0.5, 0.75]"))

// %% forward-loss-claim after=forward-function-code
Claim.All(
    Claim.Shape(yHat, 1, 3, "ŷ: outputs × examples"),
    Claim.Close(yHat, [[2, 2, -1]], "ŷ = (2, 2, −1)"),
    Claim.Close(e, [[-1.5, 3, -3]], "the errors are (−1½, 3, −3)"),
    Claim.Close(L, 3.375, "L = (1.125 + 4.5 + 4.5) / 3 = 3.375"),
    Claim.Close(TwoLayers(W1, b1, w2, b2).L, L, "the function gives the same loss"))

// %% nudge-claim after=nudge-seen
Claim.Close(change, 2 * 0.01, 1e-3, "0.01 more weight: the loss rises by about 0.02")

// %% backward-1-claim after=backward-1-wrong
Claim.All(
    Claim.Shape(delta2, 1, 3, "δ₂ has the shape of ŷ"),
    Claim.Close(delta2, [[0.5, -1, 1]], "δ₂ = (½, −1, 1)"),
    Claim.Close(2.0 / m * (yHat - y), [[1, -2, 2]], "without the ½: (1, −2, 2)"))

// %% backward-2-claim after=backward-2-seen
Claim.All(
    Claim.Shape(dw2, 1, 2, "∂L/∂w₂ has the shape of w₂"),
    Claim.Close(dw2, [[-0.25, 0.375]], "∂L/∂w₂ = (−¼, ⅜)"),
    Claim.Shape(db2, 1, 1, "∂L/∂b₂ has the shape of b₂"),
    Claim.Close(db2, [[0.5]], "∂L/∂b₂ = ½ − 1 + 1 = ½"),
    Claim.Shape(dA, 2, 3, "∂L/∂A has the shape of A"),
    Claim.Close(dA, [[2, -4, 4], [-2, 4, -4]], "∂L/∂A = w₂ᵀδ₂: [2, −4, 4; −2, 4, −4]"))

// %% backward-3-claim after=backward-3-identity
Mat I = Matrix.Of(new double[,] { { 1, 0, 0 }, { 0, 1, 0 } });
Claim.All(
    Claim.Close(slope, [[0.25, 0.1875, 0.1875], [0.1875, 0.25, 0.1875]],
        "σ′(Z): all 6 numbers"),
    Claim.Shape(delta1, 2, 3, "δ₁ has the shape of Z"),
    Claim.Close(delta1, [[0.5, -0.75, 0.75], [-0.375, 1, -0.75]],
        "δ₁, entry by entry: [0.5, −0.75, 0.75; −0.375, 1, −0.75]"),
    Claim.Close(dA.Hadamard(A).Hadamard(I - A), [[0.5, 2.25, -0.25], [0.125, 1, 2.25]],
        "the identity: [0.5, 2.25, −0.25; 0.125, 1, 2.25]").AsMistake())

// %% day-claim after=examples-seen
Mlp<double> stepped = network.Copy();
stepped.Backward(new HalfSquaredError<double>().Gradient(stepped.Forward(X), y));
new GradientDescent<double>(0.1).Step(stepped);
Mat afterOne = stepped.Forward(X);
double DayTwo(params double[] votes)               // after a step, if days have no vote
{
    Mlp<double> net = network.Copy();
    Mat all = new HalfSquaredError<double>().Gradient(net.Forward(X), y);
    net.Backward(all.Hadamard(Matrix.Row(votes)));
    new GradientDescent<double>(0.1).Step(net);
    return net.Forward(X)[0, 1];
}
Claim.All(
    Claim.Close(network.Forward(X), [[2, 2, -1]], "before the step: 2, 2, −1"),
    Claim.Close(afterOne, [[1.245, 1.79, -1.904]], 5e-4, "after it, day 2: 1.79"),
    Claim.Close(new HalfSquaredError<double>().Value(afterOne, y), 2.543, 5e-4,
        "the loss after it: 2.54"),
    Claim.Close(delta1.Hadamard(Matrix.Column(1, 1) * X.Row(0)),
        [[0, -0.75, 1.5], [0, 1, -1.5]],
        "the days' shares in the weights of the fairs: [0, −0.75, 1.5; 0, 1, −1.5]"),
    Claim.Close([DayTwo(0, 1, 1), DayTwo(1, 1, 0)], [1.94, 2.34], 5e-3,
        "day 2 after a step if day 1 has no vote: 1.94, day 3: 2.34"))

// %% backward-4-claim after=examples-seen
Mat[] Shares(Mat X, Mat y)                         // of ∂L/∂W₁: one for each example
{
    Mat A = Matrix.Sigmoid(W1 * X + b1 * u);
    Mat delta2 = 1.0 / m * (w2 * A + b2 * u - y);
    Mat delta1 = (w2.T * delta2).Hadamard(A).Hadamard(1 - A);
    return [.. Enumerable.Range(0, m).Select(i =>
        delta1.Column(i) * X.Column(i).T)];        // (2 × 1)(1 × 4) = 2 × 4
}
Mat[] given = Shares(X, y), content = Shares(X, Matrix.Row(0.5, 5, -1));
Claim.All(
    Claim.Shape(dW1, 2, 4, "∂L/∂W₁ has the shape of W₁"),
    Claim.Close(dW1, [[0.75, 0.5, 2, 1.25], [-0.5, -0.375, -1.875, -1.125]],
        "∂L/∂W₁: all 8 numbers"),
    Claim.Shape(db1, 2, 1, "∂L/∂b₁ has the shape of b₁"),
    Claim.Close(db1, [[0.5], [-0.125]], "∂L/∂b₁ = (½, −⅛)ᵀ"),
    Claim.Close(given[0] + given[1] + given[2], dW1,
        "the three shares add up to ∂L/∂W₁"),
    Claim.That(new[] { 0, 1 }.All(unit => given[1][unit, 0] * given[2][unit, 0] < 0),
        "examples 2 and 3 pull the weights of feature 1 against each other"),
    Claim.Close(content[2], Matrix.Zeros<double>(2, 4), "y₃ = ŷ₃: it pulls nothing"),
    Claim.Shape(delta1 * X.T, 2, 4,
        "δ₁Xᵀ does not fit b₁").AsMistake(),
    Claim.Shape(delta1 * u.T, 2, 1, "δ₁uᵀ fits"),
    Claim.Shape(X * delta1.T, 4, 2, "Xδ₁ᵀ does not fit W₁").AsMistake())

// %% numeric-claim after=numeric-seen
Claim.All(
    Claim.Close(numericW1, dW1, 1e-8, "∂L/∂W₁, nudged"),
    Claim.Close(NumericGradient.Of(b1, b => TwoLayers(W1, b, w2, b2).L), db1, 1e-8,
        "∂L/∂b₁, nudged: [0.5; −0.125]"),
    Claim.Close(NumericGradient.Of(w2, w => TwoLayers(W1, b1, w, b2).L), dw2, 1e-8,
        "∂L/∂w₂, nudged: (−0.25, 0.375)"),
    Claim.Close(NumericGradient.Of(b2, b => TwoLayers(W1, b1, w2, b).L), db2, 1e-8,
        "∂L/∂b₂, nudged: 0.5"))

// %% signatures-claim after=signatures-read
Mat Wrong(int k) => passes[k].dW1;
Claim.All(
    Claim.Close(Wrong(0), dW1, "no mistake: ∂L/∂W₁"),
    Claim.Close(Wrong(1), 3 * dW1, "no 1/m: 3 ∂L/∂W₁").AsMistake(),
    Claim.Close(Wrong(2), 2 * dW1, "no ½: 2 ∂L/∂W₁").AsMistake(),
    Claim.Close(Wrong(3), -dW1, "wrong sign").AsMistake(),
    Claim.Close(
        Wrong(4).Row(0), 1.00625 * dW1.Row(0), "w₂ first, row 1").AsMistake(),
    Claim.Close(
        Wrong(4).Row(1), 1.009375 * dW1.Row(1), "w₂ first, row 2").AsMistake(),
    Claim.Close(
        Wrong(5), [[4, 2, 10, 6], [-4, -2, -10, -6]],
        "σ′ forgotten: [4, 2, 10, 6; −4, −2, −10, −6]").AsMistake())

// %% library-claim after=library-seen
var (layer1, layer2) = (network.Layers[0], network.Layers[1]);
Claim.All(
    Claim.Close(loss.Value(output, y), L, "L"),
    Claim.Close(layer1.Preactivation, Z, "Z: all 6 numbers"),
    Claim.Close(layer1.Output, A, "A: [0.5, 0.75, 0.25; 0.25, 0.5, 0.75]"),
    Claim.Close(output, yHat, "ŷ: (2, 2, −1)"),
    Claim.Close(layer2.Delta, delta2, "δ₂: (0.5, −1, 1)"),
    Claim.Close(layer2.WeightGradient, dw2, "∂L/∂w₂: (−0.25, 0.375)"),
    Claim.Close(layer2.BiasGradient, db2, "∂L/∂b₂: 0.5"),
    Claim.Close(layer1.Delta, delta1, "δ₁: [0.5, −0.75, 0.75; −0.375, 1, −0.75]"),
    Claim.Close(layer1.WeightGradient, dW1, "∂L/∂W₁: all 8 numbers"),
    Claim.Close(layer1.BiasGradient, db1, "∂L/∂b₁: [0.5; −0.125]"))

// %% step-ratio-claim after=step-seen
Claim.All(
    Claim.Close(gradientSquared, 12.265625, "‖∇L‖² = 12.265625"),
    Claim.Close(Kept(0.002), 0.993, 5e-4, "α = 0.002: 0.993 of the promise is kept"),
    Claim.Close(Kept(0.02), 0.930, 5e-4, "α = 0.02: 0.930"),
    Claim.Close(Kept(0.2), 0.426, 5e-4, "α = 0.2: 0.426"),
    Claim.Close(LossAfterStep(0.02), 3.147, 5e-4, "α = 0.02: L = 3.147, not 3.13"))

// %% thousand-claim after=thousand-seen
Claim.All(
    Claim.Close(losses[0], 3.375, "step 0: L = 3.375"),
    Claim.Close(losses[100], 0.0015, 5e-5, "step 100: L = 0.0015"),
    Claim.That(losses[400] is > 1e-13 and < 1e-12, "step 400: between 1e−13 and 1e−12"),
    Claim.Within(0.01, losses[400] / losses[500], 1250, "100 steps divide L by"),
    Claim.That(losses[1000] < 1e-27, "step 1000: L is below 1e−27, near 1e−29"),
    Claim.Close(trained.Forward(X), y, "the predictions are the targets"))

// %% before-after-claim after=before-after-activations-seen
Mat change1 = W1After - W1, AAfter = trained.Layers[0].Output;
Claim.All(
    Claim.Close(change1[0, 2], -1.295, 5e-4, "rain, upper unit: −1.295"),
    Claim.Close(change1[1, 2], 1.52, 5e-3, "rain, lower unit: +1.52"),
    Claim.That(new[] { 0, 1, 3 }.All(j => change1.Column(j).Map(Math.Abs).Max() < 1),
        "the weights of the other features have moved less"),
    Claim.Close(AAfter, [[0.306, 0.888, 0.038], [0.396, 0.169, 0.950]], 5e-4,
        "A after a thousand steps: [0.306, 0.888, 0.038; 0.396, 0.169, 0.95]"),
    Claim.Close(Matrix.Row(18, 0) * A - 8.5, y, "the first A fits y as well"))
