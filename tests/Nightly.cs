namespace NeuralNotebooks.Tests;

/// <summary>Whether all cases of a test run, or those that are enough for everyday.</summary>
/// <remarks><c>.ci/run --all</c> sets <c>NN_NIGHTLY=1</c>.</remarks>
internal static class Nightly
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("NN_NIGHTLY") == "1";

    /// <summary>Skips a test in everyday runs.</summary>
    public static void Only() => Assert.SkipUnless(IsOn, "It takes long: NN_NIGHTLY=1 runs it.");

    /// <summary>The first of them; all nightly.</summary>
    public static IEnumerable<T> All<T>(int daily, IEnumerable<T> cases) => IsOn ? cases : cases.Take(daily);
}
