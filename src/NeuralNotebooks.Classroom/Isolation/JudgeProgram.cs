namespace NeuralNotebooks.Classroom;

/// <summary>The program of a judge process, and the files that it needs. A sandbox shows no other file of nn, so code
/// in it can load nothing that knows expected values, scores or other submissions.</summary>
internal static class JudgeProgram
{
    public static string File { get; } = typeof(EvaluatorProgram).Assembly.Location;

    /// <summary>The assembly, those beside it to which it refers directly or indirectly, and its settings.</summary>
    /// <remarks>Without the list of its dependencies (deps.json), it finds those that are beside it.</remarks>
    private static readonly string[] _compiling =
        [.. ReferencedFiles.Of([File]), Path.ChangeExtension(File, ".runtimeconfig.json")];

    private static readonly string[] _evaluating =
    [
        .. _compiling.Where(file =>
            !Path.GetFileName(file).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
    ];

    /// <summary>The files that a sandbox shows a process. One that runs code sees no compiler.</summary>
    public static IReadOnlyList<string> FilesFor(string verb) =>
        verb == CompilerProgram.Verb ? _compiling : _evaluating;
}
