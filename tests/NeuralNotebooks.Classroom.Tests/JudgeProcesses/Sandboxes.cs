namespace NeuralNotebooks.Classroom.Tests;

/// <summary>Skips tests for which this machine has no sandbox.</summary>
internal static class Sandboxes
{
    private static readonly Dictionary<IsolationKind, string?> _missing = [];

    public static void SkipUnless(IsolationKind kind) => Assert.SkipUnless(Missing(kind) is null, Missing(kind) ?? "");

    /// <summary>Why a sandbox cannot be used here; null if it can.</summary>
    public static string? Missing(IsolationKind kind)
    {
        lock (_missing)
        {
            if (!_missing.TryGetValue(kind, out string? missing))
                _missing[kind] = missing = WhyNot(kind);
            return missing;
        }
    }

    /// <summary>Why the sandbox does not start; null if it does. Whether it isolates is checked by the tests.</summary>
    private static string? WhyNot(IsolationKind kind)
    {
        if (!OperatingSystem.IsLinux())
            return "Sandboxes need Linux.";
        try
        {
            IsolationCheck.TryAsync(kind, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
            return null;
        }
        catch (JudgeException e)
        {
            return $"{kind}: {e.Message}";
        }
    }
}
