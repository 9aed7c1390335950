namespace NeuralNotebooks.Tests;

/// <summary>
/// Tests that run one after the other, when all others have ended: those that count allocations, because a garbage
/// collection caused by another test would count as an allocation of their thread.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunsAlone
{
    public const string Name = "alone";
}
