namespace NeuralNotebooks.Tests;

/// <summary>The collection of tests that must not run in parallel with others: they set global state, or count
/// allocations, which a garbage collection caused by another test would change.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunsAlone
{
    public const string Name = "alone";
}
