namespace NeuralNotebooks.Cli;

/// <summary>Where nn was started, and what it found there, once for all parts of a command.</summary>
internal sealed class Workplace(string folder)
{
    public string Folder => folder;

    /// <summary>The course that contains the folder; null if there is none.</summary>
    public CourseFolders? Course => field ??= CourseFolders.From(folder);

    /// <summary>The folders for results: those of the course or, if there is none, of this folder.</summary>
    public CourseFolders CourseOrHere => Course ?? new(folder);

    /// <summary>The kit of the folder; if there is none in it or above, that of this program; else null.</summary>
    public BuiltKit? Kit => field ??= BuiltKit.For(folder);
}
