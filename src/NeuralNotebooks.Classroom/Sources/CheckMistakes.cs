using System.Collections;
using System.Runtime.Loader;

namespace NeuralNotebooks.Classroom;

/// <summary>Reads the known mistakes of the course's checks from the kit. A source can use them as mistakes of its
/// tasks.</summary>
internal static class CheckMistakes
{
    private const string Library = "NeuralNotebooks.Course.dll", Catalogue = "NeuralNotebooks.Course.Check+Mistakes";

    /// <summary>The expression by which a source's code refers to a mistake. Every host can run the cell with the first
    /// mistake.</summary>
    public static string Expression(string check, int index) =>
        Invariant($"Mistakes.{check}[{index}]");

    /// <summary>The checks that have known mistakes, in the kit that a source uses, with the sentences of these
    /// mistakes in order. Empty if there is no kit.</summary>
    /// <param name="folder">The source's folder.</param>
    public static IReadOnlyDictionary<string, string[]> InKitOf(string folder)
    {
        string? kit = AssignmentFiles.KitFor(folder, given: null) ?? BuiltKit.For(folder)?.Script;
        string? libraries = kit is null
            ? null
            : AssignmentFiles
                .LibrariesOf(kit)
                .FirstOrDefault(libraries => File.Exists(Path.Combine(libraries, Library)));
        return libraries is null ? new Dictionary<string, string[]>() : Read(libraries);
    }

    /// <summary>Reads the mistakes by reflection. The library is loaded from a copy in memory, so that a build can
    /// replace its file, and unloaded afterwards.</summary>
    private static Dictionary<string, string[]> Read(string libraries)
    {
        var context = new AssemblyLoadContext("kit", isCollectible: true);
        context.Resolving += (_, name) =>
            Path.Combine(libraries, name.Name + ".dll") is var file && File.Exists(file) ? Load(file) : null;
        try
        {
            return Load(Path.Combine(libraries, Library))
                    .GetType(Catalogue)
                    ?.GetProperties(BindingFlags.Public | BindingFlags.Static)
                    .ToDictionary(
                        check => check.Name,
                        check => ((IEnumerable)check.GetValue(null)!).Cast<object>().Select(Sentence).ToArray()
                    )
                ?? [];
        }
        finally
        {
            context.Unload();
        }

        Assembly Load(string file)
        {
            using FileStream stream = File.OpenRead(file);
            return context.LoadFromStream(stream);
        }

        static string Sentence(object mistake) => (string)mistake.GetType().GetProperty("Sentence")!.GetValue(mistake)!;
    }
}
