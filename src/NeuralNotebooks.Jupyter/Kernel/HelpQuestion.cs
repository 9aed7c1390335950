namespace NeuralNotebooks.Jupyter;

/// <summary>A cell that requests documentation, as in IPython: <c>Math.Max?</c>, or <c>??</c> for more
/// details.</summary>
internal sealed partial record HelpQuestion(string Code, int DetailLevel)
{
    public static HelpQuestion? Parse(string cell)
    {
        string text = cell.Trim();
        int marks = text.EndsWith("??", StringComparison.Ordinal) ? 2 : text.EndsWith('?') ? 1 : 0;
        string code = text[..^marks].TrimEnd();
        return marks > 0 && Name().IsMatch(code) ? new HelpQuestion(code, marks - 1) : null;
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_.<>, ]*\z")]
    private static partial Regex Name();
}
