namespace NeuralNotebooks.Plotting;

/// <summary>The steps of a drawing, as attributes of its parts. The page's script reads them; where no script runs, all
/// parts are visible.</summary>
internal static class DrawingSteps
{
    public static string Appearing(int step) => step == 0 ? "" : $" data-nn-at=\"{step}\"";

    /// <summary>The attributes of a part that is highlighted in two steps: in the forward pass and in the backward
    /// pass.</summary>
    public static string Firing((int Forward, int Backward)? at) => at is not var (forward, backward) ? ""
        : $" data-nn-fires=\"{forward}\" data-nn-returns=\"{backward}\"";
}
