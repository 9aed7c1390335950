namespace NeuralNotebooks.Tests;

/// <summary>Decides whether all cases of a test run, or only those for everyday runs.</summary>
/// <remarks>All cases run if the environment variable <c>NN_NIGHTLY</c> is 1. <c>.ci/run --all</c> sets it.</remarks>
internal static class Nightly
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("NN_NIGHTLY") == "1";

    public static void Only() => Assert.SkipUnless(IsOn, "It takes long: NN_NIGHTLY=1 runs it.");

    public static IEnumerable<T> All<T>(int daily, IEnumerable<T> cases) => IsOn ? cases : cases.Take(daily);
}
