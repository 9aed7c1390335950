namespace NeuralNotebooks.Interactive.Tests;

internal static class InteractiveSession
{
    public static TestSession Start(
        string? folder = null,
        Func<InputRequest, string>? input = null,
        IPackageSource? packages = null) => new(InteractiveApi.AddTo(
        new SessionOptions
        {
            Folder = folder ?? Path.GetTempPath(),
            Input = input is null ? null : () => input,
            Packages = packages,
            Formatter = value => ChartFormatter.HtmlOf(value, folder: null),
        }));

    /// <summary>Runs cells one after the other, and returns the last one. The others must succeed.</summary>
    public static async Task<Shown> RunAll(this TestSession session, params string[] cells)
    {
        Shown shown = null!;
        foreach (string cell in cells)
        {
            Assert.True(shown is null || shown.Outcome == CellOutcome.Succeeded, shown?.Traceback);
            shown = await session.Run(cell);
        }
        return shown;
    }
}
