using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace NeuralNotebooks.Tests;

/// <summary>Whether all cases of a test run, or those that are enough for everyday.</summary>
/// <remarks><c>.ci/run --all</c> sets <c>NN_NIGHTLY=1</c>.</remarks>
internal static class Nightly
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("NN_NIGHTLY") == "1";

    /// <summary>Why a test is skipped in everyday runs; null nightly.</summary>
    public static string? Skip { get; } = IsOn ? null : "It takes long: NN_NIGHTLY=1 runs it.";

    /// <summary>Skips a test in everyday runs.</summary>
    public static void Only() => Assert.SkipUnless(IsOn, Skip ?? "");

    /// <summary>The first of them; all nightly.</summary>
    public static IEnumerable<T> All<T>(int daily, IEnumerable<T> cases) => IsOn ? cases : cases.Take(daily);
}

/// <summary>A case of a theory that runs nightly.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class NightlyDataAttribute : DataAttribute
{
    private readonly object?[] _data;

    public NightlyDataAttribute(params object?[] data)
    {
        // Not by SkipUnless: a row takes over Skip alone, and would never run.
        (_data, Skip) = (data, Nightly.Skip);
    }

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) => new([ConvertDataRow(_data)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
