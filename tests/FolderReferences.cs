using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Tests;

/// <summary>Which folder of a project refers to which: the types and members that the compiler finds in its sources.</summary>
/// <remarks>A folder counts with its subfolders; the files beside the project are the folder ".".</remarks>
public static class FolderReferences
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>Folders that refer to each other in a circle, each with an example: "A/X.cs → B (Y)". Empty where all arrows point one way.</summary>
    public static IReadOnlyList<string> Cycles(string project)
    {
        Dictionary<(string From, string To), string> arrows = Of(project);
        return [.. arrows.Where(arrow => Reaches(arrows.Keys, arrow.Key.To, arrow.Key.From)).Select(arrow => arrow.Value).Order(StringComparer.Ordinal)];
    }

    private static bool Reaches(ICollection<(string From, string To)> arrows, string from, string to)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>([from]);
        while (open.TryPop(out string? at))
            if (at == to)
                return true;
            else if (seen.Add(at))
                foreach ((_, string next) in arrows.Where(arrow => arrow.From == at))
                    open.Push(next);
        return false;
    }

    private static Dictionary<(string From, string To), string> Of(string project)
    {
        string root = Path.Combine(Repository.Root, "src", project);
        CSharpParseOptions options = new(LanguageVersion.Preview);
        SyntaxTree[] sources = [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => FolderOf(root, file) is not ("bin" or "obj" or "node_modules"))
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file))];
        string libraries = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        // Without the project's own assembly, whose types would hide those of the sources.
        IEnumerable<MetadataReference> references = libraries.Split(Path.PathSeparator)
            .Where(file => !IsOutputOf(project, file))
            .Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create("sources", [.. sources, CSharpSyntaxTree.ParseText(Usings, options)], references);

        var arrows = new Dictionary<(string From, string To), string>();
        foreach (SyntaxTree source in sources)
        {
            SemanticModel model = compilation.GetSemanticModel(source);
            string from = FolderOf(root, source.FilePath);
            foreach (SimpleNameSyntax name in source.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
                foreach (SyntaxReference declaration in DeclaringTypeOf(model.GetSymbolInfo(name))?.DeclaringSyntaxReferences ?? [])
                    if (declaration.SyntaxTree.FilePath is { Length: > 0 } file && FolderOf(root, file) is var to && to != from)
                        arrows.TryAdd((from, to), $"{Path.GetRelativePath(root, source.FilePath)} → {to} ({name.Identifier.Text})");
        }
        return arrows;
    }

    private static bool IsOutputOf(string project, string file)
        => Path.GetFileNameWithoutExtension(file) is var name && (name == project || (name == "nn" && project == "NeuralNotebooks.Cli"));

    private static INamedTypeSymbol? DeclaringTypeOf(SymbolInfo info)
        => (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) switch
        {
            INamedTypeSymbol type => type.OriginalDefinition,
            { } member => member.ContainingType?.OriginalDefinition,
            null => null,
        };

    private static string FolderOf(string root, string file)
        => Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar) is [var folder, _, ..] ? folder : ".";
}
