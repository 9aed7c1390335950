using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks.Tests.Hygiene;

/// <summary>Cells compiled one after the other as the hosts do it: each is a submission of a C# script in Debug, and
/// sees those before it. Here they have no more than what all hosts share: C# 13, the usings of both .NET Interactive
/// and Verso, and <c>.Display()</c>.</summary>
public sealed class PortableSubmissions
{
    /// <summary>C# 13 is what Verso's published builds compile.</summary>
    public static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp13, kind: SourceCodeKind.Script);

    private static readonly CSharpCompilationOptions _options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Debug,
        usings: ["System", "System.Collections.Generic", "System.Linq", "System.Text", "System.Threading.Tasks"]);

    private static readonly Lazy<MetadataReference[]> _references = new(() =>
        [.. Framework().Concat(Kit()).Select(path => MetadataReference.CreateFromFile(path))]
    );

    private CSharpCompilation? _previous;

    private PortableSubmissions() { }

    /// <summary>A session that has run a notebook's setup cell, <c>#!import kit.csx</c>.</summary>
    public static PortableSubmissions WithKit() => WithKit(CourseNotebook.Folder);

    /// <summary>A session that has run <c>#!import kit.csx</c> in a folder.</summary>
    public static PortableSubmissions WithKit(string folder)
    {
        var session = new PortableSubmissions();
        session.Submit("static void Display(this object value) { }");
        string[] kit = File.ReadAllLines(Path.Combine(folder, "kit.csx"));
        // Its directive names the assemblies that all submissions refer to here.
        session.Submit(string.Join('\n', kit.Where(line => !line.StartsWith('#'))));
        return session;
    }

    /// <summary>The errors and warnings of a cell, which later cells see if there are none: .NET Interactive prints
    /// warnings as well.</summary>
    public IReadOnlyList<Diagnostic> Submit(string cell)
    {
        CSharpCompilation submission = Compile(cell);
        Diagnostic[] errors = Errors(submission);
        if (errors.Length == 0)
        {
            _previous = submission;
        }
        return errors;
    }

    /// <summary>The errors and warnings that a cell would have if it came next.</summary>
    public IReadOnlyList<Diagnostic> Try(string cell) => Errors(Compile(cell));

    private CSharpCompilation Compile(string cell) =>
        CSharpCompilation.CreateScriptCompilation(
            "cell", CSharpSyntaxTree.ParseText(cell, Language), _references.Value, _options, _previous);

    private static Diagnostic[] Errors(CSharpCompilation submission) =>
        [
            .. submission
                .GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning),
        ];

    private static IEnumerable<string> Framework()
    {
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string all = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        return all.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == folder);
    }

    private static string[] Kit() => Directory.GetFiles(Repository.At("artifacts/kit"), "*.dll");
}
