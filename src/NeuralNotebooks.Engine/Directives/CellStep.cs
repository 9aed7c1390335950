namespace NeuralNotebooks.Engine;

/// <summary>A step of a cell; steps are executed in order.</summary>
/// <param name="Path">The text that contains it, by its path in <see cref="SourceTexts"/>.</param>
/// <param name="Line">From 1.</param>
internal abstract record CellStep(string Path, int Line);

/// <summary>C# for the compiler. Lines of other steps are blank, so that line numbers stay correct.</summary>
internal sealed record CodeStep(string Code, string Path, int Line) : CellStep(Path, Line);

/// <summary>Prose after <c>#!markdown</c>.</summary>
internal sealed record MarkdownStep(string Text, string Path, int Line) : CellStep(Path, Line);

/// <summary><c>#r "file"</c>: an assembly, or the name of one of the framework's.</summary>
internal sealed record ReferenceStep(string Reference, string Folder, string Path, int Line) : CellStep(Path, Line);

/// <summary><c>#r "nuget: Id, Version"</c>.</summary>
internal sealed record PackageStep(string Id, string? Version, string Path, int Line) : CellStep(Path, Line);

/// <summary><c>#i "nuget: source"</c>.</summary>
internal sealed record PackageSourceStep(string Source, string Path, int Line) : CellStep(Path, Line);

/// <summary><c>#!time</c>: the time that the whole cell takes is shown at its end.</summary>
internal sealed record TimeStep(string Path, int Line) : CellStep(Path, Line);

/// <summary><c>#!values</c>: what each line gives is shown beside it.</summary>
internal sealed record ValuesStep(string Path, int Line) : CellStep(Path, Line);
