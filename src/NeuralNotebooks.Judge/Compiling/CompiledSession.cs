namespace NeuralNotebooks.Judge;

/// <summary>The compiled session of a task.</summary>
/// <param name="Judged">The judged cell, which is the last text.</param>
/// <param name="Own">The compilations of the student's other cells.</param>
internal sealed record CompiledSession(CompiledText Judged, IReadOnlyList<CSharpCompilation> Own);
