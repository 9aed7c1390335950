using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Engine;

/// <summary>A compiled text, ready to run after the submissions that have run.</summary>
/// <param name="Compilation">What later submissions see of it.</param>
/// <param name="Assembly">Its code; null when it has none, such as usings only.</param>
/// <param name="Entry">The code's entry point; null when there is none.</param>
internal sealed record Submission(CSharpCompilation Compilation, Assembly? Assembly, SubmissionEntry? Entry)
{
    private bool? _keepsState;

    /// <summary>Its text; null if it also records its values, for a run that it was compiled for.</summary>
    public string? Code { get; init; }

    /// <summary>The path in its messages.</summary>
    public string Path { get; init; } = "";

    /// <summary>The names in its text.</summary>
    public HashSet<string> Mentions => field ??=
    [
        .. Root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText),
    ];

    /// <summary>The names that later submissions see of it.</summary>
    public HashSet<string> Declares => field ??=
    [
        .. Compilation.ScriptClass!.GetMembers().Where(m => m.CanBeReferencedByName).Select(m => m.Name),
    ];

    /// <summary>Whether its types keep something from run to run.</summary>
    public bool KeepsState => _keepsState ??=
        Root.DescendantNodes().OfType<MemberDeclarationSyntax>().Any(member =>
            member is BaseFieldDeclarationSyntax or PropertyDeclarationSyntax or ConstructorDeclarationSyntax
            && member.Modifiers.Any(SyntaxKind.StaticKeyword));

    /// <summary>Whether later submissions see more namespaces because of it.</summary>
    public bool Opens => Root.Usings.Count > 0;

    private CompilationUnitSyntax Root => (CompilationUnitSyntax)Compilation.SyntaxTrees[^1].GetRoot();

    /// <inheritdoc cref="SubmissionEntry.RunAsync"/>
    public Task<object?> RunAsync(object?[] states)
        => Assembly is null || Entry is null ? Task.FromResult<object?>(null) : Entry.RunAsync(Assembly, states);

    /// <summary>The expression that it ends with, without a semicolon; null if it ends otherwise.</summary>
    public ExpressionSyntax? Last =>
        Root.Members.LastOrDefault()
            is GlobalStatementSyntax
        {
            Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true, Expression: var last }
        }
            ? last
            : null;

    /// <summary>Whether it has a value to show: it ends with an expression without a semicolon, or returned
    /// something.</summary>
    public bool HasValue(object? value) =>
        // Only a statement "return value;" gives a value to a submission that does not end with an expression.
        value is not null
        || (
            Last is { } last
            && Compilation.GetSemanticModel(last.SyntaxTree).GetTypeInfo(last).Type
                is not { SpecialType: SpecialType.System_Void }
        );
}
