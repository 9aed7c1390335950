namespace NeuralNotebooks.Classroom;

/// <summary>The program of a judged process, and the files that it needs. A sandbox shows no other file of nn, so code
/// in it can load nothing that knows expected values, scores or other submissions.</summary>
internal static class JudgeProgram
{
    public static string File { get; } = typeof(RunnerProgram).Assembly.Location;

    /// <summary>The assembly, those beside it to which it refers directly or indirectly, and its settings.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. ReferencedFiles.Of([File]),
        Path.ChangeExtension(File, ".runtimeconfig.json"),
        Path.ChangeExtension(File, ".deps.json"),
    ];
}
