// %% look-claim after=means-seen
int neverInked = Enumerable.Range(0, 784).Count(pixel =>
    Enumerable.Range(0, sample.Count).All(j => sample.Features[pixel, j] == 0));
int[] allLabels = all.Labels();
double commonest = Enumerable.Range(0, 10)
    .Max(digit => allLabels.Count(label => label == digit)) / (double)all.Count;
Claim.All(
    Claim.That(all.FeatureCount == 784, "an image is a column of 784 numbers"),
    Claim.That(neverInked > 50,
        $"{neverInked} of 784 pixels are paper in the first {sample.Count} images"),
    Claim.That(commonest < 0.13,
        $"the commonest digit is {100 * commonest:F1} % of all: no class dominates"))

// %% parts-claim after=parts-code
Claim.All(
    Claim.That(training.Count == 11 * validation.Count,
        $"{training.Count} images to train on, {validation.Count} to choose with"),
    Claim.That(training.Count + validation.Count == sizes.Images,
        "together they are all images: none is in both"))

// %% linear-claim after=linear-seen
Claim.All(
    Claim.That(linear.ParameterCount == 7850,
        "784 · 10 weights and 10 biases: 7850 parameters"),
    Claim.Close(Metrics.Evaluate(zero, validation, loss).Loss, Math.Log(10), 1e-4,
        "to know nothing costs ln 10 = 2.3026"),
    Claim.That(Kit.IsQuick || linearRates[bestLinear] == 3
        && Math.Abs(linearError - 0.077) < 0.0005, "the best of three: 3, with 7.7 %"),
    Claim.That(linearError < Kit.Size(full: 9, quick: 20) / 100.0,
        $"the linear model misreads {linearError:P2} of the validation part"))

// %% hidden-claim after=hidden-seen
int units = sizes.HiddenUnits;
EpochResult last = firstRun.Last;
double gap = (last.Accuracy - last.ValidationAccuracy).Value;
Claim.All(
    Claim.That(firstNet.ParameterCount == 785 * units + 10 * (units + 1),
        $"785 · {units} + 10 · {units + 1} = {firstNet.ParameterCount}"),
    Claim.That(firstLosses.Average() > Math.Log(10) && firstLosses.Average() < 2.7,
        $"first loss {firstLosses.Average():F2} on average, above ln 10"),
    Claim.That(Kit.IsQuick || 1 - last.ValidationAccuracy < linearError / 3,
        $"validation: {1 - last.ValidationAccuracy.Value:P2} misread"),
    Claim.That(Kit.IsQuick || Math.Abs(last.Loss - 0.03) < 0.005
        && Math.Abs(last.ValidationLoss.Value - 0.07) < 0.01,
        $"the last losses: {last.Loss:F3}, validation {last.ValidationLoss.Value:F3}"),
    Claim.That(
        Kit.IsQuick || firstRun.Epochs[0].Loss > firstRun.Epochs[0].ValidationLoss,
        "after the first epoch the training loss is the larger one"),
    Claim.That(gap > 0, $"training accuracy is higher by {gap:P2}"))

// %% why-claim after=why-seen
double Lead(Matrix<float> column, int[] k) => column[k[0], 0] - column[k[1], 0];
Claim Explains(Matrix<float> image, string name)
{
    Matrix<float> share = Evidence(firstNet, image).RowSums();
    Matrix<float> scored = firstNet.Forward(image);
    Matrix<float> atRest = firstNet.Layers[0].Output.Map(a => a > 0 ? 1f : 0)
        .Hadamard(firstNet.Layers[0].Biases);
    Matrix<float> constant =
        firstNet.Layers[1].Weights * atRest + firstNet.Layers[1].Biases;
    int[] k = Likeliest(image);
    return Claim.Close(Lead(share, k) + Lead(constant, k), Lead(scored, k), 1e-3,
        $"{name}: pixels and constant together are the lead of {k[0]} over {k[1]}");
}
Matrix<float> read7 = firstNet.Forward(aSeven);
Matrix<float> shares = Evidence(firstNet, aSeven).RowSums();
Claim.All(
    Explains(aSeven, "the 7"), Explains(letter, "the A"),
    Claim.That(Kit.IsQuick || Enumerable.Range(0, 10).MaxBy(k => read7[k, 0]) == 7,
        "the 7 is read as a 7"),
    Claim.That(Kit.IsQuick || Likeliest(aSeven)[1] == 3
        && Math.Abs(Lead(shares, [7, 3]) - 12.1) < 0.3, $"{Lead(shares, [7, 3]):F1}"),
    Claim.That(readA == Kit.Size(full: 2, quick: 9)
        && Math.Abs(pA[readA, 0] - Kit.Size(full: 83, quick: 81) / 100.0) < 0.03,
        $"the A is read as a {readA}, with {pA[readA, 0]:F2}"))

// %% choose-claim after=choose-seen
Claim.All(
    Claim.That(rates[best] == 1, $"the best of the three rates is 1: on average "
        + $"{rateMeans[best]:F2} % of the validation part is misread"),
    Claim.That(rateMeans[0] > rateMeans[1], $"0.3 is too slow: {rateMeans[0]:F2} %"),
    Claim.That(rateMeans[2] > rateMeans[1], $"3 is too fast: {rateMeans[2]:F2} %"),
    Claim.That(Kit.IsQuick || rateMeans[0] > rateMeans[2],
        "a third of the best rate costs more than three times the best rate"))

// %% epochs-claim after=epochs-seen
int fewer = Kit.IsQuick ? 0 : 1;
double shorter = byLength[fewer].Average(), longerRun = byLength[fewer + 1].Average();
Claim.That(longerRun < shorter - (Kit.IsQuick ? 0 : 0.3),
    $"{sizes.Lengths[fewer]} epochs: {shorter:F2} %, "
        + $"{sizes.Lengths[fewer + 1]}: {longerRun:F2} %")

// %% ablation-claim after=ablation-seen
double[] ratios = [ablated[bestAblated] / errors[best][0], second / errors[best][1]];
Claim.All(
    Claim.That(ratios.Min() > Kit.Size(full: 15, quick: 10) / 10.0,
        "with the squared error more than one and a half times as many are misread"),
    Claim.That(Kit.IsQuick || rates[bestAblated] == 1 && rates[best] == 1,
        "the best rate of both is 1"))

// %% width-claim after=width-seen
double[] widthMeans = [.. byWidth.Select(runs => runs.Average())];
Claim.All(
    Claim.That(widthMeans[2] < (Kit.IsQuick ? 1 : 0.75) * widthMeans[0], $"32 units: "
        + $"{widthMeans[2]:F2} %, the linear model: {widthMeans[0]:F2} %"),
    Claim.That(widthMeans[1] > Math.Max(widthMeans[0], widthMeans[2]),
        $"8 units are too few: {widthMeans[1]:F2} %"),
    Claim.That(Kit.IsQuick || byWidth[1].Min() > byWidth[0].Max()
        && Math.Abs(widthMeans[1] - 8.3) < 0.1 && Math.Abs(widthMeans[0] - 7.8) < 0.1,
        $"8 units: {widthMeans[1]:F2} %, no seed below the linear model's"),
    Claim.That(Kit.IsQuick || widthMeans[^1] < 0.8 * widthMeans[2],
        $"the most units do best: {widthMeans[^1]:F2} %"))

// %% luck-claim after=same-images-seen
Claim.All(
    Claim.That(Kit.IsQuick || net128.Max < 0.5 * line.Min,
        "the worst network misreads less than half of what the best line does"),
    Claim.That(Kit.IsQuick || net128.StandardDeviation < 0.25,
        $"the seeds of {netName} differ by little"),
    Claim.Close(100 * Math.Sqrt(0.02 * (1 - 0.02) / 5_000), 0.20, 0.005,
        "2 % of 5,000 images: standard deviation 0.20 %"))

// %% same-images-claim after=same-images-seen
int count1 = wrong1.Count(one => one), count2 = wrong2.Count(one => one);
Claim.That(Kit.IsQuick || (inBoth, inOne) == (73, 79) && Math.Abs(count1 - count2) == 5,
    $"{inBoth} images are misread with both seeds, {inOne} with only one")

// %% test-claim after=test-seen
double before = ErrorOn(validation, network);
double luckBefore = Math.Sqrt(before * (1 - before) / validation.Count);
double[] draws = [.. Matrix.Normal<double>(3, 20_000, seed: 1).AsSpan()];
Claim.All(
    Claim.That(Kit.IsQuick || Math.Abs(before - 0.0202) < 0.0006
        && Math.Abs(before - testError) < 0.0049,
        $"validation: {before:P2}, ± {luckBefore:P2}"),
    Claim.That(Math.Abs(testError - (Kit.IsQuick ? 0.11 : 0.0175))
            < (Kit.IsQuick ? 0.01 : 0.001),
        $"{netName} misreads {testError:P2} of the test set, ± {luck:P2}"),
    Claim.That(Kit.IsQuick || Math.Abs(lineError - 0.073) < 0.001,
        $"the linear model: {lineError:P2}"),
    Claim.Close(200 * Math.Sqrt(0.0202 * 0.9798 * (1 / 1e4 + 1 / 5e3)), 0.49, 0.01,
        "two standard deviations of the difference: 0.49 points"),
    Claim.Close(-draws.Chunk(3).Average(three => three.Min()), 0.85, 0.02,
        "the smallest of three: 0.85 standard deviations below the mean"),
    Claim.Close(0.85 * 0.18 / Math.Sqrt(2), 0.11, 0.005, "0.11 points"),
    Claim.That(testError < lineError, "the hidden layer wins on new images, too"))

// %% confusion-claim after=confusion-seen
Claim.All(
    Claim.That(Kit.IsQuick
        || pairs[0] == ("3 and 8", 14) && pairs[1] == ("4 and 9", 12)
        && pairs[2..5].All(pair => pair.Count == 10) && pairs[5].Count < 10,
        "3 and 8, 14 times; 4 and 9, 12 times; then three pairs with 10"),
    Claim.Close(confusion.Accuracy, 1 - testError, 1e-9,
        $"the diagonal holds the rest, {1 - testError:P2}"))

// %% calibration-claim after=temperature-seen
double claimed = Enumerable.Range(0, test.Count).Average(Sure);
Bin top = asItIs[^1];
double foreseen = top.Images * (1 - top.Sure), made = top.Images * (1 - top.Right);
Claim.All(
    Claim.That(misread.Length == Math.Round(testError * test.Count),
        $"{misread.Length} of {test.Count} test images are misread"),
    Claim.That(Sure(misread[0]) > 0.95,
        $"the most confident mistake is made with {Sure(misread[0]):P2}"),
    Claim.That(Kit.IsQuick || misread.Count(j => Sure(j) > 0.99) == 18
        && top.Images == 9149 && Math.Round(foreseen) == 4 && Math.Round(made) == 18,
        $"above 0.99: {foreseen:F1} mistakes of {top.Images} foreseen, {made:F0} made"),
    Claim.That(Kit.IsQuick
        || asItIs[2..].All(bin => bin.Right < bin.Sure - 2 * bin.Error),
        "above 0.8 fewer are right than it says"),
    Claim.That(Kit.IsQuick
        || asItIs[..2].All(bin => Math.Abs(bin.Right - bin.Sure) < bin.Error),
        "below 0.8 the share is that of the confidence, within ±"),
    Claim.That(Kit.IsQuick || Math.Abs(asItIs[2].Right - 0.68) < 0.01
        && Math.Abs(asItIs[2].Error - 0.04) < 0.005 && asItIs[2].Images == 130,
        $"of those between 80 and 90 %, {asItIs[2].Right:P0} are right"),
    Claim.That(claimed > 1 - testError,
        $"on average {claimed:P2} sure, and {1 - testError:P2} right"))

// %% temperature-claim after=temperature-seen
Bin[] after = Reliability(Softmax.Of(Scaled(testScores, bestT)));
Claim.All(
    Claim.That(Kit.IsQuick || Math.Abs(bestT - 1.35) < 0.06, "T = 1.35"),
    Claim.That(Kit.IsQuick || Math.Abs(TestLoss(1) - 0.064) < 0.0006
        && Math.Abs(TestLoss(bestT) - 0.059) < 0.0006,
        $"test loss: {TestLoss(1):F4}, scaled {TestLoss(bestT):F4}"),
    Claim.That(Kit.IsQuick
        || after[2..].All(bin => Math.Abs(bin.Right - bin.Sure) < 2 * bin.Error),
        "T = 1.35: above 0.8 the points lie on the diagonal, within 2 ±"),
    Claim.That(Kit.IsQuick || after[0].Right > after[0].Sure + after[0].Error,
        "and the lowest lies above it"))

// %% weights-claim after=weights-seen
Mlp<float> initial = Mlp.Create<float>(784, Layers(sizes.HiddenUnits), seed: 1);
Matrix<float> W1 = network.Layers[0].Weights, W1Before = initial.Layers[0].Weights;
int[] paper = [.. Enumerable.Range(0, 784).Where(pixel =>
    Enumerable.Range(0, all.Count).All(j => mnist.Training.Pixels(j)[pixel] == 0))];
double movedOnPaper = paper.Max(pixel =>
    W1.Column(pixel).MaxAbsoluteDifference(W1Before.Column(pixel)));
double moved = W1.MaxAbsoluteDifference(W1Before);
double MovedBy(int unit) =>
    W1.Row(unit - 1).MaxAbsoluteDifference(W1Before.Row(unit - 1));
int dead = Enumerable.Range(0, on.Rows).Count(u => on[u, 0] == 0);
Claim.All(
    Claim.That(paper.Length > 60, $"{paper.Length} pixels are paper in every image"),
    Claim.That(movedOnPaper == 0, "the weights of these pixels have not moved at all"),
    Claim.That(moved > 0.1,
        $"elsewhere a weight moved by as much as {moved:F2}"),
    Claim.That(Kit.IsQuick || on[6, 0] == 0 && dead == 3,
        $"unit 7 is dead, one of {dead}: no test image reaches it"),
    Claim.That(Kit.IsQuick || MovedBy(7) < 0.085 && Math.Abs(moved - 0.88) < 0.02,
        $"none of its weights moved by more than {MovedBy(7):F2}: it died early"),
    Claim.That(Kit.IsQuick || on[10, 0] == 4 && MovedBy(11) < moved / 2,
        $"unit 11 is on for 4 images; no weight moved by more than {MovedBy(11):F2}"))

// %% full-claim after=full-code
if (Kit.RunsInFull)
    Claim.That(wide.Errors.Average() <= 1.6,
        $"784-800-10: {wide.Errors.Average():F2} % on average")
        .Display();

// %% save-claim after=save-code
Matrix<float> fewImages = test.Slice(0, 100).Features;
Claim.All(
    Claim.That(length >= 4 * numbers && length < 4 * numbers + 1000,
        $"{numbers} numbers of 4 bytes, and a header: {length} bytes"),
    Claim.That(loaded.Forward(fewImages)
        .MaxAbsoluteDifference(network.Forward(fewImages)) == 0,
        "the loaded network answers with exactly the same numbers"))
