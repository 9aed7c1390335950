namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>Tests that measure this process's memory, which tests in parallel would change.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
