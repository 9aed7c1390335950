using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace NeuralNotebooks.Tests;

/// <summary>The cases of a theory with one parameter.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal class CasesAttribute(params object[] cases) : DataAttribute
{
    /// <summary>How many of the first run every day; <see cref="Nightly"/>, all do.</summary>
    public int Daily { get; set; } = int.MaxValue;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo method,
        DisposalTracker disposal
    ) => new([.. Nightly.All(Daily, cases).Select(one => new TheoryDataRow(one))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
