// %% own-network-claim after=keep
double[] apart = [.. Passes().Select(one => Apart(one.Yours, one.Theirs))];
Claim.All(
    Claim.That(apart.Max() < 1e-12, $"one pass: differences up to {apart.Max():g1}"),
    Claim.That(BesideTheLibrary(LearnOfTheCourse).IsCorrect,
        "ten steps beside the library: all weights agree"),
    Claim.That(error <= border, $"{error:F2} % of the validation part are misread"),
    Claim.That(trained.Losses[0] < 0.5
        && trained.Losses[^1] < trained.Losses[0] / Kit.Size(full: 5, live: 3),
        $"training loss: {trained.Losses[0]:F3}, in the end {trained.Losses[^1]:F4}"),
    Claim.That(Read(seven.To<double>()).Digit == 7 && Read(four.To<double>()).Digit == 4
        && Read(two.To<double>()).Digit == 2, "the drawings are read as 7, 4, 2"),
    Claim.That(on.Count(count => count == 0) < size.Units / 8,
        $"{on.Count(count => count == 0)} units are never on"),
    Claim.That(blankSure < 0.6, $"an empty field: {blankDigit}, with {blankSure:F2}"),
    Claim.That(Sure(worst[0]) > 0.9, "it is sure of its worst mistake"))

// %% seeds-claim after=keep
if (Kit.RunsInFull)
{
    double[] errors = Experiment.Repeat(3, seed => Train(seed).Errors[^1]);
    double mean = errors.Average();
    Claim.That(mean <= 2.6, $"three seeds: {mean:F2} % on average").Display();
}
