// %% whose-numbers
// Each right piece keeps what the text says in general. Its numbers are those of the
// course's pieces: another He draws other weights.
bool areRight = wrong.Length == 0,
    areTheCourses = areRight && !pieces.Any(Pieces.IsOwn),
    isPublished = size == (Kit.IsQuick ? new(24_000, 64, 5) : new Size(55_000, 128, 7));
double apart = compared.Max(pair => pair.Difference);

// %% wrong-steps-claim after=learn
Func<Network, Mat, Mat, double, Mat> Wrong(string mistake) => (net, x, y, α) =>
{
    var (Z, A) = Forward(net.W, net.b, x);
    var (P, δ) = SoftmaxDelta(A[^1], y);
    if (mistake == "m = 100") δ = (P - y) / 100;
    var (dW, db) = Backward(net.W, Z, A, mistake == "uphill" ? -δ : δ);
    if (mistake != "t stays 1" || net.t == 0) net.t++;
    if (mistake == "first α") α = 0.003 * 0.95;
    var (β1, β2) = mistake == "β exchanged" ? (0.999, 0.9) : (0.9, 0.999);
    int last = net.W.Length - (mistake == "two layers" && net.W.Length > 3 ? 2 : 1);
    for (int l = mistake == "last layer" ? last : 1; l <= last; l++)
    {
        if (mistake == "t by layer" && l > 1) net.t++;
        Step(net.W[l], dW[l], net.V[l], net.S[l], net.t, α, β1, β2, 1e-8);
        if (mistake == "t by matrix") net.t++;
        if (mistake == "no b") continue;
        Step(net.b[l], db[l], net.Vb[l], net.Sb[l], net.t, α, β1, β2, 1e-8);
    }
    if (mistake == "X changed") x[300, 0] = 1;
    return mistake == "P after" ? SoftmaxDelta(Forward(net.W, net.b, x).A[^1], y).P : P;
};
Claim Found(string mistake, string at) => Claim.That(
    $"{TenStepsAgree(Wrong(mistake))}".Contains($"{at} differs, "), $"{mistake}: {at}");
if (areRight) Claim.All(
    Claim.That(TenStepsAgree(Wrong("none")).IsCorrect, "without a mistake all agree"),
    Found("P after", "2, batch: 100. P in step 1"),
    Found("X changed", "X, which must stay as it is,"),
    Found("uphill", "W1 after step 1"), Found("last layer", "W1 after step 1"),
    Found("t by matrix", "b1 after step 1"), Found("no b", "b1 after step 1"),
    Found("t by layer", "W2 after step 1"),
    Found("t stays 1", "P in step 3"), Found("first α", "P in step 3"),
    Found("β exchanged", "P in step 3"),
    Found("two layers", "Layers: 3, batch: 37. W3 after step 1"),
    Found("m = 100", "Layers: 3, batch: 37. W1 after step 1")).Display();

// %% own-network-claim after=keep
int[] first = [.. Enumerable.Range(0, 2_500)];
Mat W1 = Begin(seed: 1, 784, size.Units, 10).W[1], byLoops = 0 * (W1 * X);
for (int i = 0; i < W1.Rows; i++)
    for (int j = 0; j < X.Columns; j++)
        for (int k = 0; k < W1.Columns; k++) byLoops[i, j] += W1[i, k] * X[k, j];
string[] parting =
    [.. broken.Select(one => FirstApart(Compare(one.With))?.What ?? "nowhere")];
if (areRight) Claim.All(
    Claim.That(apart < 1e-9, $"one pass: differences up to {apart:g1}"),
    Claim.Close(W1 * X, byLoops, 1e-12, "their common product, by plain loops"),
    Claim.That(parting is ["nowhere", "nowhere", "δ₂", "∂L/∂W₁"],
        "the mistakes a to d part nowhere, nowhere, at δ₂ and at ∂L/∂W₁"),
    Claim.That(TenStepsAgree(LearnOfTheCourse).IsCorrect,
        "ten steps beside the library, of one to three layers: all weights agree"),
    Claim.That(Check.RightThreshold(PV.Columns(0, 2_500), validation.Labels()[..2_500],
        0.002) == threshold, "the course's threshold is the same"),
    Claim.That(first.Count(j => Confidence(j) >= threshold && IsWrong(j))
        <= 0.002 * first.Count(j => Confidence(j) >= threshold),
        "the first half: at most one of 500 answers is wrong")).Display();
if (areRight && isPublished) Claim.All(                  // whatever He has drawn
    Claim.That(error <= border, $"{error:F2} % of the validation part are misread"),
    Claim.That(trained.Errors[0] < linear.Errors[^1],
        $"already after the first epoch: {trained.Errors[0]:F2} %"),
    Claim.That(linear.Errors[^1] > 1.5 * error,
        $"a linear model: {linear.Errors[^1]:F2} %"),
    Claim.That(trained.Losses[0] < 0.5
        && trained.Losses[^1] < trained.Losses[0] / Kit.Size(full: 5, quick: 3),
        $"training loss: {trained.Losses[0]:F3}, in the end {trained.Losses[^1]:F4}"),
    Claim.That(trained.Losses.SequenceEqual(trained.Losses.OrderDescending()),
        "it falls in every epoch")).Display();

// %% published-claim after=keep
int[] stays = [.. sevens.Where(j => Answer(PH, j) == 7)];
double sureOfWrong = sevens.Except(stays).Select(j => PH[Answer(PH, j), j])
    .DefaultIfEmpty().Average();
if (areTheCourses && isPublished) Claim.All(
    Claim.That(apart < 1e-12, "the course's functions agree to the last digits"),
    Claim.That(Kit.IsQuick || Math.Abs(trained.Errors[0] - 4.0) < 0.1,
        "after the first epoch: 4.0 %"),
    Claim.That(new[] { (seven, 7), (four, 4), (two, 2) }.All(one =>
        Read(one.Item1.To<double>()) is (int digit, > 0.99) && digit == one.Item2),
        "the drawings are read as 7, 4 and 2, each with more than 99 %"),
    Claim.That(Math.Abs(sevens.Length - Kit.Size(484, 423)) < 9
        && Math.Abs(stays.Length - Kit.Size(100, 30)) < 9,
        $"{stays.Length} of {sevens.Length} 7s are still read as a 7; live 30 of 423"),
    Claim.That(sureOfWrong > 0.8, $"{sureOfWrong:F2} sure when wrong"),
    Claim.That(Kit.IsQuick || Math.Abs(trained.Losses[4] - 0.026) < 0.001
        && Math.Abs(trained.NewLosses[4] - 0.074) < 0.001
        && Math.Abs(trained.NewLosses[6] - 0.066) < 0.001,
        "training loss 0.026 after five epochs, validation loss 0.074, then 0.066"),
    Claim.That(Math.Abs(1000 * trained.Losses[^1] - Kit.Size(7, 46)) < 1, "0.007"),
    Claim.That(Kit.IsQuick ? Mostly(rarest[1]) == "86 % from 1s"
        : (Mostly(rarest[2]), Mostly(rarest[5]), Mostly(rarest[3]))
            == ("97 % from 1s", "98 % from 1s", "84 % from 7s"),
        "of the units that are on least often three prefer 1s, 1s and 7s"),
    Claim.That(half.All(k => Most(k).Percent < 50), "on for half: no digit gives half"),
    Claim.That(
        Math.Abs(on.Count(count => count == 0) - Kit.Size(full: 26, quick: 12)) <= 1,
        $"{on.Count(count => count == 0)} units are never on"),
    Claim.That(atFirst.All(count => count > 0), "before training each unit is on"),
    Claim.That(Math.Abs(blankSure - 0.2) < 0.08,
        $"an empty field: {blankDigit}, with {blankSure:F2}"),
    Claim.That(Confidence(worst[0]) > 0.9, "it is sure of its worst mistake"),
    Claim.That(blankSure < threshold, "the empty field gets no answer"),
    Claim.That(Kit.IsQuick || (second.Length - answered.Length,
        second.Count(IsWrong), answered.Length, worst.Length) == (204, 49, 2296, 4),
        "204 images get no answer; of 49 mistakes 4 are left, in 2296 answers"),
    Claim.That(
        (second.Length - answered.Length) / second.Count(IsWrong) is >= 2 and < 10,
        "two to ten times as many images as it misreads get none")).Display();

// %% seeds-claim after=keep
if (Kit.RunsInFull && areTheCourses && isPublished)
{
    double[] ofRates = [.. new[] { 0.001, 0.003, 0.01, 0.03 }.Select(rate =>
        Experiment.Repeat(3, seed => Train(seed, rate, 784, size.Units, 10).Errors[^1])
            .Average())];
    Claim.All(
        Claim.That(Math.Abs(ofRates[2] - 2.2) < 0.1, $"three seeds: {ofRates[2]:F2} %"),
        Claim.That(ofRates.Min() == ofRates[2], "0.01 misreads the fewest")).Display();
}
