// %% species-claim after=found-code
Claim.All(
    Claim.Shape(iris.Features.Column(0), 4, 1, "a flower is a column"),
    Claim.Close(iris.Targets.RowSums(), [[50], [50], [50]],
        "50 setosa, 50 versicolor, 50 virginica: three species, not two"),
    Claim.That(others.OrderBy(Distance).Take(9)
        .All(j => iris.Label(j) == 1), "the nine nearest neighbours are versicolors"),
    Claim.Close(others.Where(j => Distance(j) < 0.4 + 1e-9)
        .CountBy(iris.Label).OrderBy(one => one.Key).Select(one => (double)one.Value),
        [17, 2], "within 0.4 cm: 17 versicolors, 2 virginicas"))

// %% three-scores-claim after=three-scores-seen
Claim.All(
    Claim.Shape(W.Row(0) * x, 1, 1, "one row of weights gives one score, as printed"),
    Claim.Shape(ThreeScores(x), 3, 1, "three rows give three"),
    Claim.Close(ThreeScores(iris.Select(0, 50, 100, found).Features),
        [[2.1, -1.5, -2.7, -2], [0, 0, 0, 0], [-5.5, -0.7, 1.6, 0.1]], 1e-9,
        "the scores of four flowers; virginica wins the found one by 0.1"),
    Claim.Close(rightByRows, 145 / 150.0, "three rows by hand name 145 flowers"))

// %% softmax-claim after=softmax-cure
double[][] answer = [[0.090], [0.245], [0.665]];
Claim.All(
    Claim.Close(Softmax.Of(Matrix.Column(0, 1, 2)), answer, 5e-4,
        "softmax(0, 1, 2) = 0.090, 0.245, 0.665"),
    Claim.Close(Softmax.Of(Matrix.Column(1000, 1001, 1002)), answer, 5e-4,
        "softmax(1000, 1001, 1002) is the same"),
    Claim.Close(Softmax.Of(Matrix.Column(0.7, 0))[0, 0], 1 / (1 + Math.Exp(-0.7)),
        "softmax(0.7, 0)₁ is σ(0.7)"))

// %% own-claim after=own-seen
Claim.All(
    Claim.Close(falling[0], Math.Log(3), 0.02, "the first loss: ln 3"),
    Claim.That(namedRight >= 145, "at least 145 of 150 right"))

// %% nll-claim after=checkpoint-1-help
double Of(Mat s) => Price(Softmax.Of(s)[2, 0]);          // the found one is a virginica
Mat s0 = ThreeScores(x), more = s0 + Matrix.Column(0, 0, 0.1);    // more for the truth
Claim.All(
    Claim.Close(Softmax.Of(s0), Matrix.Column(0.06, 0.446, 0.493), 1e-3,
        "three probabilities; only the third, the truth's, is in the loss"),
    Claim.Close(Of(s0), 0.707, 1e-3, "−ln of it: 0.71"),
    Claim.Close(Within(0.4, 2) / (double)(Within(0.4, 1) + Within(0.4, 2)), 2 / 19.0,
        "its neighbours: 2 of 19"),
    Claim.That(Of(more) < Of(s0), "more for the truth: −ln p falls, ln p rises"),
    Claim.Close(Of(Matrix.Zeros<double>(3, 1)), Math.Log(3),
        "knowing nothing costs ln 3"))

// %% drag-claim after=drag-seen
Claim.All(dragged.Where((_, n) => n % 8 == 0).Select(s => Claim.Close(
    NumericGradient.Of(Matrix.Column(-2, 0, s), one => crossEntropy.Value(one, y)),
    Softmax.Of(Matrix.Column(-2, 0, s)) - y, 1e-8,
    Sentence.Of($"p − y and nudging, at {s}"))).ToArray())

// %% suspect-claim after=suspect-seen
double ToNearest(int j) => Enumerable.Range(0, 60).Min(
    i => (training.Features.Column(i) - test.Features.Column(j)).Norm());
int[] farthest = [.. Enumerable.Range(0, 90).OrderByDescending(ToNearest)];
Claim.All(
    Claim.Close([history.Epochs[0].Loss, history.Last.Loss], [1.7, 0.06], 0.03,
        "the losses of the first and of the last epoch: 1.7 and 0.06"),
    Claim.Close(misread.Length, 5, "5 of 90 test flowers are misread"),
    Claim.That(misread.All(j => j == suspect || testP[named[j], j] <= 0.795),
        "four of them with 79 % or less"),
    Claim.Close(testP[named[suspect], suspect], 0.986, 5e-4, "the setosa with 98.6 %"),
    Claim.Close(-Math.Log(testP[0, suspect]), 4.3, 0.01, "which costs 4.3"),
    Claim.That(Enumerable.Range(0, 4).All(
        i => Predict(Replaced(i, average[i, 0]))[0, 0] > 0.5 == (i == 1)),
        "only the sepal width"),
    Claim.That(Predict(Replaced(1, 2.6))[0, 0] < 0.5
        && Predict(Replaced(1, 2.65))[0, 0] > 0.5,
        "2.65 cm"),
    Claim.Close(Enumerable.Range(0, 60).Where(j => training.Label(j) == 0)
        .Min(j => trainingCm.Features[1, j]), 3, "the narrowest: 3.0 cm"),
    Claim.That(misread.All(j => j == suspect || test.Label(j) > 0), "no other setosa"),
    Claim.Close(farthest[0], suspect, "the suspect is farthest from the training part"),
    Claim.Close(testCm.Features.Column(farthest[1]), x, "the found flower is second"),
    Claim.Close(measured, [[4.5], [2.3], [1.3], [0.3]],
        "the suspect's measurements"))

// %% seeds-claim after=suspect-seen
double? SureMistake(int seed)       // p of a wrong species; null: in the training part
{
    var (known, unseen) = iris.Split(0.4, seed, stratified: true);
    int at = Array.FindIndex([.. Enumerable.Range(0, unseen.Count)],
        j => unseen.Features.Column(j).IsCloseTo(measured, 1e-9));
    if (at < 0) return null;
    var scale = Standardization.Fit(known);
    var net = Mlp.Create<double>(4,
        [new(16, Activation.Relu), new(3, Activation.Identity)], seed: 1);
    Trainer.Fit(net, scale.Apply(known), crossEntropy, new Adam<double>(0.01),
        new() { Epochs = 100, BatchSize = 16, Seed = 1,
            Schedule = LearningRateSchedule.Linear() });
    Mat p = Softmax.Of(net.Forward(scale.Apply(unseen).Features)).Column(at);
    return p[0, 0] == p.Max() ? 0 : p.Max();
}
double[] mistakes = [.. Experiment.Repeat(Kit.Size(full: 50, quick: 5), SureMistake)
    .Where(p => p != null).Select(p => p.Value).Order()];
Claim.All(
    Claim.That(mistakes.All(p => p > 0), "never read right"),
    Claim.That(Kit.IsQuick || mistakes.Length == 34,
        "in 34 of 50 splits it is in the test part, and always misread"),
    Claim.That(Kit.IsQuick || mistakes[17] is > 0.97 and < 0.98,
        "half of them with at least 97 %"))

// %% reliability-claim after=reliability-seen
double[] Off(Run[] runs) =>                       // in standard errors
    [.. Groups(runs).Select(group => (Promised(group) - Wrong(group))
        / Math.Sqrt(group.Sum(one => one.P * (1 - one.P))))];
Run[] Again() => Experiment.Repeat(50, n => OneSplit(50 + n, 600, twoTanh, output));
Claim.All(
    Claim.That(Kit.IsQuick || Sure(Again()).Count(one => !one.IsRight) == 40,
        "40 mistakes of the tanh units in 50 other splits"),
    Claim.That(Kit.IsQuick || Off(linear)[2] < -2 && Off(brief)[2] < -4,
        "90 to 99 %: more than luck, were the answers independent"),
    Claim.That(Kit.IsQuick
        || Off(hidden)[3] < -10 && Off(linear)[3] > 0 && Off(brief)[3] > 0,
        "above 99 %: only the tanh units are overconfident"))

// %% splits-claim after=reliability-seen
var (modest, tanh) = (Sure(linear), Sure(hidden));
Mat[] Mistaken(Run[] runs, double low, double high = 1.01) => [..
    Enumerable.Range(1, splits).SelectMany(seed =>
{
    var (_, unseen) = iris.Split(0.8, seed);
    return Enumerable.Range(0, 30).Select(unseen.Features.Column)
        .Zip(runs[seed - 1].Answers, (flower, answer) => (flower, answer));
}).Where(one => one.answer.P >= low && one.answer.P < high && !one.answer.IsRight)
    .Select(one => one.flower)];
Mat[] ofLinear = Mistaken(linear, 0.9, 0.99), ofTanh = Mistaken(hidden, 0.99);
Mat[] ofBrief = Mistaken(brief, 0.9, 0.99);
int Flowers(Mat[] all) => all.Where((one, i) =>            // how many different ones
    !all[..i].Any(other => other.IsCloseTo(one, 1e-9))).Count();
int With(Mat[] all, int versicolor) =>
    all.Count(one => one.IsCloseTo(iris.Features.Column(versicolor), 1e-9));
int often = Enumerable.Range(50, 50).MaxBy(j => With(ofLinear, j));
Claim.All(
    Claim.That(Kit.IsQuick || With(ofLinear, often) == 9 && With(ofBrief, often) == 9
        && (ofLinear.Length, ofBrief.Length) == (10, 14),
        "90 to 99 %: nine of ten and nine of 14 mistakes concern one versicolor"),
    Claim.That(Kit.IsQuick || models.All(model => Wrong(Groups(model.Runs)[0])
        < Promised(Groups(model.Runs)[0])), "below 70 %: fewer wrong than promised"),
    Claim.That(Kit.IsQuick || gain.Count(one => Math.Abs(one) < 1e-9) > 25,
        "most differences are 0"),
    Claim.That(Kit.IsQuick || Flowers(ofTanh) == 7, "tanh, above 99 %: seven flowers"),
    Claim.That(hidden.All(run => run.Training >= 0.97),
        "the tanh units fit their training part in each split"),
    Claim.That(tanh.Count(one => !one.IsRight) > 2 * tanh.Sum(one => 1 - one.P),
        "tanh units: too many wrong above 99 %"),
    Claim.That(modest.All(one => one.IsRight), "linear: none is wrong above 99 %"),
    Claim.That(Sure(brief).Count(one => !one.IsRight) <= (Kit.IsQuick ? 3 : 0),
        "100 epochs: none is wrong above 99 %"),
    Claim.That(Kit.IsQuick || linearTest is { Min: 0.9, Max: 1 }, "27 to 30 of 30"),
    Claim.That(Kit.IsQuick || Math.Abs(100 * gain.Mean + 0.47) < 0.005
        && Math.Abs(100 * error - 1.11) < 0.02, "−0.47, standard error 1.11"),
    Claim.That(Kit.IsQuick || (modest.Length, tanh.Length) == (1240, 1368)
        && tanh.Count(one => !one.IsRight) == 18, "1240, and 1368 with 18 wrong"),
    Claim.That(Kit.IsQuick || Math.Abs(tanh.Sum(one => 1 - one.P) - 1.2) < 0.05,
        "1.2 by their own probabilities"))

// %% rings-claim after=rings-seen
Claim.All(
    Claim.Close(noUnits.Average(), 55, Kit.Size(full: 5, quick: 8),
        "linear: about 55 %, like a coin"),
    Claim.Close(twoUnits.Average(), 88, Kit.Size(full: 2, quick: 6),
        "two units: about 88 %"),
    Claim.That(twoUnits.Max() <= 92, "two units: never above 92 %"),
    Claim.Close(Metrics.Accuracy(TrainOn(rings, 2, 1), rings), 174 / 200.0,
        Kit.Size(full: 0, quick: 1) / 200.0, "on the first set they leave 26 points"),
    Claim.That(threeUnits.All(accuracy => accuracy == 100),
        "three units: 100 %, from every seed"),
    Claim.Close(Metrics.Accuracy(Fence(1, 25, 145, 265), rings), 1, "a fence of three"))

// %% hidden-plane-claim after=hidden-plane-seen
plane.Forward(standard.Features);
Mat atEnd = plane.Layers[0].Output;                                      // 2×150
Claim.All(
    Claim.That(Metrics.Accuracy(film.Start, standard) < 0.7,
        "before training the lines are wrong for more than 30 %"),
    Claim.Close(Metrics.Accuracy(plane, standard), 148 / 150.0,
        "at the end they are right for 148 of 150"),
    Claim.That(Enumerable.Range(0, 50).Count(j =>
        atEnd[0, j] < -0.98 && atEnd[1, j] > 0.98) == 49,
        "49 setosas are in the corner"),
    Claim.Close(iris.Features.Column(41), testCm.Features.Column(suspect),
        "flower 41 is the suspect"),
    Claim.Close(atEnd[0, 41], -0.85, 0.01, "and it is not in the corner"))

// %% twice-claim after=hidden-plane-seen
Mat right = Matrix.Column(1, 0, 0);
Claim.Close(crossEntropy.Value(right, right), 0.55, 0.002,
    "softmax twice: of three probabilities, a certain right one still costs 0.55")

// %% rule-claim after=coin-seen
double Epochs(Learnt[] runs) => runs.Average(run =>
    run.History.Epochs.First(one => one.Loss < 0.1).Epoch);
Claim.All(
    Claim.That(coins.All(run => run.Known == 1),
        "all 200 coins are learnt by heart, 10 times out of 10"),
    Claim.Close(coins.Average(run => run.New), 0.5, 0.02,
        "new lists: 0.5, as good as a coin"),
    Claim.That(rules.All(run => run.Known == 1), "training: 100 %, as before"),
    Claim.That(rules.Average(run => run.New) > 0.99, "new lists: above 99 %"),
    Claim.Close(Epochs(coins) / Epochs(rules), 4.6, 0.1,
        "coins take four to five times as many epochs"))

// %% proxy-claim after=proxy-hidden-seen
Claim.All(
    Claim.Close(0.9 / 4 + 0.1, 0.325, "nine tenths of a quarter, and a tenth"),
    Claim.Close([1 - 3 / 16.0, 1 - 3 / 80.0], [0.81, 0.96], 0.005, "0.81, and 0.96"),
    Claim.Close(sighted.Average(one => one.A), 0.92, 0.04, "A: about nine out of ten"),
    Claim.Close(sighted.Average(one => one.B), 0.33, 0.06, "B: about one in three"),
    Claim.Close([sighted.Average(one => one.InA), sighted.Average(one => one.InB)],
        [1, 0.25], 0.02, "in A's area all, in B's one in four"),
    Claim.Close(blind.Average(one => one.A), 0.64, 0.01, "no postcode: 64 % of A"),
    Claim.That(Math.Abs(blind.Average(one => one.A - one.B)) < 0.01,
        "and of B, by less than a point on average"),
    Claim.That(blind.SelectMany(one => new[] { one.A, one.B })
        .All(share => share is > 0.485 and < 0.725), "49 to 72 % in each network"),
    Claim.Close(sighted.Average(one => one.Accuracy), 0.96, 0.005, "accuracies: 96 %"),
    Claim.Close(blind.Average(one => one.Accuracy), 0.81, 0.005, "and 81 %"))
