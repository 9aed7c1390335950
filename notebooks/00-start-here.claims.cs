// %% wrong-flowers-claim after=wrong-flowers
Claim.All(
    Claim.Close(before, 1 / 3.0, 0.1, "before: about a third, as by guessing"),
    Claim.Close(accuracy, 0.967, 0.015, "after it, about 145 of 150"),
    Claim.Close(150 * (1 - accuracy), 5, 1e-9, "51 numbers have 5 flowers wrong"),
    Claim.Close(150 * (1 - Metrics.Accuracy(nine, flowers)), 7, 1e-9, "nine have 7"),
    Claim.That((nine.ParameterCount, network.ParameterCount) == (9, 51),
        "one layer with 9 numbers, two with 51"))

// %% learning-curves-claim after=learning-curves-seen
Mat nothing = Matrix.Zeros<double>(3, 150);                   // all scores alike
double LossAfter(int epoch) => losses[1 + Array.IndexOf(epochs, epoch)];
Claim.All(
    Claim.That(losses[0] is > 1.0986 and < 1.4, "this random start costs more"),
    Claim.Close(loss.Value(nothing, flowers.Targets), 1.0986, 5e-5,
        "knowing nothing costs ln 3"),
    Claim.That(LossAfter(10) < 0.5 * losses[0], "ten epochs more than halve the loss"),
    Claim.That(LossAfter(40) > LossAfter(35), "epoch 40 is worse than epoch 35"),
    Claim.That(LossAfter(10) - losses[^1] < 0.5 * (losses[0] - LossAfter(10)),
        "the other forty gain less than half as much"))

// %% rates-claim after=rates-seen
// The largest steps magnify the last digit of the initial weights. It may
// differ between Windows and Linux, and with it your last points.
int best = Array.IndexOf(ends, ends.Min());
Claim.All(
    Claim.That(rates[best] is > 0.003 and < 0.2, "the best is in the middle"),
    Claim.That(ends[0] > 1.0986, "much too small: no better than ln 3 = 1.0986"),
    Claim.That(ends[6..10].Max() < 2 * ends.Min(), "0.01 to 0.3: at most doubled"),
    Claim.Close(ends.Count(end => end <= 2 * ends.Min()), 4, "these four, no others"),
    Claim.That(ends[10] > 3 * ends[9], "from 0.3 to 1 the loss rises steeply"),
    Claim.That(ends[12] > losses[0], "rate 10: worse than the start"))

// %% columns-claim after=columns-seen
Claim.All(
    Claim.Shape(iris.Features, 4, 150, "X: measurements × flowers"),
    Claim.Shape(iris.Targets, 3, 150, "the answers: species × flowers"),
    Claim.Close(iris.Features.Column(0), [[5.1], [3.5], [1.4], [0.2]],
        "the first column is the first flower, in cm"))

// %% two-flowers-claim after=two-flowers
int[] WrongOf(Mlp<double> one) => [.. Enumerable.Range(0, 150)
    .Where(i => flowers.Targets[Metrics.Classify(one, flowers)[i], i] == 0)];
Claim.Close(WrongOf(nine).Except(WrongOf(network)).Select(i => (double)i), [56, 134],
    "51 numbers gain flowers 56 and 134 over nine")
