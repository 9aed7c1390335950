namespace NeuralNotebooks;

/// <summary>How the page selects one of several frames of a chart.</summary>
/// <param name="Labels">The name of each frame.</param>
/// <param name="Start">The index of the frame that is shown first, also on a printed page, which has no
/// controls.</param>
/// <param name="Controls">The HTML of the controls.</param>
internal sealed record FrameSelection(string[] Labels, int Start, string Controls);
