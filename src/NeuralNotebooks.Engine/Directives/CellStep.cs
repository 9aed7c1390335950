namespace NeuralNotebooks.Engine;

/// <summary>A step of a cell; steps are executed in order.</summary>
/// <param name="Path">The path, in <see cref="SourceTexts"/>, of the text that contains the step.</param>
/// <param name="Line">The line, counted from 1.</param>
internal abstract record CellStep(string Path, int Line);

/// <summary>C# code. The lines of other steps are blank, so that the compiler reports correct line numbers.</summary>
internal sealed record CodeStep(string Code, string Path, int Line) : CellStep(Path, Line);

/// <summary>Prose after <c>#!markdown</c>.</summary>
internal sealed record MarkdownStep(string Text, string Path, int Line) : CellStep(Path, Line);

/// <summary>A part of a cell that the host's <see cref="SessionExtension"/> runs: text in another language with the
/// line <c>#!NAME</c> above it, or the line of a magic command.</summary>
internal sealed record ForeignStep(string Text, string Path, int Line) : CellStep(Path, Line);

/// <summary><c>#r "file"</c>: the path of an assembly, or the name of an assembly of the framework.</summary>
internal sealed record ReferenceStep(string Reference, string Folder, string Path, int Line) : CellStep(Path, Line);

/// <summary><c>#r "nuget: Id, Version"</c>.</summary>
internal sealed record PackageStep(string Id, string? Version, string Path, int Line) : CellStep(Path, Line);

/// <summary><c>#i "nuget: source"</c>.</summary>
internal sealed record PackageSourceStep(string Source, string Path, int Line) : CellStep(Path, Line);

/// <summary><c>#!time</c>: the time that the whole cell takes is shown at its end.</summary>
internal sealed record TimeStep(string Path, int Line) : CellStep(Path, Line);
