using Xunit.Sdk;
using Xunit.v3;

namespace NeuralNotebooks.Tests;

[AttributeUsage(AttributeTargets.Method)]
internal class CasesAttribute(params object?[] cases) : DataAttribute
{
    /// <summary>How many of the cases, from the first on, run in everyday runs. In nightly runs all of them do (see
    /// <see cref="Nightly"/>).</summary>
    public int Daily { get; set; } = int.MaxValue;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo method, DisposalTracker disposal)
    {
        int columns = method.GetParameters().Length;
        return cases.Length % columns == 0
            ? new([.. Nightly.All(Daily, cases.Chunk(columns)).Select(row => new TheoryDataRow(row))])
            : throw new InvalidOperationException($"{method.Name} has {columns} parameters, its last row has fewer.");
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
