namespace NeuralNotebooks.Judge;

/// <param name="Judged">The judged cell, which is the last text.</param>
internal sealed record CompiledSession(CompiledText Judged, IReadOnlyList<CSharpCompilation> Own);
