namespace NeuralNotebooks.Jupyter;

/// <summary>A cell that requests documentation, as in IPython: <c>Math.Max?</c>, or <c>??</c> for more
/// details.</summary>
/// <param name="Code">The name to document.</param>
/// <param name="DetailLevel">0, or 1 for more details.</param>
internal sealed partial record HelpQuestion(string Code, int DetailLevel)
{
    /// <returns>Null if the cell is code.</returns>
    public static HelpQuestion? Parse(string cell)
        => Pattern().Match(cell) is { Success: true } match
            ? new HelpQuestion(match.Groups["code"].Value, match.Groups["marks"].Length - 1) : null;

    [GeneratedRegex(@"^\s*(?<code>[\p{L}_][\p{L}\p{N}_.<>, ]*?)\s*(?<marks>\?{1,2})\s*$")]
    private static partial Regex Pattern();
}
