// %% tanh-claim after=tanh-seen
int Place(string scale) => Array.FindIndex(scales, one => one.Name == scale);
double Last(string scale) => Size(relu[Place(scale)].Layers[^1].Output);
double[] Forward(string scale) =>                        // of layers 1 and 10
    [.. new[] { 0, 9 }.Select(l => Signal("", tanh[Place(scale)]).Y[l])];
double[] Back(string scale) =>                           // of layers 10 and 1
    [.. new[] { 9, 0 }.Select(l => Delta("", tanh[Place(scale)]).Y[l])];
Claim.All(
    Claim.Close([Last("½ · He") / Last("He"), Last("2 · He") / Last("He")],
        [1 / 1024.0, 1024], 1e-6,
        "ReLU: (½)¹⁰ = 1/1024 and 2¹⁰ = 1024 times as much as with He's scale"),
    Claim.Close(Forward("Xavier"), [0.63, 0.22], 0.01, "Xavier: the signal"),
    Claim.Close(Back("Xavier"), [0.95, 0.27], 0.01, "Xavier: δ"),
    Claim.Close(Forward("He"), [0.72, 0.55], 0.01, "He: the signal"),
    Claim.Close(Back("He"), [0.74, 0.81], 0.01, "He: δ"),
    Claim.Close(Back("2 · He")[0], 0.47, 0.01, "2 · He: δ of layer 10"),
    Claim.Close(Back("2 · He")[1] / Back("2 · He")[0], 12, 0.5,
        "2 · He: δ of layer 1 is twelve times as large, 1.3 a layer"),
    Claim.That(tanh[Place("2 · He")].Layers[9].Output.AsSpan().ToArray()
        .Count(a => Math.Abs(a) > 0.9) > 3000,
        "and more than half of its 6000 outputs are beyond ±0.9"))

// %% hundred-claim after=tanh-seen
(double Signal, double Delta) Through(double scale, int count)
{
    Mlp<double> net = Deep(Activation.Tanh, scale, count);
    return (Size(net.Layers[^1].Output), Size(net.Layers[0].Delta));
}
var (signal50, delta50) = Through(1, 50);
var (signal100, delta100) = Through(1, 100);
Claim.All(
    Claim.Close(Through(he, 100).Delta, 60, 2, "100 layers, He: a δ of 60"),
    Claim.That(signal100 > signal50 / 2 && delta100 > delta50 / 2,
        $"Xavier: signal {signal50:F3} after 50 layers, {signal100:F3} after 100; "
            + $"δ {delta50:F3} and {delta100:F3}"),
    Claim.Close(Matrix.Normal<double>(1000, 1000, seed: 1)
        .Map(z => z > 0 ? z * z : z * z / 4).Mean(), 5 / 8.0, 0.005,
        "leaky ReLU by ½: ⅝ of the mean square is left"))

// %% map-claim after=map-seen
var pairs = (from d in Enumerable.Range(0, depths.Length)
    from x in Enumerable.Range(0, powers.Length)
    select (Power: Math.Abs(powers[x] * depths[d]),
        Right: Mean(learned[d][x]))).ToArray();
double border = Math.Log2(30);
int Learners(double power, int layers) =>
    learnedFromSeeds((power, layers)).Count(one => one > 20);
Claim.All(
    Claim.Close(hundred.Labels().CountBy(digit => digit).Max(pair => pair.Value), 14,
        "the commonest digit has 14 of the 100 images"),
    Claim.That(pairs.Where(p => p.Power > 1.5 * border).All(p => !(p.Right > 20)),
        "clearly beyond the white curves no mean of the seeds is above 20 %"),
    Claim.That(pairs.Where(p => p.Power < border / 2).Average(p => p.Right > 20 ? 1 : 0)
        > 0.85, "clearly between them more than 85 % of the means are"),
    Claim.That(Kit.IsQuick || Learners(-1, 3) == 10 && Learners(-1, 5) is >= 4 and <= 6,
        "at half of He's scale: all of ten seeds with three layers, half with five"),
    Claim.That(Kit.IsQuick || Learners(0, 9) == 10 && Learners(0, 19) == 6,
        "at He's scale: all of ten with nine layers, six with 19"),
    Claim.That(Kit.IsQuick || learnedFromSeeds((1 / 3.0, 19)).Count(double.IsNaN) > 6,
        "1.26 · He: most of ten diverge with 19"))

// %% signal-claim after=signal-cured
double Factor(Run run, int of)
{
    var sizes = SignalAndDelta(run)[of].Y;
    return sizes.Max() / sizes.Min();
}
Claim.All(
    Claim.That(six[1] == small, "B has the weights that are too small"),
    Claim.Close(Factor(small, 0), 400, 50,
        "B: the signal loses a factor of about 400"),
    Claim.Close(Factor(small, 1), 600, 50,
        "B: δ loses a factor of about 600"),
    Claim.That(six.Where(run => run != small)
        .All(run => Factor(run, 0) < 5 && Factor(run, 1) < 5),
        "the others: less than 5"),
    Claim.That(six.Where(run => run != small).All(run =>
        SignalAndDelta(run)[1].Y.SequenceEqual(SignalAndDelta(low)[1].Y)),
        "and all five the same"),
    Claim.That(small.Training[^1] > 2.2 && cured.Training[^1] < 0.1,
        "He's scale cures it"))

// %% symmetry-claim after=symmetry-seen
Claim.All(
    Claim.That(begun[0].Different == 1 && begun[1].Different == 1,
        "equal weights: 32 units are still one"),
    Claim.That(begun[2].Different == 32, "random weights: 32 different units"),
    Claim.Close(begun[0].Loss, Math.Log(10), 0.05, "all 0: the loss stays near ln 10"),
    Claim.That(Math.Abs(begun[1].Loss - 1.8) < 0.05,
        "all 0.05: it ends at 1.8"),
    Claim.That(Math.Abs(begun[2].Loss - 0.16) < 0.01,
        "random: it ends at 0.16"))

// %% dead-claim after=clip-code
double[] ratios = [.. Ratios("", rates[0]).Y], lows = [.. Ratios("", low).Y];
Mat Third(Mlp<double> net) => net.Layers[2].Weights;
double Moved(Run run) =>
    (Third(run.Nets[^1]) - Third(run.Nets[0])).Norm() / Third(run.Nets[0]).Norm();
Claim.All(
    Claim.Close(ratios[0], 0.002, 3e-4,
        "reference: the ratio begins near 0.002"),
    Claim.That(six[0] == low && six[4] == high, "A has the low rate, E the high one"),
    Claim.Close(lows.Average(), 2e-5, 1e-5, "A: the ratio is near 0.00002"),
    Claim.That(
        Moved(low) < 0.01 && Math.Abs(Moved(rates[0]) - 0.22) < 0.02,
        "A: the weights moved by less than 1 %, the reference by 22 %"),
    Claim.That(
        Dead(high.Nets[1]) is > 30 and < 45 && Dead(high.Nets[^1]) > 60,
        "E: about a third is dead after an epoch, most at the end"),
    Claim.That(Math.Abs(Dead(six[1].Nets[^1]) - 24) < 3
        && Math.Abs(Dead(six[5].Nets[4]) - 39) < 3 && Dead(six[5].Nets[^1]) < 20,
        "B ends at 24 %; F has 39 % in epoch 4, and less than 20 at the end"),
    Claim.That(
        Probed(high.Nets[^1]).Layers.Any(one => one.Output.Norm() == 0),
        "E: one layer is dead as a whole"),
    Claim.That(calmer.All(run => run.Training[^1] < 0.6),
        "rate 0.1, or clipped: it learns"))

// %% awake-claim after=clip-code
double[] ratios = [.. Ratios("", rates[0]).Y];
List<double> tenth = calmer[0].Training, clipped = calmer[1].Training;
double Leap(List<double> losses) => losses.Zip(losses.Skip(1), (a, b) => b - a).Max();
Claim.All(
    Claim.That(clipped[^1] > 0.1 && tenth[^1] < 0.015 && (Kit.IsQuick
        || Math.Abs(clipped[27] - 0.10) < 0.005 && Math.Abs(clipped[^1] - 0.32) < 0.005
        && Math.Abs(tenth[^1] - 0.007) < 0.0005),
        "clipped: 0.10 in epoch 28, and 0.32 at the end; at rate 0.1 0.007"),
    Claim.That(Math.Abs(tenth[15] - 0.27) < 0.01
        && Math.Abs(tenth[16] - 1.06) < 0.01 && Leap(clipped) < 0.2,
        "at rate 0.1 the loss leaps from 0.27 to 1.06, clipped by less than 0.2"),
    Claim.That(ratios[1..17].Min() is > 0.0025 and < 0.0035
        && ratios.Max() is > 0.0245 and < 0.0255,
        "reference: from epoch 2 to 17 the ratio is 3 to 25 thousandths"),
    Claim.That(Kit.IsQuick || Math.Abs(ratios[29] - 0.0002) < 0.00005
        && ratios[17..].Count(ratio => ratio is > 0.005 and < 0.015) == 2
        && ratios[17..].Count(ratio => ratio > 0.0025) == 2,
        "from epoch 18 on it falls to 0.0002, but for two leaps to 0.01"),
    Claim.That(Ratios("", low).Y.Concat(Ratios("", small).Y).Max()
        < Ratio(healthy, 1) / 200, "A, B: hundreds of times below the healthy run"),
    Claim.That(Ratios("", high).Y.Skip(6).All(ratio => ratio == 1e-7),
        "E: from epoch 7 on the ratio is practically 0"),
    Claim.That(new[] { small, sorted }.All(run => run.Nets.All(net => Probed(net)
        .Layers.All(one => one.Output.Norm() > 0))), "B, F: no whole layer is dead"))

// %% gap-claim after=sure-seen
double GapAt(Run run, int epoch) => run.Validation[epoch - 1] - run.Training[epoch - 1];
Claim.All(
    Claim.That(six[2] == leak && six[3] == over && six[5] == sorted, "C, D and F"),
    Claim.That(leak.Validation[^1] + leak.Training[^1] < 0.1,
        "C, the leak: both losses go to 0"),
    Claim.That(GapAt(over, epochs) > 2 && over.Validation[^1] is > 2.2 and < 2.5,
        "D: its loss ends above 2, and so does the gap"),
    Claim.That(sorted.Validation.Max() > 3, "F: the loss leaps above 3"),
    Claim.That(Nines(sorted) == 116
        && valid.Labels().Count(label => label == 9) == 32, "F: 116 nines for 32"),
    Claim.That(Math.Abs(curedRuns[0].Validation[^1] - 1.2) < 0.05,
        "C: the true loss is 1.2"),
    Claim.That(Math.Abs(AtEnd(curedRuns[1]) - AtEnd(curedRuns[0])) < 1
        && Math.Abs(AtEnd(curedRuns[2]) - 8) < 0.5,
        "F about as good as C, D better: 8 %"),
    Claim.That(curedRuns[1].Validation[^1] < 0.7 * sorted.Validation[^1],
        "F is cured"),
    Claim.That(Math.Abs(healthy.Validation[^1] - 0.34) < 0.005
        && healthy.Validation[^1] < healthy.Validation.Min() + 0.01
        && Math.Abs(GapAt(healthy, 30) - 0.3) < 0.02, "healthy: 0.34, a gap of 0.3"),
    Claim.That(Math.Abs(Error(over.Nets[turn]) - 48) < 0.5
        && Math.Abs(Error(over.Nets[^1]) - 38) < 0.5, "D: its error falls, 48 to 38 %"),
    Claim.That(Math.Abs(Sure(over.Nets[turn]) - 0.44) < 0.01
        && Math.Abs(Sure(over.Nets[^1]) - 0.79) < 0.01,
        "D: the confidence in wrong answers rises from 0.44 to 0.79"))

// %% early-claim after=stopping-seen
Claim.All(
    Claim.That((stop(ofD, 1), stop(ofD, 2), stop(ofD, 5)) == (5, 11, 11),
        "D: patience 1 keeps epoch 5, 2 and 5 keep epoch 11"),
    Claim.That(Math.Abs(ofD[10] - 1.48) < 0.006
        && Math.Abs(FinalLoss(11) - 1.59) < 0.006, "epoch 11: 1.48, on others 1.59"),
    Claim.That(Math.Abs(ofD[29] - FinalLoss(30)) < 0.01,
        "in the last epoch the two agree"))

// %% decay-claim after=decay-seen
double[] Ends(Func<Run, double> of) => [.. decayed.Select(of)];
double[] lengths = Ends(run => Length(run.Nets[^1]));
double[] surer = Ends(run => Sure(run.Nets[^1]));
Claim.All(
    Claim.That(Math.Abs(decayed[0].Training[^1] - 0.025) < 0.001
        && Math.Abs(decayed[3].Training[^1] - Math.Log(10)) < 0.06,
        "the training loss: 0.02 without decay, near ln 10 with λ = 0.1"),
    Claim.That(Math.Abs(lengths[2] / lengths[0] - 2 / 3.0) < 0.01
        && surer[2] < surer[1] && surer[1] < surer[0],
        "λ = 0.03: weights shorter by a third; the larger λ, the less sure"),
    Claim.That(Math.Abs(decayed[0].Validation[^1] - 2.30) < 0.005
        && Math.Abs(decayed[2].Validation[^1] - 1.55) < 0.005, "from 2.30 to 1.55"),
    Claim.That(Math.Abs(AtEnd(decayed[2]) - 46) < 0.5
        && Math.Abs(AtEnd(decayed[0]) - 43) < 0.5, "the error does not fall"))

// %%
Sample OfLoss(int r) => Gain(r, s => s.Loss);
Sample OfError(int r) => Gain(r, s => s.Error);

// %% data-claim after=data-seen
Stack tried = OneHidden(1, () => new Normalization());   // its way back, nudged
Dataset<double> ten = Digits(0, 10);
tried.Backward(loss.Gradient(tried.Forward(ten.Features), ten.Targets));
double slope = tried.Layers[0].Layers[0].WeightGradient[3, 90];
double At(double nudge)
{
    tried.Layers[0].Layers[0].Weights[3, 90] += nudge;
    double value = loss.Value(tried.Forward(ten.Features), ten.Targets);
    tried.Layers[0].Layers[0].Weights[3, 90] -= nudge;
    return value;
}
Claim.All(
    Claim.Close((At(1e-5) - At(-1e-5)) / 2e-5, slope, 1e-7, "the way back, nudged"),
    Claim.That(Kit.IsQuick || new[] { 1, 2, 3, 5, 6 }.All(r => OfLoss(r).Min > 0),
        "all but normalization lower the loss, in every pair"),
    Claim.That(Kit.IsQuick || OfError(3).Min > 0 && OfError(3).Mean is > 0.6 and < 1.2,
        "dropout lowers the error in every pair, by about 0.9 points"),
    Claim.That(Kit.IsQuick || Enumerable.Range(1, 4).All(r =>
        Finding(OfError(r)) == "cannot show"),
        "stopping, decay, dropout, normalization: these pairs cannot show it"),
    Claim.That(Kit.IsQuick || Math.Abs(OfError(5).Mean - 2.8) < 0.3
        && Math.Abs(OfError(5).Min) < 0.2 && Math.Abs(OfError(6).Mean - 6) < 0.3,
        "shifted copies 2.8, but nothing in one pair; four times 6"))

// %% stopping-claim after=data-seen
double three = 3 / Math.Sqrt(4 + 9);      // Student's t with 4 degrees of freedom
Claim.All(
    Claim.That(Kit.IsQuick || Math.Abs(scores[0].Average(s => s.Error) - 18.6) < 0.1,
        "without a remedy the error is 18.6 %"),
    Claim.That(OfError(6).Min > 0 && Finding(OfError(6)) == "lower",
        "four times the images lower the error, in every pair"),
    Claim.Close(1 - 1.5 * (three - Math.Pow(three, 3) / 3), 1 / 25.0, 1e-3,
        "five pairs: chance alone exceeds three standard errors once in 25"),
    Claim.That(Kit.IsQuick || Math.Abs(OfLoss(4).Mean + 0.05) < 0.005
        && Math.Abs(OfLoss(4).Mean / OfLoss(4).StandardError + 2.9) < 0.05,
        "normalization raises the loss by 0.05, 2.9 standard errors"),
    Claim.That(Kit.IsQuick
        || OfError(1).Max < 0 && Math.Abs(OfError(1).Mean + 0.55) < 0.02,
        "early stopping raises the error in every pair, by 0.55 points on average"),
    Claim.That(Kit.IsQuick
        || Math.Abs(OfError(1).Mean / OfError(1).StandardError + 2.3) < 0.1,
        "which is about 2.3 standard errors"))

// %% again-claim after=again-seen
double At2(string name, double power, int layers) =>
    maps.Single(map => map.Name == name).Right[Array.IndexOf(depthsAgain, layers)]
        [Array.IndexOf(scalesAgain, power)];
Claim.All(
    Claim.That(Kit.IsQuick || At2("skip", -2, 19) > 40 && At2("plain", -2, 19) < 20
        && At2("normalization", -2, 19) < 20,
        "19 layers at ¼ · He: only with a skip"),
    Claim.That(Kit.IsQuick || double.IsNaN(At2("skip", 1, 19)),
        "2 · He: with a skip diverged"),
    Claim.That(Kit.IsQuick || !maps[1].Right.Any(row => row.Any(double.IsNaN))
        && At2("normalization", 2, 10) > 40 && At2("plain", 2, 10) < 20,
        "normalization: nothing diverges, and at 4 · He ten layers learn"),
    Claim.That(Kit.IsQuick || At2("normalization", 0, 4) > 90,
        "four normalized layers at He's scale: more than 90 %"),
    Claim.That(Kit.IsQuick || maps[1].Right[6].Max() < 30,
        "19 normalized layers: little after 15 epochs"))

// %% delta-claim after=again-rates-seen
double Growth(Kind kind, double power, int seed = 1)      // from layer 19 to layer 2
{
    Stack net = Built(kind, power, 19, seed);
    net.Backward(loss.Gradient(net.Forward(hundred.Features), hundred.Targets));
    return Size(net.Layers[1].Layers[0].Delta) / Size(net.Layers[18].Layers[0].Delta);
}
double[] growths = [.. towerScales.Select(one => Growth(normalized, one.Power))];
Mat z = Matrix.Normal<double>(1000, 1000, seed: 1).Map(x => Math.Max(x, 0));
double[] right = [.. settings.Select(one => one.Right.Mean)];
Claim.All(
    Claim.That(growths.All(one => one is > 57.5 and < 58),
        "δ grows 58-fold from layer 19 to layer 2, at every scale"),
    Claim.Close(Math.Pow(58, 1 / 17.0), 1.27, 0.005, "1.27-fold in each layer"),
    Claim.Close(z.Mean() * z.Mean() / z.Hadamard(z).Mean(), 1 / Math.PI, 0.001,
        "ReLU: the square of the mean is 1/π of the mean square"),
    Claim.Close(1 / Math.Sqrt(1 - 1 / Math.PI), 1.21, 0.005, "1.21 in a wide network"),
    Claim.That(Enumerable.Range(1, 5).All(seed => Growth(beforeRelu, 0, seed) < 2
        && Growth(normalized, 0, seed) > 25),
        "before the ReLU, δ grows less than twofold; after it, 25-fold or more"),
    Claim.That(Kit.IsQuick
        || Math.Abs(right[0] - 14) < 1 && Math.Abs(right[2] - 16) < 1.5,
        "one rate for all layers: 14 %, a low one 16 %"),
    Claim.That(Kit.IsQuick
        || Math.Abs(right[1] - 25) < 3 && Math.Abs(right[4] - 25) < 3,
        "divided rates, and a low one before the ReLU: about 25 %"),
    Claim.That(Kit.IsQuick || right[3] < right[4] - 2,
        "before the ReLU, too, 0.05 is too high"))

// %% losses-claim after=losses-seen
int[] byLosses = [.. six.Append(healthy).Select(run =>
    judge([.. run.Training], [.. run.Validation]))];
bool isOwn = Check.Diagnosis(Diagnose).IsCorrect;           // with lines of its own
Claim.All(
    Claim.That(byLosses is [2, 2, 0, 3, 2, 0, 0] || isOwn && byLosses[2] == 0,
        $"nothing wrong in C, F and the healthy run: {string.Join(", ", byLosses)}"),
    Claim.Close([sorted.Validation[0], sorted.Validation.Min(), sorted.Validation[^1]],
        [2.32, 2.32, 2.70], 0.005, "F begins at 2.32, its lowest, and ends at 2.70"))

// %% clinic-claim after=clinic-verdict
Run[] diverged = FitAll(Admit(46), Admit(29));
Run[] others = FitAll([.. new[] { 4, 7, 56, 71, 94, 96 }.Select(Admit)]);
Claim.All(
    Claim.That(Enumerable.Range(1, 99).Select(n => Admit(n).Fault).Distinct().Count()
        == 8, "each of the seven faults is among the 99 patients, and health"),
    Claim.That(diverged[0].Training.Count == 0
        && diverged[1].Training.Count is > 0 and < 30,
        "patient 46 diverges in the first epoch, patient 29 later"),
    Claim.That(diverged.All(run => Pictures(run, [true, true, true, true])
        .All(picture => picture.ToHtml().Length > 0)),
        "both can be examined with all instruments"),
    Claim.That(others.All(run => Overfits(run)
        == (run.Plan.Fault is "leak" or "not shuffled"))
        && others.Select(run => run.Plan.Fault).Distinct().Count() == 4,
        "leaks and unshuffled runs overfit, too; healthy ones do not"),
    Claim.That(six.All(run => Overfits(run) == (run.Training[^1] < 1.3))
        && !Overfits(healthy), "of the six, C, D and F"))
