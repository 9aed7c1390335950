using System.Collections;
using System.Runtime.Loader;

namespace NeuralNotebooks.Classroom;

/// <summary>The known mistakes of the course's checks, read from the kit: a source can adopt them.</summary>
internal sealed class CheckMistakes
{
    private const string Library = "NeuralNotebooks.Course.dll", Catalogue = "NeuralNotebooks.Course.Check+Mistakes";

    private readonly Dictionary<string, string[]> _sentences;

    private CheckMistakes(Dictionary<string, string[]> sentences) => _sentences = sentences;

    /// <summary>The checks whose mistakes can be adopted, by name.</summary>
    public IEnumerable<string> Checks => _sentences.Keys.Order(StringComparer.Ordinal);

    /// <summary>The sentences for students who made them, in order; null if the check has none to adopt.</summary>
    public IReadOnlyList<string>? Of(string check) => _sentences.GetValueOrDefault(check);

    /// <summary>A mistake as written in a source's code. Every host can run that code, with the first
    /// mistake.</summary>
    public static string Expression(string check, int index) =>
        Invariant($"Mistakes.{check}[{index}]");

    /// <summary>Reads the kit that a source uses; without one, no check has mistakes.</summary>
    /// <param name="folder">The source's folder.</param>
    public static CheckMistakes InKitOf(string folder)
    {
        string own = Path.Combine(folder, AssignmentFiles.KitScript);
        string? kit = File.Exists(own) ? own : BuiltKit.For(folder)?.Script;
        string? libraries = kit is null
            ? null
            : AssignmentFiles
                .LibrariesOf(kit)
                .FirstOrDefault(libraries => File.Exists(Path.Combine(libraries, Library)));
        return new CheckMistakes(libraries is null ? [] : Read(libraries));
    }

    /// <summary>Loads the library from a copy in memory, so that the next build can replace it, and unloads
    /// it.</summary>
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
