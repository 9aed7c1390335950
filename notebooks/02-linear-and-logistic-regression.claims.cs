// %% unit-claim after=unit-code
Mat x1 = Matrix.Column(1, 6.3, 3.3, 6.0, 2.5), β = Matrix.Column(b, -1, 0, 1, 2);
Claim.All(
    Claim.Close(flower, [[6.3], [3.3], [6.0], [2.5]], "the flower: [6.3; 3.3; 6; 2.5]"),
    Claim.Close(s, 0.7, "unit form: ⟨w, x⟩ + b = 0.7"),
    Claim.That(iris.Targets[2, 100] == 1, "and it is a virginica"),
    Claim.Close((x1.T * β)[0, 0], 0.7, "linear model: xᵀβ = 0.7"),
    Claim.Close((w * flower)[0, 0], 4.7, "without the 1, and so without b").AsMistake())

// %% error-claim after=library-number
Mat minusE = 0.5 * x - 1 - y;                         // s − y
double right = minusE.Hadamard(x).Mean();
double Half(double s) => 0.5 * (2.5 - s) * (2.5 - s);
double GradientOf(string name) =>
    score.Circuit().Single(value => value.Name == name).Gradient;
Claim.All(
    Claim.Close(halfSquare.Data, 0.125, "L = ½ · 0.5²"),
    Claim.Close(score.Gradient, -0.5, "∂L/∂s = −e: −0.5"),
    Claim.Close(GradientOf("b"), -0.5, "∂L/∂b = −e · 1"),
    Claim.Close(GradientOf("w"), -3, "∂L/∂w = −e · x: −3"),
    Claim.Close((Half(2 + 1e-5) - Half(2 - 1e-5)) / 2e-5, -0.5, 1e-9,
        "by nudging: −0.5"),
    Claim.Close(only.WeightGradient[0, 0], right, "Mlp's ∂L/∂w: −0.943"),
    Claim.Close(only.BiasGradient[0, 0], minusE.Mean(), "and ∂L/∂b"),
    Claim.Close([dw[0, 0], db[0, 0]], [right, minusE.Mean()], "both as by `gradient`"),
    Claim.Close(minusE.Hadamard(x).Sum() / right, 150, 1e-9, "the sum: 150 times")
        .AsMistake(),
    Claim.That(check.LargestRelativeError < 1e-7, "nudging gives the same slopes"))

// %% two-ways-claim after=two-ways-code
Claim.All(
    Claim.Close(wBest, 0.4158, 5e-5, "w = 0.4158, by the formula"),
    Claim.Close(bBest, -0.3631, 5e-5, "b = −0.3631"),
    Claim.Close(slow[100].b / bBest, 0.79, 5e-3,
        "after 100 steps b is at 0.79 of that"),
    Claim.Close(slow[1000].w, wBest, 1e-6, "after 1000, descent has the same w"),
    Claim.Close(slow[1000].b, bBest, 1e-6, "and the same b"),
    Claim.Close(wBest * 6 + bBest, 2.13, 5e-3, "6 cm long: 2.13 cm wide"))

// %% gaussian-claim after=gaussian-seen
double MinusLogP(double w, double b, double variance) => (y - (w * x + b)).Map(
    e => e * e / (2 * variance) + 0.5 * Math.Log(2 * Math.PI * variance)).Mean();
double Constant(double w, double b) =>
    MinusLogP(w, b, 0.2) - halfSquared.Value(w * x + b, y) / 0.2;
double MeanOf(int k) => errors[(50 * k)..(50 * k + 50)].Average();
double SdOf(int k) => Math.Sqrt(
    errors[(50 * k)..(50 * k + 50)].Average(e => e * e) - MeanOf(k) * MeanOf(k));

Claim.All(
    Claim.Close([MeanOf(0), MeanOf(1), MeanOf(2)], [0.001, -0.082, 0.081], 1e-3,
        "mean of the errors, by species"),
    Claim.Close([SdOf(0), SdOf(1), SdOf(2)], [0.105, 0.127, 0.293], 5e-4,
        "sd of the errors about the mean of the species"),
    Claim.Close(variance, 0.0421, 5e-5, "the variance: 0.0421 cm²"),
    Claim.Close(sdError, 0.2051, 5e-5, "sd = 0.2051 cm"),
    Claim.Close(Constant(0.5, -1), Constant(0.3, 0),
        "−ln p less loss/sd² is the same for every line"))

// %% rate-claim after=rate-seen
double Growth((double w, double b)[] path) =>
    (path[150].w - path[149].w) / (path[149].w - path[148].w);
double[] grows = [.. Enumerable.Range(0, 150).Select(k =>
    LineLoss(above[k + 1].w, above[k + 1].b) / LineLoss(above[k].w, above[k].b))];
Claim.All(
    Claim.Close([grows[0], grows[149]], [1.041, 1.043], 5e-4,
        "0.112: a step multiplies the loss by 1.041, later by 1.043"),
    Claim.Close(raw.Large, 18.05, 5e-3, "the larger curvature: 18.05"),
    Claim.Close(raw.Small, 0.1715, 5e-5, "the smaller: 0.1715"),
    Claim.Close(raw.Large / raw.Small, 105, 0.5 / 105, "their ratio: about 105"),
    Claim.Close(2 / raw.Large, 0.111, 5e-4, "the limit: α < 0.111"),
    Claim.That(LineLoss(below[150].w, below[150].b) < 0.1, "0.110: it comes down"),
    Claim.Within(0.01, LineLoss(above[150].w, above[150].b) / LineLoss(0, 0), 520,
        "0.112: after 150 steps the loss is larger, times"),
    Claim.Close(Growth(above), 1 - 0.112 * raw.Large, 1e-3,
        "0.112: a step is −1.021 times the one before"),
    Claim.Close(1 - 0.110 * raw.Large, -0.985, 5e-4, "0.110: −0.985 times"))

// %% ravine-claim after=best-rate-seen
double Larger(double alpha) =>
    Math.Max(Math.Abs(1 - alpha * raw.Large), Math.Abs(1 - alpha * raw.Small));
double Excess(double alpha, int steps) => new[] { raw.Large, raw.Small }.Sum(λ =>
{
    var (v, d) = (λ - 1, mx);                       // Hv = λv, and the way to (0, 0)
    double start = -(wBest * v + bBest * d) / double.Hypot(v, d);
    return 0.5 * λ * Math.Pow(start * Math.Pow(1 - alpha * λ, steps), 2);
});
Claim.All(
    Claim.Close(bestRate, 0.10978, 5e-6, "both factors equal: α = 0.10978"),
    Claim.Close(Larger(bestRate), 0.981, 5e-4, "there a step leaves 0.981"),
    Claim.Close(Larger(0.056), 0.99, 2e-3, "at 0.056: 99 % of the flat distance"),
    Claim.Close(
        new[] { 0.056, 0.08, 0.1, 0.108, bestRate }.Select(α => (double)StepsNeeded(α)),
        [266, 186, 149, 138, 242], 0.5, "steps to 1e−4 above the least loss"),
    Claim.Close(Excess(0.1, 50) + LineLoss(wBest, bBest),
        LineLoss(slow[50].w, slow[50].b), 1e-9, "the formula has the loss of the walk"),
    Claim.That(Excess(bestRate, 9000) < Excess(0.108, 9000),
        "0.1098 is better than 0.108 in the long run"),
    Claim.Close([0.108 * raw.Large - 1, bestRate * raw.Large - 1], [0.949, 0.981], 5e-4,
        "of the steep distance a step leaves 0.949 at 0.108, 0.981 at 0.1098"))

// %% standardize-claim after=standardize-seen
var (w1, b1) = LinePath(xStd, alpha: 1, steps: 1)[1];
double[] Losses(Mat x) => [.. LinePath(x, alpha: 0.1, steps: 40)
    .Select(p => halfSquared.Value(p.w * x + p.b, y))];
double[] rawLosses = Losses(x), round = Losses(xStd);
double[] over = [.. rawLosses.Select(l => l - least)];
double[] kept = [.. Enumerable.Range(0, 40).Select(k => over[k + 1] / over[k])];
double[] keptRound = [.. Enumerable.Range(0, 40).Select(k =>
    (round[k + 1] - least) / (round[k] - least))];
Claim.All(
    Claim.Close([keptRound[0], keptRound[39]], [0.81, 0.81], 1e-6,
        "standardized: each step leaves 0.81"),
    Claim.Close([kept[0], kept[39]], [0.65, 0.97], 0.005, "raw: 0.65, then 0.97"),
    Claim.Close(Enumerable.Range(1, 40).First(k => round[k] < rawLosses[k]), 24,
        "from step 24 on, the standardized loss is the lower one"),
    Claim.Close(Condition(xStd), 1, 1e-6, "condition number 1"),
    Claim.Close(Condition(x - μ), 3.10, 5e-3,
        "only shifted, not divided: 3.10"),
    Claim.Close(w1 / sd, wBest, 1e-9, "one step: w′/sd is the best w"),
    Claim.Close(b1 - w1 * μ / sd, bBest, 1e-9, "and b′ − w′μ/sd is the best b"))

// %% labels-claim after=labels-seen
double LineAt(double v) => label.Mean() + slope * (v - cm.Mean());
Claim.All(
    Claim.Close(LineAt(2.5), 1.3, 0.05, "the line at 2.5 cm: 1.3"),
    Claim.That(LineAt(1.0) < 0, "and at 1.0 cm less than 0"),
    Claim.That(Share(1.4) < 0.1 && Share(1.9) > 0.9, "it rises from 1.4 to 1.9 cm"),
    Claim.Close(Sigma(Math.Log(3)), 0.75, "σ(ln 3) = ¾"),
    Claim.Close(Sigma(-Math.Log(3)), 0.25, "σ(−ln 3) = ¼"))

// %% bernoulli-claim after=bernoulli-seen
Claim.All(
    Claim.Close(LogLikelihood(ln3), -0.2877, 5e-5, "ln P = ln ¾ = −0.2877"),
    Claim.Close(-LogLikelihood(ln3), 0.2877, 5e-5, "the loss is 0.2877"))

// %% graph-claim after=table-seen
Claim.All(
    Claim.Close(row.s / ln3, 1, "row 1, forward: s = ln 3, one number"),
    Claim.Close(row.p, 0.75, "row 2: p = ¾, and the label is 1"),
    Claim.Close(row.lnP, Math.Log(0.75), "row 3: ln P = ln ¾"),
    Claim.Close(row.dp, 4.0 / 3, "row 3, backward: 1/p = 4/3"),
    Claim.Close(row.ds, 0.25, "row 2: 4/3 · 3/16 = ¼"),
    Claim.Close(row.dw, [[0.5], [-0.25]], "row 1: ∂ ln P/∂w = (½, −¼)ᵀ"),
    Claim.Close(row.db, 0.25, "row 1: ∂ ln P/∂b = ¼"),
    Claim.Close(-LogLikelihood(ln3 + row.ds / 2), 0.2579, 5e-5, "½ added: it falls"),
    Claim.Close(-LogLikelihood(ln3 - row.ds / 2), 0.3204, 5e-5,
        "½ subtracted: it rises").AsMistake())

// %% simplify-claim after=simplify-lines
double[] ps = Linspace.Of(0.01, 0.99, 99);
double AtScore(double score, double truth)          // the formula as gates
{
    Value s = new(score, "s"), y = new(truth, "y"), p = Value.Sigmoid(s);
    (y * Value.Log(p) + (1 - y) * Value.Log(1 - p)).Backward();
    return s.Gradient;
}
Claim.All(
    Claim.Close(
        ps.Select(p => Unsimplified(1, p)), ps.Select(p => 1 - p), "y = 1: 1 − p"),
    Claim.Close(
        ps.Select(p => Unsimplified(0, p)), ps.Select(p => 0 - p), "y = 0: 0 − p"),
    Claim.Close(ps.Select(p => Unsimplified(0.3, p)), ps.Select(p => 0.3 - p),
        "and a y between: 0.3 − p"),
    Claim.Close(AtScore(-6, 1), 0.9975, 5e-5, "on the graph, s = −6, y = 1: 0.9975"),
    Claim.Close(AtScore(-6, 1), 1 - Sigma(-6), "which is y − p"),
    Claim.Close(AtScore(2, 0), 0 - Sigma(2), "s = 2, y = 0: y − p again"),
    Claim.Close(AtScore(2, 0.3), 0.3 - Sigma(2), "and y = 0.3"))

// %% from-logits-claim after=from-logits-seen
double[] three = [FromLogit(2, 1), FromLogit(-1, 0), FromLogit(0, 1)];
Claim.All(
    Claim.Close(three, [0.1269, 0.3133, 0.6931], 5e-5, "the loss of three examples"),
    Claim.Close(FromLogit(-1, 0), FromProbability(-1, 0), "both forms agree"),
    Claim.Close(new BinaryCrossEntropy<double>().Value(
        Matrix.Row(2, -1, 0), Matrix.Row(1, 0, 1)), three.Average(),
        "the library's loss of the three is their mean"),
    Claim.Close(-(1 * 0 - Math.Log(1 + Math.Exp(2))), 2.1269, 5e-5,
        "the third, with the s of the first in one place").AsMistake())

// %% slopes-claim after=slopes-seen
double[] far = Linspace.Of(-900, 900, 1801);
Claim.All(
    Claim.That(FromProbability(36, 1) < 1e-15 && double.IsNaN(FromProbability(37, 1)),
        "naive, sure and right: fine at s = 36, NaN from s = 37 on (y = 1)"),
    Claim.That(double.IsNaN(FromProbability(-1000, 0)), "and NaN at s = −1000 (y = 0)"),
    Claim.That(double.IsPositiveInfinity(FromProbability(37, 0))
        && double.IsPositiveInfinity(FromProbability(-1000, 1)),
        "naive, sure and wrong: ∞"),
    Claim.Within(0.01, Stable(36, 1), 2.3e-16, "sure and right at 36: 2.3e−16"),
    Claim.Close(FromLogit(36, 1), 0, "and 0 by the form from s").AsMistake(),
    Claim.Close(FromProbability(36, 0), 36.044, 5e-5,
        "naive at 36 (y = 0): 36.044, not 36"),
    Claim.Close(FromLogit(709, 0), 709, "notes', s = 709: still fine"),
    Claim.That(double.IsPositiveInfinity(FromLogit(710, 0))
        && double.IsPositiveInfinity(FromLogit(710, 1)), "s = 710: ∞, right or wrong"),
    Claim.That(double.IsNaN(Chain(37, 1)) && double.IsNaN(Chain(-1000, 0)),
        "chain rule to the letter, sure and right: NaN"),
    Claim.That(double.IsNaN(Chain(37, 0)) && double.IsNaN(Chain(-1000, 1)),
        "sure and wrong: NaN too"),
    Claim.That(double.IsNaN(Quotient(710, 1)), "e^s/(1 + e^s): NaN from s = 710 on"),
    Claim.That(far.All(s => double.IsFinite(Stable(s, 1) + Stable(s, 0))
        && double.IsFinite(MinusError(s, 1) + MinusError(s, 0))),
        "stable form and σ(s) − y: a number for every s"),
    Claim.Close(Stable(-1000, 1), 1000, "sure and wrong costs |s|: 1,000"),
    Claim.Close(crossEntropy.Value(Matrix.Row(-1000, 37), Matrix.Row(1, 1)), 500,
        "the library uses the stable form"))

// %% mistake-claim after=mistake-seen
Claim.All(
    Claim.Within(0.01, SquaredSlope(-10), -4.5e-5, "squared error: slope −4.5e−5"),
    Claim.Close(MinusError(-10, 1), -0.99995, 5e-6, "cross-entropy: slope −0.99995"),
    Claim.Within(1e-3, MinusError(-10, 1) / SquaredSlope(-10), 22028, "times steeper"),
    Claim.Close(quickSteps, 11, "cross-entropy: right after 11 steps of α = 1"),
    Claim.Within(1e-3, slowSteps, 22063, "squared error: steps until then"))

// %% one-loop-claim after=width-code
(double w, double b) Loop(Func<Mat, Mat> predict, Mat x, Mat y, double α, int steps)
{
    double w = 0, b = 0;
    for (int step = 0; step < steps; step++)
    {
        Mat minusE = predict(w * x + b) - y;
        (w, b) = (w - α * minusE.Hadamard(x).Mean(), b - α * minusE.Mean());
    }
    return (w, b);
}
Claim.All(
    Claim.Close(Loop(Matrix.Sigmoid, widthStd, label, 8, 1000).w, optimum.w, 1e-9,
        "with σ(s) the loop is `train`"),
    Claim.Close(Loop(s => s, x, y, 0.1, 1000).w, wBest, 1e-6,
        "with s it finds the line of section 3"))

// %% surface-claim after=surface-seen
Mat rest = Matrix.Sigmoid(optimum.w * widthStd + optimum.b) - label;
double StepLength(int step) => double.Hypot(gentle[step].w - gentle[step - 1].w,
    gentle[step].b - gentle[step - 1].b);
double Off((double w, double b)[] path) =>
    double.Hypot(path[200].w - optimum.w, path[200].b - optimum.b);
Claim.All(
    Claim.Close(Surface(0, 0), Math.Log(2), "knowing nothing costs ln 2"),
    Claim.Close(optimum.w, 5.472, 5e-4 / 5.472, "the lowest point: w = 5.472"),
    Claim.Close(optimum.b, 0.574, 5e-4, "b = 0.574"),
    Claim.Close(Surface(optimum.w, optimum.b), 0.1671, 5e-5, "loss 0.1671"),
    Claim.Close(rest.Hadamard(widthStd).Mean(), 0, 1e-9, "there ∂L/∂w = 0"),
    Claim.Close(rest.Mean(), 0, 1e-9, "and ∂L/∂b = 0"),
    Claim.That(StepLength(200) < StepLength(1) / 20, "½: the steps shrink"),
    Claim.That(Off(fast) < 0.2, "α = 2: within 0.2 of the lowest point"),
    Claim.Close(Off(gentle), 1.13, 5e-3, "½: still 1.13 away"),
    Claim.Close(Off(gentle) / double.Hypot(optimum.w, optimum.b), 0.2, 0.03,
        "½: a fifth of the way before it"),
    Claim.Close(Surface(gentle[200].w, gentle[200].b), 0.1724, 5e-5, "½: loss 0.1724"))

// %% curve-claim after=curve-seen
int rightOnes = cms.Zip(labels).Count(f => AtWidth(f.First) > 0.5 == (f.Second == 1));
Claim.All(
    Claim.Close(μw, 1.676, "μ = 1.676 cm"),
    Claim.Close(sdw, 0.42, 5e-3, "sd = 0.42 cm"),
    Claim.Close(1.676 - 0.42 * 0.574 / 5.47, boundary, 1e-3,
        "the rounded numbers give the same width"),
    Claim.Close([cms[..50].Min(), cms[..50].Max()], [1.0, 1.8], "versicolor 1–1.8 cm"),
    Claim.Close([cms[50..].Min(), cms[50..].Max()], [1.4, 2.5], "virginica 1.4–2.5 cm"),
    Claim.Close(boundary, 1.632, 5e-4 / 1.632, "the boundary: 1.632 cm"),
    Claim.Close(AtWidth(boundary), 0.5, 1e-9, "there p = ½"),
    Claim.Close(rightOnes, 94, "94 of 100 on the right side"),
    Claim.Close([AtWidth(1.5), AtWidth(1.8)], [0.15, 0.9], 5e-3,
        "p at 1.5 and at 1.8 cm"),
    Claim.Close(AtWidth(1.4), 0.047, 5e-4, "p of a flower of 1.4 cm"))

// %% four-features-claim after=four-features-picture
GradientCheckResult fourFeatures = GradientCheck.Run(
    Mlp.Create<double>(4, [new(1, Activation.Identity)], seed: 1), crossEntropy,
    scaled.Features, label);
Mat OfResample(int seed)                            // drawn again from the same flowers
{
    Random random = new(seed);
    Mlp<double> unit = Mlp.Create<double>(4, [new(1, Activation.Identity)]);
    Trainer.Fit(unit,
        scaled.Select([.. Enumerable.Range(0, 100).Select(_ => random.Next(100))]),
        crossEntropy, new GradientDescent<double>(learningRate: 2),
        new() { Epochs = 10_000, BatchSize = 100 });
    return unit.Layers[0].Weights;
}
Mat[] drawn = [.. Enumerable.Range(1, 20).Select(OfResample)];
Claim.All(
    Claim.Close(byWidth.Loss, 0.1671, 5e-5, "one feature, by the library: loss 0.1671"),
    Claim.Close(widthUnit.Layers[0].Weights[0, 0], optimum.w, 1e-6, "and the same w"),
    Claim.Close(byPetal.Loss, 0.1028, 5e-5, "two features: loss 0.1028"),
    Claim.That((byWidth.Wrong, byPetal.Wrong) == (6, 6), "as with one, 6 are wrong"),
    Claim.Close(byWidth.OfTruth, 0.9025, 5e-5, "mean probability of the truth: 0.9025"),
    Claim.Close(byPetal.OfTruth, 0.9350, 5e-5, "with two features: 0.9350"),
    Claim.Close(byFour.Loss, 0.0595, 5e-5, "four features: loss 0.0595"),
    Claim.Close(byFour.Wrong, 2, "2 of 100 wrong"),
    Claim.That(wa[0, 0] < 0 && wa[0, 1] < 0, "large sepals speak against virginica"),
    Claim.Close([drawn.Count(w => w[0, 0] > 0), drawn.Count(w => w[0, 1] > 0)], [5, 2],
        "drawn again 20 times: the sign of the sepal length turned, and of the width"),
    Claim.That(fourFeatures.LargestRelativeError < 1e-7,
        "GradientCheck: backward pass and nudging agree"))

// %% punchline-claim after=why-seen
Mat S = Matrix.Row(2, -1, 0, 5), Y = Matrix.Row(1, 0, 1, 1);
Mat linear = halfSquared.Gradient(S, Y);
Mat logistic = crossEntropy.Gradient(S, Y);
double chance = Math.Exp(-Math.E), mean = 0;      // Poisson, s = 1: e^(y − e)/y!
for (int count = 1; count < 60; count++)
    mean += count * (chance *= Math.E / count);
Claim.All(
    Claim.Close(Nudged(s => Math.Exp(s) - 3 * s, 0), -2, 1e-8, "3 goals, s = 0: −2"),
    Claim.Close(mean, Math.E, "counts, s = 1: the mean is A′(1) = e"),
    Claim.Close(Nudged(s => Math.Log(1 + Math.Exp(s)), 2), Sigma(2), 1e-8,
        "the slope of ln(1 + eˢ) is σ(s)"),
    Claim.Close(4 * linear, S - Y, "linear: m times the library's gradient is −e"),
    Claim.Close(4 * logistic, Matrix.Sigmoid(S) - Y, "logistic: −e as well"),
    Claim.Close(4 * linear[0, 3], 4, "s = 5, y = 1: the linear gradient is 4"),
    Claim.Close(4 * logistic[0, 3], -0.0067, 5e-5, "and the logistic one −0.0067"))
