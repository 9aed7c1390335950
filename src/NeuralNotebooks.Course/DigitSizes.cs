namespace NeuralNotebooks.Course;

/// <summary>How large the experiments of notebook 08 are.</summary>
/// <param name="Images">The images to train on and to choose with.</param>
/// <param name="TestImages">The images of the test set.</param>
/// <param name="HiddenUnits">The hidden units of the network that the notebook reports.</param>
/// <param name="Widths">The numbers of hidden units that it compares; 0 is the linear model.</param>
/// <param name="BriefEpochs">The length of the trainings that compare networks.</param>
/// <param name="Lengths">The lengths of training that it compares, in epochs.</param>
/// <param name="FinalEpochs">The length of the final training.</param>
public sealed record DigitSizes(
    int Images, int TestImages, int HiddenUnits, int[] Widths, int BriefEpochs, int[] Lengths, int FinalEpochs)
{
    private static readonly DigitSizes _live = new(
        2_400, 1_000, 32, Widths: [0, 8, 32], BriefEpochs: 5, Lengths: [5, 10], FinalEpochs: 10);

    private static readonly DigitSizes _ordinary = new(
        60_000, 10_000, 128, Widths: [0, 8, 32, 128], BriefEpochs: 2, Lengths: [1, 2, 5], FinalEpochs: 10);

    private static readonly DigitSizes _full =
        _ordinary with { Lengths = [1, 2, 5, 10, 15, 20], FinalEpochs = 15 };

    /// <summary>Small sizes in the browser and with <c>--quick</c>, longer trainings with <c>--full</c>.</summary>
    public static DigitSizes OfThisRun
    {
        get
        {
            if (Kit.IsLive)
                return _live;
            return Kit.RunsInFull ? _full : _ordinary;
        }
    }
}
