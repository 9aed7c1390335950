using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>The limit on parameters. Records are not tested, since theirs are properties. Kernels may have more: their
/// innermost loops take references and strides as separate parameters, since fields of a struct would be read from
/// memory.</summary>
public class ParameterTests
{
    private const int Most = 6;

    private static readonly string[] _exempt = ["NeuralNotebooks/Kernels/"];

    public static TheoryData<string> Projects => FolderTests.Projects;

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_method_outside_the_kernels_has_at_most_six_parameters(string project)
    {
        string root = Repository.At($"src/{project}");
        Assert.Empty(
            from path in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            let place = $"{project}/{Path.GetRelativePath(root, path).Replace('\\', '/')}"
            where !_exempt.Any(place.StartsWith)
            from method in WithTooMany(File.ReadAllText(path))
            select $"{place}: {method}");
    }

    private static IEnumerable<string> WithTooMany(string code) =>
        from list in CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes().OfType<ParameterListSyntax>()
        where list.Parent is not RecordDeclarationSyntax && list.Parameters.Count(IsCounted) > Most
        select list.Parent!.ChildTokens().FirstOrDefault(token => token.IsKind(SyntaxKind.IdentifierToken)).Text;

    private static bool IsCounted(ParameterSyntax parameter) =>
        parameter.Type?.ToString() != nameof(CancellationToken)
        && !parameter.Modifiers.Any(SyntaxKind.ParamsKeyword)
        && !parameter.AttributeLists.ToString().Contains("[Caller", StringComparison.Ordinal);
}
