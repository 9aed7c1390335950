// %% nudge-claim after=nudge
Claim.All(
    Claim.Close(z.Data, 6, "z = 6"),
    Claim.Close(w1.Gradient, Slope(w => w * 3, 2), 1e-9, "∂z/∂w₁ = 3, nudged: 3"),
    Claim.Close(x.Gradient, Slope(x => 2 * x, 3), 1e-9, "∂z/∂x = 2, nudged: 2"),
    Claim.Close(2.01 * 3 - 6, 0.03, "0.01 more on w₁ gives 0.03 more on z"))

// %% two-gates-claim after=two-gates-play
Claim.All(
    Claim.Close([q.Data, twoGates.Data], [2, 10], "forward: q = 2, L = 10"),
    Claim.Close(
        [x.Gradient, y.Gradient, z.Gradient], [5, 5, 2], "backward: 5, 5 and 2"),
    Claim.Close(Slope(x => (x - 1) * 5, 3), 5, 1e-9, "∂L/∂x, nudged"),
    Claim.Close(Slope(y => (3 + y) * 5, -1), 5, 1e-9, "∂L/∂y, nudged"),
    Claim.Close(Slope(z => 2 * z, 5), 2, 1e-9, "∂L/∂z, nudged"),
    Claim.Close(Slope(z => (6 - 1) * z, 5), 5, 1e-9, "x = 6: that of z is 5"),
    Claim.Close(Slope(x => (x - 1) * 5, 6), 5, 1e-9, "and that of x still 5"))

// %% plus-claim after=plus-gate
Claim.All(
    Claim.Close(Plus(x, y).Data, 2, "3 + (−1) = 2"),
    Claim.Close(Slope(x => -3 * (x + 2 - 0.4), 0.1), -3, 1e-8, "−3 arrives at 0.1"),
    Claim.Close(Slope(x => -3 * (0.1 + x - 0.4), 2), -3, 1e-8, "and at 2, nudged"))

// %% times-claim after=forward-seen
Claim.All(
    Claim.Close([q.Data, L.Data], [2, 10], "your nodes: q = 2, L = 10"),
    Claim.Close(L.Slopes, [5, 2], "the slopes of ×: the other input"),
    Claim.Close(Slope(y => 3 * y, -2), 3, 1e-9, "x = 3, y = −2: y gets 3"),
    Claim.Close(3 * -2 / 3.0, -2, "and x gets −2, out over in"))

// %% zero-claim after=zero-seen
Claim.All(
    Claim.Close(
        [x.Gradient, y.Gradient, w.Gradient], [-6, 0, 0],
            "product of the others: (−6, 0, 0)"),
    Claim.Close([z.Data / x.Data, z.Data / y.Data, z.Data / w.Data],
        [double.NaN, 0, 0], "out over in: (NaN, 0, 0)").AsMistake(),
    Claim.Close(Slope(x => x * -2 * 3, 0), -6, 1e-9, "∂z/∂x = −6, nudged"))

// %% twice-claim after=twice-seen
Claim.All(
    Claim.Close(x.Gradient, 5, "3 + 2 = 5"),
    Claim.Close(Slope(x => (x - 1) * x, 3), 5, 1e-9, "∂L/∂x = 5, nudged"),
    Claim.Close(q.Gradient * 1, 3, "through the sum: 3"),
    Claim.Close(q.Data, 2, "straight into the product: 2"))

// %% backward-claim after=backward-seen
Claim.Close([L.Data, x.Gradient, y.Gradient], [6, 5, 3], "your engine: 5 and 3")

// %% max-claim after=max-seen
Claim.All(
    Claim.Close(L.Data, -7, "L = 2 · 4 + 5 · (−3) = −7"),
    Claim.Close([a.Gradient, b.Gradient, c.Gradient], [0, 2, 5], "0, 2 and 5"),
    Claim.Close(
        Slope(b => 2 * Math.Max(b, 1) + 5 * Math.Min(b, -3), 4), 2, 1e-9,
        "∂L/∂b = 2, nudged"))

// %% tie-claim after=tie-line-seen
double[] grid = Linspace.Of(0, 4, 41);
bool IsSubgradient(double g1, double g2) => grid.All(u => grid.All(v =>
    Math.Max(u, v) >= 2 + g1 * (u - 2) + g2 * (v - 2) - 1e-12));
Value u = new(1.0, "u"), v = new(2.0, "v"), w = new(2.0, "w");
Value.Max(u, v, w).Backward();
Claim.All(
    Claim.Close([u.Gradient, v.Gradient, w.Gradient], [0, 1, 0], "max(1, 2, 2): v"),
    Claim.Close(indicator, 2, "max(x, x), by the indicator: 2").AsMistake(),
    Claim.Close(Slope(x => Math.Max(x, x), 2), 1, 1e-9, "max(x, x), nudged: 1"),
    Claim.Close(x.Gradient, 1, "max(x, x), by this library: 1"),
    Claim.That(IsSubgradient(1, 0), "(1, 0) is a subgradient"),
    Claim.That(IsSubgradient(0.5, 0.5), "(½, ½) is a subgradient"),
    Claim.That(!IsSubgradient(1, 1), "(1, 1), the indicator's pair, is not"))

// %% sigmoid-claim after=sigmoid-seen
Claim.All(
    Claim.Close(xs.Max(SigmoidSlope), 0.25, "σ′ is never above ¼"),
    Claim.Close(SigmoidSlope(0), 0.25, "and ¼ at x = 0"),
    Claim.Close(SigmoidSlope(1.3), Slope(Sigmoid, 1.3), 1e-9, "z(1 − z), nudged"),
    Claim.Close(SigmoidSlope(4), 0.0177, 5e-5, "beyond ±4 less than 2 % pass"),
    Claim.Close(SigmoidSlope(8), 0.00034, 5e-6, "beyond ±8 less than 0.04 %"))

// %%
double[] Gradients(Value L, params string[] names) =>
    [.. names.Select(name => Gradient(L, name))];

// %% unit-claim after=unit-slider-seen
double[] biases = [1, 3, 5, 9];
double[] through = [.. biases.Select(b => Gradient(Unit(b), "b"))];
Claim.All(
    Claim.Close(unit.Parents[0].Data, 0, "s = 4 − 2 − 3 + 1 = 0"),
    Claim.Close(unit.Data, 0.5, "L = σ(0) = ½"),
    Claim.Close(
        Gradients(unit, "w₀", "w₁", "w₂"), [1, 0.25, -0.25], "∂w = (1, ¼, −¼)"),
    Claim.Close(
        Gradients(unit, "x₀", "x₁", "x₂"), [0.25, -0.5, 0.75], "∂x = (¼, −½, ¾)"),
    Claim.Close(Gradient(unit, "b"), 0.25, "∂b = ¼"),
    Claim.Close(Slope(w => Sigmoid(w * 4 - 2 - 3 + 1), 1), 1, 1e-9, "∂w₀, nudged"),
    Claim.Close(Slope(b => Sigmoid(-1 + b), 1), 0.25, 1e-9, "∂b, nudged"),
    Claim.Close(through[0], 0.25, "b = 1: ¼ gets through"),
    Claim.Close(through[1], 0.105, 5e-4, "b = 3: 0.105"),
    Claim.Close(through[2], 0.0177, 5e-5, "b = 5: 0.0177"),
    Claim.Close(through[3], 0.00034, 5e-6, "b = 9: 0.00034"),
    Claim.Close(through[0] / through[3], 746, 1e-3, "746 times less than at b = 1"))

// %% relu-claim after=relu-nudge-seen
bool Below(double g) => xs.All(u => g * u <= Math.Max(0, u));
Claim.All(
    Claim.Close(ReluUnit(-5).Data, 1, "b = −5: ŷ = 1"),
    Claim.Close(
        Gradients(ReluUnit(-5), "x", "w", "b"), [3, 2, 1], "b = −5: 3, 2, 1"),
    Claim.Close(Nudged(-5), 1, 1e-9, "b = −5: ∂b = 1, nudged"),
    Claim.Close(ReluUnit(-7).Data, 0, "b = −7: ŷ = 0"),
    Claim.Close(
        Gradients(ReluUnit(-7), "x", "w", "b"), [0, 0, 0], "b = −7: all 0"),
    Claim.Close(Nudged(-7), 0, 1e-9, "b = −7: ∂b = 0, nudged"),
    Claim.Close(ReluUnit(-6).Data, 0, "b = −6: ŷ = 0"),
    Claim.Close(
        Gradients(ReluUnit(-6), "x", "w", "b"), [0, 0, 0], "b = −6: all 0"),
    Claim.Close(Nudged(-6), 0.5, 1e-9, "b = −6: ∂b = ½, nudged"),
    Claim.That(Below(0) && Below(0.5) && Below(1), "0, ½ and 1 are subgradients"),
    Claim.That(!Below(-0.1) && !Below(1.1), "−0.1 and 1.1 are not"))

// %%
double Reached(double at, Func<Value, Value> circuit)
{
    Value s = new(at, "s");
    circuit(s).Backward();
    return s.Gradient;
}
double SlopeByLog(double at) => Reached(at, s => -Value.Log(Value.Sigmoid(s)));

// %% exp-log-claim after=exp-log-seen
double Mine(double at, Func<Node, Node> circuit)
{
    Node s = Input("s", at);
    backward(circuit(s));
    return s.Gradient;
}
Claim.All(
    Claim.Close(s.Gradient, -0.5, "your engine: −½ at s = 0"),
    Claim.Close(SlopeByLog(-8), Sigmoid(-8) - 1, "at s = −8: σ(s) − 1"),
    Claim.Close([Mine(1.5, Relu), Mine(-2, Exp), Mine(3, Log), Mine(1.5, Tanh)],
        [Reached(1.5, Value.Relu), Reached(-2, Value.Exp), Reached(3, Value.Log),
            TanhSlope(1.5)], "your four gates are those of the library"),
    Claim.Close(Slope(Math.Exp, 3), Reached(3, Value.Exp), 1e-8, "exp, nudged"),
    Claim.That(TanhSlope(2) < 0.08, "beyond ±2 tanh passes less than 8 %"),
    Claim.Close(Reached(1.5, x => 2 * Value.Sigmoid(2 * x) - 1), TanhSlope(1.5),
        "2σ(2x) − 1, built from other gates: tanh"))

// %% v-shape-claim after=v-shape-seen
double third = SigmoidSlope(At) * (1 - 2 * Sigmoid(At));                // f‴
Claim.All(
    Claim.Close(exact, SlopeByLog(At), "the exact slope is that of the circuit"),
    Claim.Within(0.15, Central(1e-2), 2e-7, "h = 1e−2: error 2e−7"),
    Claim.Within(1e-3, Central(1e-2), 1e-4 * third / 6, "and that is h²·f‴/6"),
    Claim.That(Central(1e-5) is > 1e-13 and < 4e-10, "h = 1e−5: error about 1e−11"),
    Claim.That(Central(1e-12) is > 7e-6 and < 7e-4, "h = 1e−12: error about 7e−5"),
    Claim.Within(0.15, OneSided(1e-5), 1.26e-6, "one-sided, h = 1e−5"),
    Claim.That(
        steps.Min(OneSided) > 200 * steps.Min(Central),
        "its best is hundreds of times worse than the best of the central one"))

// %% kink-check-claim after=kink-check-code
Claim.All(
    Claim.Close(Reached(3e-6, Value.Relu), 1, "relu at 3e−6: slope 1"),
    Claim.Close(Slope(Rectify, 3e-6), 0.65, 1e-9, "h = 1e−5: 0.65").AsMistake(),
    Claim.Close(Slope(Rectify, 3e-6, 1e-6), 1, 1e-9, "nudged with h = 1e−6: 1"))

// %% cost-claim after=cost-seen
Claim.All(
    Claim.Close(forwardPasses, 2002, "by nudging: 2002 forward passes"),
    Claim.Close(w.Select(w => w.Gradient), nudgedSlopes, 1e-9, "1000 weights agree"),
    Claim.Close(b.Gradient, nudgedBias, 1e-9, "and the bias"))

// %% descent-claim after=descent-map-seen
Node x = Input("x", 3);
Overwrite(times(Plus(x, Input("y", -1)), x));
Node[] all = Start(1), first = Start(1);
Overwrite(Loss(all));
backward(times(Predict(first, 0, 0), Predict(first, 0, 0)));        // the first row
Node[] two = [.. trained.Parameters];
two[11] = Input("", 0);                                // without the third unit
double Off(Node[] p, (double X, double Y, double Answer) row) =>
    Math.Abs(Predict(p, row.X, row.Y).Data - row.Answer);
Claim.All(
    Claim.That(xor.All(row => Off(two, row) < 0.1), "right without the third unit"),
    Claim.Close(x.Gradient, 3, "`=` on (x + y)x: only one path is left").AsMistake(),
    Claim.Close(all.Select(p => 2 * p.Gradient), first.Select(p => p.Gradient),
        "`=`: one of the two paths through the square of the first row"),
    Claim.That(trained.Losses[300] < 0.01, "`+=`: the loss falls below 0.01"),
    Claim.That(broken.Losses[0] < 1.6, "`=`: the loss rises from less than 1.6"),
    Claim.Close(broken.Losses[300], 1.9, 0.04, "to 1.9").AsMistake(),
    Claim.Close(all[..6].Select(p => p.Gradient), new double[6],
        "`=`: the six input weights get 0"),
    Claim.That(all[6..].All(p => p.Gradient != 0), "and the other seven not"),
    Claim.That(xor.All(row => Off(trained.Parameters, row) < 0.1), "`+=`: right"),
    Claim.That(
        xor.All(row => Predict(broken.Parameters, row.X, row.Y).Data < 0.1),
        "`=`: the answer is 0 to every row").AsMistake())

// %% starts-claim after=starts-seen
double After1000(Node[] trained)
{
    Node[] p = [.. trained.Select(w => Input("", w.Data))];
    for (int t = 300; t < 1000; t++) step(p, backward);
    return Loss(p).Data;
}
double[] later = [.. runs.Where(run => run.Losses[^1] >= 0.01)
    .Select(run => After1000(run.Parameters)).Order()];
Claim.All(
    Claim.Close(ends.Count(end => end < 0.01), 16, "16 of 20 starts end below 0.01"),
    Claim.Close(later, [0.0018, 0.0023, 0.5035, 0.5035], 0.05,
        "the other four after 1000 steps: two below 0.01, two at 0.5"))
