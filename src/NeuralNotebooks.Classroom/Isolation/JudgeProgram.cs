using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NeuralNotebooks.Classroom;

/// <summary>The program of a judged process, and the files that it needs. A sandbox shows no other file of nn, so code
/// in it can load nothing that knows expected values, scores or other submissions.</summary>
internal static class JudgeProgram
{
    public static string File { get; } = typeof(RunnerProgram).Assembly.Location;

    /// <summary>The assembly, those beside it to which it refers directly or indirectly, and its settings.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. TransitiveClosure.Of([File], ReferencesOf),
        Path.ChangeExtension(File, ".runtimeconfig.json"),
        Path.ChangeExtension(File, ".deps.json"),
    ];

    private static IEnumerable<string> ReferencesOf(string assembly)
    {
        using var file = new PEReader(System.IO.File.OpenRead(assembly));
        MetadataReader metadata = file.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
                .Select(reference => Path.Combine(
                    Path.GetDirectoryName(File)!, metadata.GetString(reference.Name) + ".dll"))
                .Where(Path.Exists),
        ];
    }
}
