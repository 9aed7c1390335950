using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>A source file: the folder it belongs to, its name and its text.</summary>
internal sealed record SourceFile(string Folder, string Name, string Text);

/// <summary>A reference from one folder to another, with one place that makes it.</summary>
internal sealed record FolderArrow(string From, string To, string Place)
{
    public override string ToString() => $"{From} → {To} ({Place})";
}

/// <summary>
/// The references between the folders of one project. Namespaces are flat, so the compiler's semantic model resolves
/// each name in a file, and the declaration of that type or member determines its folder. A partial type with files in
/// two folders ties both to each other. Names in comments do not count.
/// </summary>
internal static class FolderArrows
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly ConcurrentDictionary<string, MetadataReference> _references = new();

    private static readonly CSharpParseOptions _parse = new(LanguageVersion.Preview, DocumentationMode.None);

    public static IReadOnlyList<FolderArrow> Read(
        string assembly,
        IEnumerable<SourceFile> files,
        IEnumerable<string> references
    )
    {
        Dictionary<SyntaxTree, SourceFile> sources = files.ToDictionary(
            file => CSharpSyntaxTree.ParseText(file.Text, _parse),
            file => file
        );
        var compilation = CSharpCompilation.Create(
            assembly,
            [CSharpSyntaxTree.ParseText(ImplicitUsings, _parse), .. sources.Keys],
            references.Select(path => _references.GetOrAdd(path, file => MetadataReference.CreateFromFile(file))),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true)
        );
        ILookup<string, string> declared = compilation
            .GetSymbolsWithName(_ => true, SymbolFilter.Type)
            .SelectMany(type => ((INamedTypeSymbol)type).GetMembers().Prepend(type))
            .SelectMany(symbol => FoldersOf(symbol, sources).Select(folder => (symbol.Name, folder)))
            .Distinct()
            .ToLookup(place => place.Name, place => place.folder);
        string[] folders = [.. sources.Values.Select(source => source.Folder).Distinct()];

        Dictionary<(string From, string To), FolderArrow> arrows = [];
        void Add(string from, string to, string place) => arrows.TryAdd((from, to), new FolderArrow(from, to, place));
        foreach ((SyntaxTree tree, SourceFile source) in sources)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (TypeDeclarationSyntax type in tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
            {
                foreach (
                    string folder in FoldersOf(model.GetDeclaredSymbol(type)!, sources)
                        .Where(folder => folder != source.Folder)
                )
                {
                    Add(source.Folder, folder, $"{source.Name}: part of {type.Identifier.Text}");
                }
            }
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes().Where(node => MayAdd(node, source.Folder)))
            {
                SymbolInfo meaning = model.GetSymbolInfo(node);
                if (
                    (meaning.Symbol ?? meaning.CandidateSymbols.FirstOrDefault()) is { } symbol
                    && FoldersOf(symbol, sources) is [string folder]
                    && folder != source.Folder
                )
                {
                    Add(source.Folder, folder, $"{source.Name}: {symbol.Name}");
                }
            }
        }
        return
        [
            .. arrows
                .Values.OrderBy(arrow => arrow.From, StringComparer.Ordinal)
                .ThenBy(arrow => arrow.To, StringComparer.Ordinal),
        ];

        // Resolving a name costs much more than reading it. Attributes may omit the end of their name.
        bool MayAdd(SyntaxNode node, string from) =>
            (
                node switch
                {
                    SimpleNameSyntax { Identifier.Text: var name } => declared[name]
                        .Concat(declared[name + "Attribute"]),
                    ImplicitObjectCreationExpressionSyntax => folders,
                    _ => [],
                }
            ).Any(to => to != from && !arrows.ContainsKey((from, to)));
    }

    /// <summary>Where a type or member of this project is declared: several folders for a partial type that has files
    /// in each.</summary>
    private static string[] FoldersOf(ISymbol symbol, Dictionary<SyntaxTree, SourceFile> sources)
    {
        if (
            symbol
            is not (
                INamedTypeSymbol
                or IMethodSymbol { MethodKind: not (MethodKind.LocalFunction or MethodKind.AnonymousFunction) }
                or IPropertySymbol
                or IFieldSymbol
                or IEventSymbol
            )
        )
        {
            return [];
        }
        ISymbol? definition = ((symbol as IMethodSymbol)?.ReducedFrom ?? symbol).OriginalDefinition;
        while (definition is { DeclaringSyntaxReferences.IsEmpty: true })
        {
            definition = definition.ContainingType;
        }
        return
        [
            .. definition?.DeclaringSyntaxReferences.Select(place => sources[place.SyntaxTree].Folder).Distinct() ?? [],
        ];
    }
}
