namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>Tests that measure the memory of this process: what others run at the same time would count.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
