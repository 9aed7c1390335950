using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Cli.Tests;

internal sealed record SourceFile(string Folder, string Name, string Text);

/// <summary>A reference from one folder to another, with one place that makes it.</summary>
internal sealed record FolderArrow(string From, string To, string Place)
{
    public override string ToString() => $"{From} → {To} ({Place})";
}

/// <summary>The references between the folders of one project. Namespaces are flat, so the compiler's semantic model
/// resolves each name in a file, and the declaration of that type or member determines its folder. A partial type with
/// files in two folders ties both to each other. Names in comments do not count.</summary>
internal static class FolderArrows
{
    private static readonly string[] _implicitUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
        "System.Threading.Tasks",
    ];

    private static readonly ConcurrentDictionary<string, MetadataReference> _references = new();

    private static readonly CSharpParseOptions _parse = new(LanguageVersion.Preview, DocumentationMode.None);

    public static IReadOnlyList<FolderArrow> Read(
        string assembly, IEnumerable<SourceFile> files, IEnumerable<string> references, IEnumerable<string> usings)
    {
        Dictionary<SyntaxTree, SourceFile> sources = files.ToDictionary(
            file => CSharpSyntaxTree.ParseText(file.Text, _parse), file => file);
        string shared = string.Concat(_implicitUsings.Concat(usings).Select(name => $"global using {name};\n"));
        var compilation = CSharpCompilation.Create(
            assembly,
            [CSharpSyntaxTree.ParseText(shared, _parse), .. sources.Keys],
            references.Select(path => _references.GetOrAdd(path, file => MetadataReference.CreateFromFile(file))),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true));
        IEnumerable<FolderArrow> all =
            from source in sources
            let model = compilation.GetSemanticModel(source.Key)
            from node in source.Key.GetRoot().DescendantNodes()
            let symbol = SymbolOf(model, node)
            where symbol is not null
            let folders = FoldersOf(symbol, sources)
            where folders.Length == 1 || node is TypeDeclarationSyntax
            from folder in folders
            where folder != source.Value.Folder
            let what = node is TypeDeclarationSyntax ? $"part of {symbol.Name}" : symbol.Name
            select new FolderArrow(source.Value.Folder, folder, $"{source.Value.Name}: {what}");
        return [.. all.DistinctBy(arrow => (arrow.From, arrow.To))];
    }

    private static ISymbol? SymbolOf(SemanticModel model, SyntaxNode node) =>
        node switch
        {
            TypeDeclarationSyntax type => model.GetDeclaredSymbol(type),
            SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax when model.GetSymbolInfo(node) is var meaning =>
                meaning.Symbol ?? meaning.CandidateSymbols.FirstOrDefault(),
            _ => null,
        };

    /// <summary>Where a type or member of this project is declared; several folders for a partial type.</summary>
    private static string[] FoldersOf(ISymbol symbol, Dictionary<SyntaxTree, SourceFile> sources)
    {
        if (symbol is not (INamedTypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol)
            || symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
            return [];
        ISymbol? definition = ((symbol as IMethodSymbol)?.ReducedFrom ?? symbol).OriginalDefinition;
        while (definition is { DeclaringSyntaxReferences.IsEmpty: true })
            definition = definition.ContainingType;
        return
        [.. definition?.DeclaringSyntaxReferences.Select(place => sources[place.SyntaxTree].Folder).Distinct() ?? []];
    }
}
