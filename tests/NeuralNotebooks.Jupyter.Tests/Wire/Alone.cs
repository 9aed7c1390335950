namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>Tests that measure the memory of this process. They do not run in parallel with others, whose memory would
/// be included.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
