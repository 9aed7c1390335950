// %% ravine-claim after=best-rate
Claim.All(
    Claim.Close(Height(0.079)[60], Math.Pow(0.975, 60),
        "0.079: times −0.975 in each step, |y| at step 60"),
    Claim.Close(Height(0.080)[60], 1, "0.080: times −1; it bounces forever"),
    Claim.Close(Height(0.081)[60], 4.4, 5e-3, "0.081: times −1.025, up to 4.4"),
    Claim.Within(1e-3, Height(0.085)[60], 1173, "0.085: times −1.125, up to 1173"),
    Claim.Close(1 - 2 / 26.0, -(1 - 25 * 2 / 26.0),
        "2/26: both factors have the same size …"),
    Claim.Close(1 - 2 / 26.0, 12 / 13.0, "… 12/13: a step leaves 92 %"))

// %% momentum-gain-claim after=momentum-gain-seen
Claim.All(
    Claim.Close(agree[80], 1, 3e-4, "what agrees comes through whole: 1"),
    Claim.Close(contradict[80], 1 / 19.0, 3e-4,
        "what contradicts itself comes through as (1 − β)/(1 + β), 1/19"),
    Claim.That(RavineAfter(2000, Momentum(1.51, 0.9)) < 1e-80, "1.51 converges"),
    Claim.That(RavineAfter(2000, Momentum(1.525, 0.9)) > 1e100, "1.525 explodes"),
    Claim.That(RavineAfter(60, Descent(1.51)) > 1e150, "plain descent, 1.51: hopeless"),
    Claim.Within(0.02, RavineAfter(60, Descent(0.0769)), 0.0013, "descent: 0.0013"),
    Claim.Within(0.01,
        new[] { 0.0769, 0.2, 1 }.Select(α => RavineAfter(60, Momentum(α, 0.9))),
        [0.0176, 0.0126, 0.0138], "Momentum, 0.0769, 0.2 and 1: ten times as much"))

// %% momentum-map-claim after=momentum-books
Rule OtherBook(double α, double β) => new(p =>
{
    p.V = β * p.V + p.g;                                 // no 1 − β
    p.w -= α * p.V;
});
var otherPath = Walk(OtherBook(0.02, 0.9), RavineGradient, ravineStart, 60);
var ourPath = Walk(Momentum(0.2, 0.9), RavineGradient, ravineStart, 60);
Claim.All(
    Claim.Close(Slower(0.0769, 0), 0.923, 5e-4,
        "β = 0, plain descent at its best: 0.923"),
    Claim.Close(Slower(0.2, 0.5), Math.Sqrt(0.5), 1e-9, "β = ½, α = 0.2: √½"),
    Claim.Close(αs.Min(α => Slower(α, 0.9)), 0.949, 5e-4, "β = 0.9: 95 % at least"),
    Claim.Close(Math.Pow((1 + Math.Sqrt(0.9)) / (1 - Math.Sqrt(0.9)), 2), 1442, 1e-3,
        "β = 0.9 is best for κ = 1442"),
    Claim.Close((1 + 0.9) / (1 - 0.9) / 10, 1.9, 1e-9, "without 1 − β: 1.9"),
    Claim.Close(Slower(0.24, 0.5), 1, 1e-9, "β = ½, the limit α = 3 · 0.08: 1"),
    Claim.Close([BestPair(25).α, BestPair(25).β, BestPair(100).α, BestPair(100).β],
        [0.2, 4 / 9.0, 0.1, 81 / 121.0], 1e-3, "α = 0.2, β = 4/9; α = 0.1, β = 81/121"),
    Claim.Close(Slower(0.2, 4 / 9.0), (5 - 1) / (5 + 1.0), 1e-7,
        "there a step leaves 4/6"),
    Claim.Close(Slower(0.1, 81 / 121.0, 100), (10 - 1) / (10 + 1.0), 1e-7,
        "κ = 100: a step leaves 9/11"),
    Claim.Close(Steps(9 / 11.0) / Steps(4 / 6.0), 2, 0.03, "twice as many steps"),
    Claim.Close(Steps(99 / 101.0) / Steps(24 / 26.0), 4, 0.01, "descent: four times"),
    Claim.Close(ourPath.Select(p => p.X), otherPath.Select(p => p.X), "the same x"),
    Claim.Close(ourPath.Select(p => p.Y), otherPath.Select(p => p.Y), "the same y"))

// %% epsilon-claim after=rms-code-seen
double[] four = [4, 0, 0, 0];
double Inside(double S) => Math.Sqrt(S) / Math.Sqrt(S + 1e-8);       // g / √(S + ε)
double Outside(double S) => Math.Sqrt(S) / (Math.Sqrt(S) + 1e-8);    // g / (√S + ε)
double S1 = 0.75 * 0 + 0.25 * 4 * 4, M1 = 0.75 * 0 + 0.25 * 4;   // β = ¾, 0 before
Claim.All(
    Claim.Close(Math.Sqrt(four.Average(g => g * g)), 2,
        "4, 0, 0, 0: the root mean square is 2 …"),
    Claim.Close(four.Average(Math.Abs), 1,
        "… the average of the magnitudes is 1"),
    Claim.Close(Math.Sqrt(S1), 2, "a 4 after zeros, β = ¾: √S = 2 …"),
    Claim.Close(M1, 1, "… an average of magnitudes would be 1"),
    Claim.Close(
        new[] { 0.01, 1, 100 }.Select(g => StepOf(RmsProp(0.1), g)),
        [0.316, 0.316, 0.316], 5e-4, "g = 0.01, 1, 100: the step is 0.316 each time"),
    Claim.Close(Inside(1e-8), 0.707, 5e-4, "S = 1e−8, inside: 0.707"),
    Claim.Close(Outside(1e-8), 1, 2e-4, "S = 1e−8, outside: 1.000"),
    Claim.Close(Inside(1e-12), 0.010, 5e-5, "S = 1e−12, inside: 0.010"),
    Claim.Close(Outside(1e-12), 0.990, 5e-4, "S = 1e−12, outside: 0.990"),
    Claim.Within(1e-6, Inside(1e-16), 1e-4, "S = 1e−16, inside: 1e−4"),
    Claim.Close(Outside(1e-16), 0.5, "S = 1e−16, outside: 0.5"))

// %% adam-claim after=adam-code
double[] V = Averages(0.9, t => 1), S = Averages(0.999, t => 1);
Claim.All(
    Claim.Close([V[1], V[2], V[10]], [0.1, 0.19, 0.651], 5e-4, "V: 10 %, 19 %, 65 %"),
    Claim.Close(S[10], 0.00996, 5e-6, "S after 10 steps: 1 %"),
    Claim.Close(V[10] / (1 - Math.Pow(0.9, 10)), 1, "V / (1 − β₁ᵗ) is right at once"),
    Claim.Close(S[10] / (1 - Math.Pow(0.999, 10)), 1, "S / (1 − β₂ᵗ) as well"),
    Claim.Close(
        new[] { 0.01, 1, 100 }.Select(g => StepOf(Adam(0.1), g)),
        [0.1, 0.1, 0.1], 1e-6,
        "g = 0.01, 1, 100: the first step is α each time"))

// %%
double[] ones = [.. Enumerable.Repeat(1.0, 400)];

// %% misprint-claim after=misprint-nan
double[] both = StepSizes(BothMistakes(), ones);
Claim.All(
    Claim.Close(StepSizes(Adam(1), ones[..5]), ones[..5], 1e-7, "correct: 1, always α"),
    Claim.Within(0.05, both[..5], [1, 0.1, 0.00285, 2.57e-5, 7.3e-8],
        "both mistakes: 1, 0.1, 0.00285, 2.57e−5, 7.3e−8").AsMistake(),
    Claim.Close(both[..24].Sum(), 1.103, 5e-4, "both, all steps: 1.103 α").AsMistake())

// %% wrong-adams-claim after=checkpoint-2-help
Rule WrongPower() => new(p =>
{
    p.V = 0.9 * p.V + 0.1 * p.g;
    p.S = 0.999 * p.S + 0.001 * (p.g * p.g);
    double v = p.V / Math.Pow(0.1, p.t), s = p.S / Math.Pow(0.001, p.t);
    p.w -= v / (Math.Sqrt(s) + 1e-8);
});
double[] Of(int suspect, params double[] gradients) =>
    StepSizes(WrongAdam.Suspects[suspect].Rule, gradients);
double[] turn = [.. ones[..10], .. ones[..10].Select(g => -g)];
Claim.All(
    Claim.Close(Of(0, ones), ones, 1e-6, "A: passes the test with a constant gradient"),
    Claim.Close(Of(3, ones), ones, 1e-6, "D: passes it, too"),
    Claim.Close(Of(3, 0.01), [0.1], 1e-6, "D, 0.01: a tenth").AsMistake(),
    Claim.That(StepSizes(Adam(1), turn)[16] < 0 && Of(0, turn)[16] > 0.1,
        "A: after the sign has changed its steps go on").AsMistake(),
    Claim.Close(Of(1, ones)[..5], [3.16, 4.25, 4.95, 5.44, 5.80], 2e-3,
        "B, no correction: 3.16, 4.25, 4.95, 5.44, 5.80").AsMistake(),
    Claim.Close([Of(1, ones)[..40].Max(), Of(1, ones)[11]], [6.57, 6.57], 5e-3,
        "B: at most 6.57, at step 12").AsMistake(),
    Claim.Within(0.02, Of(2, ones)[..5], [1, 0.235, 0.0437, 0.00728, 0.00113],
        "C, corrected values kept: 1, 0.235, 0.0437, 0.00728, 0.00113").AsMistake(),
    Claim.That(Of(2, [.. ones, .. ones, .. ones, .. ones, .. ones])[^1] == 0,
        "C: the steps shrink to 0 and stay there").AsMistake(),
    Claim.Within(0.05, StepSizes(WrongPower(), ones[..5]),
        [1, 0.425, 0.157, 0.054, 0.018],
        "wrong power: 1, 0.425, 0.157, 0.054, 0.018").AsMistake(),
    Claim.That(double.IsNaN(StepSizes(WrongPower(), ones)[^1]),
        "wrong power: they shrink, then NaN").AsMistake())

// %% misprint-nan-claim after=misprint-nan
int inFloat = 0;                                         // the same formulas in float
float V32 = 0, S32 = 0;
do
{
    inFloat++;
    V32 = (0.9f * V32 + 0.1f) / MathF.Pow(0.1f, inFloat);
    S32 = (0.999f * S32 + 0.001f) / MathF.Pow(0.001f, inFloat);
}
while (!float.IsNaN(V32 / MathF.Sqrt(S32)));
Claim.All(
    Claim.Close(1 + Array.FindIndex(StepSizes(BothMistakes(), ones), double.IsNaN), 25,
        "both mistakes, double: not a number in step 25").AsMistake(),
    Claim.Close(inFloat, 9, "both mistakes, float: not a number in step 9").AsMistake())

// %%
double[] Heights(int racer) =>
    [.. new[] { 10, 20, 60 }.Select(t => RavineAfter(t, racers[racer].Rule))];

// %% race-ravine-claim after=race-ravine-seen
Claim Near(int racer, double[] f, string what) =>
    Claim.Within(0.025, Heights(racer), f, what);
var firstStep = Walk(Adam(0.2), RavineGradient, ravineStart, 1)[1];
var longer = Walk(RmsProp(0.1), RavineGradient, ravineStart, 200);
double StepAt(int t) =>
    double.Hypot(longer[t].X - longer[t - 1].X, longer[t].Y - longer[t - 1].Y);
Claim.All(
    Claim.Close([firstStep.X + 4, 1 - firstStep.Y], [0.2, 0.2], 1e-6,
        "Adam's first step: 0.2 along x and along y"),
    Claim.Within(0.1, RavineAfter(60, Adam(0.5, 0.5)), Heights(1)[2],
        "Adam 0.5 with β₁ = 0.5 ends like Momentum"),
    Near(0, [4.1, 0.82, 0.0013], "descent, f: 4.1, 0.82, 0.0013"),
    Near(1, [0.084, 1.3e-5, 1.7e-17], "Momentum, f: 0.084, 1.3e−5, 1.7e−17"),
    Near(2, [2.9, 1.2, 5.2e-5], "RMSProp, f: 2.9, 1.2, 5.2e−5"),
    Near(3, [4.2, 0.24, 0.0186], "Adam, f: 4.2, 0.24, 0.0186"),
    Claim.That(StepAt(60) < 0.004 && Enumerable.Range(150, 51).Min(StepAt) > 0.1,
        "RMSProp: steps below 0.004 at step 60, above α = 0.1 from step 150 on"),
    Claim.Close(
        Walk(Momentum(0.2, 0.5), RavineGradient, ravineStart, 3).Select(p => p.Y),
        [1, -1.5, 1, -0.25], "Momentum's y: 1, −1.5, 1, −0.25"))

// %% turned-same-claim after=turned-seen
double After20(int racer)                                // turned by 45°
{
    var (x, y) = Walk(racers[racer].Rule, (x, y) => [13 * x - 12 * y, 13 * y - 12 * x],
        (-5 / Math.Sqrt(2), -3 / Math.Sqrt(2)), 20)[20];
    return 6.5 * (x * x + y * y) - 12 * x * y;
}
Claim.All(
    Claim.Close(After20(0), Heights(0)[1], "45°, descent at step 20: the same"),
    Claim.Close(After20(1), Heights(1)[1], "45°, Momentum: the same"),
    Claim.Close(After20(2), 3.6, 5e-3, "45°, RMSProp: 3.6 instead of 1.2"),
    Claim.Close(After20(3), 4.2, 5e-3, "45°, Adam: 4.2 instead of 0.24"))

// %% cosine-claim after=cosine-seen
Claim.All(falling.Zip(new[] { 3054, 629 }, new[] { 3079, 628 }).Select(one =>
    Claim.Close([Array.FindIndex(one.First.Points, IsNear),
        Array.FindLastIndex(one.First.Points, p => !IsNear(p))],
        [one.Second, one.Third], 0.01, one.First.Name))
    .Append(Claim.Close((1 + Math.Cos(Math.PI * 3080 / 4200)) / 2, 1 / 6.0, 0.005,
        "at step 3080, α has fallen to a sixth")).ToArray())

// %% thrown-claim after=thrown-code
Claim.All(
    Claim.Close(Array.FindIndex(αλ, 620, one => one > 38), 2060, 0.01,
        "α times the curvature in Adam's units passes 2 · 19 = 38 at step 2060"),
    Claim.Close(Array.FindIndex(αλ, 2100, one => one < 38), 2169, 0.01,
        "and is below it again from about step 2170 on"))

// %% saddle-claim after=saddle-seen
int First((string, IEnumerable<(double, double)> Points) path) =>
    Array.FindIndex([.. path.Points], IsNear);
var (descending, rolling, chattering, thrown) =
    (inTheValley[0], inTheValley[1], inTheValley[2], inTheValley[3]);
var last = chattering.Points.TakeLast(101).Select(p => p.Y - p.X * p.X);  // over floor
var inside = thrown.Points.Select(IsNear);
int[] thrownAt = [.. inside.Zip(inside.Skip(1)).Index()   // inside, then outside
    .Where(at => at.Item.First && !at.Item.Second).Select(at => at.Index + 1)];
int Alone(Optimizer<double> rule) => Array.FindIndex(
    Walk(rule, RosenbrockGradient, (-1.5, 1.5), 4200), IsNear);
int LeavesRidge(double[] f) => Array.FindIndex(f, height => height < -0.1);
Claim.All(
    Claim.Close(First(descending), 4098, "descent 0.0018: within 0.05 at step 4098"),
    Claim.Close(First(rolling), 649, "Momentum 0.01: at step 649, and stays"),
    Claim.That(rolling.Points.Skip(649).All(IsNear), "Momentum stays"),
    Claim.Close([Alone(Momentum(0.025, 0.9)), Alone(Adam(1))], [255, 368],
        "Momentum 0.025: step 255; Adam 1: step 368"),
    Claim.That(!chattering.Points.Any(IsNear), "RMSProp 0.02: not in 4200 steps"),
    Claim.That(last.Zip(last.Skip(1)).All(two => two.First * two.Second < 0),
        "RMSProp: each of the last 100 steps crosses the floor"),
    Claim.Close(First(thrown), 619, "Adam 0.3: at step 619 …"),
    Claim.Close(Array.FindIndex([.. thrown.Points], 620, p => !IsNear(p)), 2170, 0.02,
        "… and it is thrown out again at about step 2170"),
    Claim.That(thrownAt.Length > 5 && thrownAt[^1] > 3800,      // rounding decides when
        $"… and again and again: {thrownAt.Length} times, last at {thrownAt[^1]}"),
    Claim.Within(5e-4, LargestCurvature(-1.5, 1.5), 2275, "λ_max at the start: 2275"),
    Claim.Within(0.03, 0.0018 * LargestCurvature(-1.5, 1.5) / 2, 2, "twice the limit"),
    Claim.Close([.. heights.Select(f => (double)LeavesRidge(f))], [66, 104, 10],
        "f < −0.1: descent, Momentum, Adam"),
    Claim.Close([LongRunFactor(0.1, 0, -1), LongRunFactor(0.1, 0.9, -1)], [1.1, 1.065],
        5e-4, "from the ridge: descent × 1.1, Momentum × 1.065"))

// %% batch-size-claim after=batch-size-seen
double one = Math.Sqrt(Enumerable.Range(0, 150).Average(j => SquaredDistance(j)));
double[] formula =
    [.. sizes.Select(m => one / Math.Sqrt(m) * Math.Sqrt((150 - m) / 149))];
Claim.All(
    Claim.Close(one, 1.31, 5e-3, "m = 1: 1.31"),
    Claim.Close(
        [formula[2], formula[4], formula[6]], [0.646, 0.309, 0.124], 5e-4,
        "m = 4, 16, 64: 0.646, 0.309, 0.124"),
    Claim.Close(measured.Zip(formula, (a, b) => a / b), formula.Select(_ => 1.0), 0.03,
        "2000 batches agree within 3 %"),
    Claim.That(single[5] < mini[5] && mini[5] < full[5] / 1.5,
        "after 5 epochs the loss is lower with 750 steps than 50, and 50 than 5"),
    Claim.That(Enumerable.Range(1, 20).All(epoch => single[epoch] < mini[epoch]
        && mini[epoch] < full[epoch]), "smaller batches: lower, in 20 epochs"),
    Claim.Within(0.01, fast[20], mini[20], "150 at α = 1 ends like 16 at α = 0.1"),
    Claim.That(Kit.IsQuick || noisy[1..].Average() > 4 * fast[1..].Average(),
        "single flowers at α = 1: on average more than four times the loss of 150"))

// %% stale-claim after=checkpoint-3-help
double LossOf(Mat W, Mat b) => loss.Value(W * iris.Features + b, iris.Targets);
Mat oldW = noWeights, newW = noWeights, oldb = noBias, newb = noBias;
double apart = 0;                                         // from one long step
for (int epoch = 0; epoch < 5; epoch++)                   // α = 0.1
{
    var (startW, startb) = (oldW, oldb);
    for (int step = 0; step < 150; step++)
    {
        Dataset<double> flower = iris.Select(step * 37 % 150);  // each once
        var stale = Slopes(startW, startb, flower);
        var now = Slopes(newW, newb, flower);
        (oldW, oldb) = (oldW - 0.1 * stale.dW, oldb - 0.1 * stale.db);
        (newW, newb) = (newW - 0.1 * now.dW, newb - 0.1 * now.db);
    }
    Mat longStep = startW - 15 * Slopes(startW, startb, iris).dW;
    apart = Math.Max(apart, (oldW - longStep).Norm());
}
Claim.All(
    Claim.That(apart < 1e-9, "an epoch is one step of descent, 150 α long"),
    Claim.Close(LossOf(oldW, oldb), 0.354, 0.002, "after five epochs, 0.35"),
    Claim.That(LossOf(newW, newb) < 0.2, "with the gradient at θ: less than 0.2"))

// %% new-images-claim after=new-images-seen
Sample byMomentum = Lowest(1).Misread, at003 = judged[5].Misread;
Claim.All(
    Claim.That(Kit.IsQuick || Math.Abs(asked.Mean - 0.57) < 0.05
        && Math.Abs(asked.StandardError - 0.51) < 0.05, "Adam at 0.03: 0.6 ± 0.5 more"),
    Claim.That(Kit.IsQuick || Math.Abs(lead.Mean + 0.1) < 0.05
        && Math.Abs(lead.StandardError - 0.1) < 0.05, "at their best: 0.1 ± 0.1 fewer"),
    Claim.That(Kit.IsQuick || byMomentum.Mean is > 10.5 and < 12.5, "about 11.5 %"),
    Claim.That(Kit.IsQuick || Lowest(3).Misread.Mean is > 10.5 and < 12.5, "Adam"),
    Claim.That(Kit.IsQuick
        || judged[5].Loss / judged[..3].Min(one => one.Loss) is > 0.25 and < 0.4,
        "Adam at 0.03: a third of Momentum's lowest training loss …"),
    Claim.That(Kit.IsQuick || at003.Mean is > 11.5 and < 12.5
        && at003.Mean > byMomentum.Mean, "… no fewer misread: about 12"))

// %% digits-claim after=new-images-seen
double[] raced = [.. races.Select(runs => runs.Average(run => run[^1]))];
Claim.All(
    Claim.That(best[1].Rate > 2 * best[0].Rate,
        "Momentum's best rate is larger than plain descent's"),
    Claim.That(Kit.IsQuick || Enumerable.Range(0, 6).All(k =>
        Math.Abs(sweeps[1][k].Mean / sweeps[0][k].Mean - 1) < 0.1),
        "up to 0.3 descent and Momentum differ by less than a tenth"),
    Claim.That(best[2..].All(tried => tried.Rate < best[0].Rate / 3),
        "RMSProp's and Adam's are smaller: they divide by the gradient's size"),
    Claim.That(Kit.IsQuick || Math.Abs(raced[1] / raced[0] - 0.38) < 0.01
        && Math.Abs(raced[3] / raced[0] - 0.26) < 0.01,
        "ten other seeds: Momentum has 38 % of plain descent's loss, Adam 26 %"),
    Claim.That(Kit.IsQuick || raced[2] > raced[0]
        && Math.Abs(raced[2] / best[2].Mean - 2.4) < 0.1,
        "RMSProp: no better than plain descent, 2.4 times the first three seeds"),
    Claim.That(Kit.IsQuick || Math.Abs(raced[0] / raced[1] - 2.7) < 0.1,
        "ten other seeds: plain descent has 2.7 times Momentum's loss"),
    Claim.That(Kit.IsQuick || races[2].Max(run => run[5]) is > 0.86 and < 0.88
        && races[2].Count(run => run[5] > 0.5) == 1,
        "one of its ten runs jumps to 0.87"),
    Claim.That(Kit.IsQuick || best.Min(tried => tried.Mean) == best[3].Mean,
        "Adam is first, averaged over the seeds"),
    Claim.That(Kit.IsQuick || best[1].Mean < best[2].Mean,
        "Momentum is as low as RMSProp"))

// %% which-claim after=which-seen
double Excess(int rule, double rate) => LossAt(rule, rate) / best[rule].Mean;
double[] thirds = [.. new[] { 0, 1, 2, 3 }.Select(rule => Times(rule, 1 / 3.0))];
double[] threefold = [.. new[] { 0, 1, 2, 3 }.Select(rule => Times(rule, 3))];
Claim.All(
    Claim.That(Kit.IsQuick || Excess(0, 0.3) < 1.34, "plain descent: 0.3 is good"),
    Claim.That(Kit.IsQuick || Excess(1, 1) < 1.34, "Momentum, β = 0.9: 1 is good"),
    Claim.That(Kit.IsQuick || Math.Abs(best[2].Rate - 0.03) < 0.002,
        "RMSProp: 0.03 was best with three seeds"),
    Claim.That(Kit.IsQuick || Excess(3, 0.03) < 1.34, "Adam: 0.03 is good"),
    Claim.That(Kit.IsQuick || thirds.Min() > 1.25 && thirds.Max() < 2.15,
        "digits, a third of the best rate: 1.3 to 2.1 times the loss"),
    Claim.That(Kit.IsQuick || threefold.Min() > 2.5 && threefold.Max() < 10.5,
        "digits, three times the best rate: 3 to 10 times the loss"),
    Claim.That(Kit.IsQuick || Math.Abs(wrongRate - 0.96) < 0.005,
        "plain descent with Adam's rate: 0.96 …"),
    Claim.That(Kit.IsQuick || Math.Abs(best[0].Mean - 0.23) < 0.005,
        "… instead of 0.23"))

// %% choice-claim after=checkpoint-4-help
bool IsChosen(Func<double, Optimizer<double>> rule, double rate) =>
    Check.ChosenRule(rule, rate).IsCorrect;
Claim.All(
    Claim.That(new[] { 8.0, 10, 15, 20, 25 }.All(α =>
        IsChosen(α => new Momentum<double>(α), α)), "Momentum: best between 8 and 25"),
    Claim.That(new[] { 1, 3, 5, 30.0 }.All(α =>
        !IsChosen(α => new Momentum<double>(α), α)), "not below, not above"),
    Claim.That(new[] { 0.3, 1, 2, 3, 5, 10 }.All(α =>
        !IsChosen(α => new GradientDescent<double>(α), α)),
        "plain descent does not get there"),
    Claim.That(new[] { 0.01, 0.03, 0.05, 0.1, 0.2, 0.3 }.All(α =>
        !IsChosen(α => new RmsProp<double>(α), α)), "nor does RMSProp"),
    Claim.That(Run(thirtySteps, new Adam<double>(0.3), 1)[^1] < 0.05, "Adam at 0.3"))
