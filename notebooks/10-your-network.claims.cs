// %% whose-numbers
// Each right piece keeps what the text says in general. Its numbers are those of the
// course's pieces: another He draws other weights.
bool areRight = wrong.Length == 0,
    areTheCourses = areRight && !pieces.Any(Pieces.IsOwn),
    isPublished = size == (Kit.IsQuick ? new(24_000, 64, 5) : new Size(55_000, 128, 7));
double apart = compared.Max(one => Apart(one.Yours, one.Theirs));

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
string[] parting = [.. broken.Select(one => FirstApart(Compare(one.With)).What)];
if (areRight) Claim.All(
    Claim.That(apart < 1e-9, $"one pass: differences up to {apart:g1}"),
    Claim.Close(W1 * X, byLoops, 1e-12, "their common product, by plain loops"),
    Claim.That(parting is ["nowhere", "nowhere", "δ₂", "∂L/∂W₁"],
        "the mistakes a to d part nowhere, nowhere, at δ₂ and at ∂L/∂W₁"),
    Claim.That(TenStepsAgree(LearnOfTheCourse).IsCorrect,
        "ten steps beside the library, of one to three layers: all weights agree"),
    Claim.That(Check.RightThreshold(PV.Columns(0, 2_500), validation.Labels()[..2_500],
        0.002) == threshold, "the course's threshold is the same"),
    Claim.That(first.Count(j => Sure(j) >= threshold && IsWrong(j))
        <= 0.002 * first.Count(j => Sure(j) >= threshold),
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
int rarest = living.OrderBy(k => on[k]).FirstOrDefault();
double sureOfWrong = sevens.Except(stays).Select(j => PH[Answer(PH, j), j])
    .DefaultIfEmpty().Average();
if (areTheCourses && isPublished) Claim.All(
    Claim.That(apart < 1e-12, "the course's functions agree to the last digits"),
    Claim.That(Kit.IsQuick || Math.Abs(trained.Errors[0] - 3.1) < 0.1,
        "after the first epoch: 3.1 %"),
    Claim.That(new[] { (seven, 7), (four, 4), (two, 2) }.All(one =>
        Read(one.Item1.To<double>()) is (int digit, > 0.99) && digit == one.Item2),
        "the drawings are read as 7, 4 and 2, each with more than 99 %"),
    Claim.That(Math.Abs(sevens.Length - Kit.Size(508, 384)) < 9
        && Math.Abs(stays.Length - Kit.Size(73, 20)) < 9,
        $"{stays.Length} of {sevens.Length} 7s are still read as a 7; live 20 of 384"),
    Claim.That(Math.Abs(sureOfWrong - 0.8) < 0.08, $"{sureOfWrong:F2} sure when wrong"),
    Claim.That(Kit.IsQuick || Math.Abs(trained.Losses[4] - 0.037) < 0.001
        && trained.NewLosses[4..].All(one => Math.Abs(one - 0.07) < 0.005),
        "training loss 0.037 after five epochs, validation loss 0.07"),
    Claim.That(Math.Abs(1000 * trained.Losses[^1] - Kit.Size(21, 95)) < 1, "0.021"),
    Claim.That(Share(rarest) == $"on for {Kit.Size(4, 15)} %"
        && Mostly(rarest) == (Kit.IsQuick ? "84 % from 0s" : "56 % from 2s"),
        $"the unit that is on least often: {Share(rarest)}, {Mostly(rarest)}"),
    Claim.That(Kit.IsQuick || Mostly(living.OrderBy(k => on[k]).ElementAt(4))
        == "68 % from 6s", "the fifth: 68 % of its output from 6s"),
    Claim.That(half.All(k => Most(k).Percent < 50), "on for half: no digit gives half"),
    Claim.That(
        Math.Abs(on.Count(count => count == 0) - Kit.Size(full: 7, quick: 4)) <= 1,
        $"{on.Count(count => count == 0)} units are never on"),
    Claim.That(atFirst.All(count => count > 0), "before training each unit is on"),
    Claim.That(Math.Abs(blankSure - 0.2) < 0.08,
        $"an empty field: {blankDigit}, with {blankSure:F2}"),
    Claim.That(Sure(worst[0]) > 0.9, "it is sure of its worst mistake"),
    Claim.That(blankSure < threshold, "the empty field gets no answer"),
    Claim.That(Kit.IsQuick || second.Length - answered.Length == 110
        && (second.Count(IsWrong), answered.Length, worst.Length) == (40, 2390, 11),
        "110 images get no answer; of 40 mistakes 11 are left, in 2390 answers"),
    Claim.That(
        (second.Length - answered.Length) / second.Count(IsWrong) is >= 2 and < 10,
        "two to ten times as many images as it misreads get none")).Display();

// %% seeds-claim after=keep
double[] Misread(Dataset<double> training, Dataset<double> validation) =>
    Experiment.Repeat(3, seed =>
    {
        Network net = Begin(seed, 784, size.Units, 10);
        Random random = new(seed);
        int[] order = [.. Enumerable.Range(0, training.Count)];
        int step = 0, steps = size.Epochs * training.Count / 100;
        for (int epoch = 1; epoch <= size.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int[] ids in order.Chunk(100))
            {
                Dataset<double> batch = training.Select(ids);
                learn(net, batch.Features, batch.Targets,
                    0.003 * (1 - step++ / (double)steps));
            }
        }
        return PercentWrong(Probabilities(net, validation.Features), validation);
    });
if (Kit.RunsInFull && areTheCourses && isPublished)
{
    var (most, random5000) = all.ToDataset<double>(0, 60_000).Split(11 / 12.0, seed: 1);
    double mean = Misread(training, validation).Average();
    double ofRandom = Misread(most, random5000).Average();
    Claim.All(
        Claim.That(Math.Abs(mean - 1.8) < 0.2, $"three seeds: {mean:F2} % on average"),
        Claim.That(Math.Abs(ofRandom - 2.5) < 0.2, $"5,000 at random: {ofRandom:F2} %"))
        .Display();
}
