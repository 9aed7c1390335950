namespace NeuralNotebooks.Plotting;

/// <summary>The steps of a drawing, as attributes of its parts. The page's script reads them; where no script runs, all
/// parts are visible.</summary>
internal static class DrawingSteps
{
    public static string Appearing(int step) => step == 0 ? "" : $" data-nn-at=\"{step}\"";

    /// <summary>The attributes of a part that is highlighted in a step of the forward pass and in one of the backward
    /// pass.</summary>
    public static string Firing((int Forward, int Backward)? at) =>
        at is var (forward, backward) ? Firing(forward, [backward]) : "";

    public static string Firing(int forward, IEnumerable<int> backward) =>
        $" data-nn-fires=\"{forward}\" data-nn-returns=\"{string.Join(' ', backward)}\"";
}
