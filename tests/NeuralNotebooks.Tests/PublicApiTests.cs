using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NeuralNotebooks.Tests;

/// <summary>The library is published as a package, so each change of its public API must be approved.</summary>
public class PublicApiTests
{
    private static readonly SymbolDisplayFormat _asDeclared = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: (SymbolDisplayMemberOptions)~0 & ~SymbolDisplayMemberOptions.IncludeContainingType,
        parameterOptions: (SymbolDisplayParameterOptions)~0 & ~SymbolDisplayParameterOptions.IncludeOptionalBrackets,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        string[] platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        CSharpCompilation caller = CSharpCompilation.Create(
            assemblyName: null, references: platform.Select(path => MetadataReference.CreateFromFile(path)));
        IAssemblySymbol library = caller.GetTypeByMetadataName(typeof(Matrix).FullName!)!.ContainingAssembly;
        ApprovedTexts.Check("PublicApi", "NeuralNotebooks", Declared(library.GlobalNamespace).Trim() + "\n");
    }

    private static string Declared(INamespaceOrTypeSymbol whole)
    {
        ISymbol[] visible =
        [
            .. whole.GetMembers().Where(member =>
                member.DeclaredAccessibility
                    is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
                && member is not IMethodSymbol { AssociatedSymbol: not null }
                && !member.GetAttributes().Any(one => one.AttributeClass?.Name == "CompilerGeneratedAttribute")
            ),
        ];
        IEnumerable<string> members = visible
            .Where(member => member is not INamespaceOrTypeSymbol)
            .Select(member => $"    {member.ToDisplayString(_asDeclared)}\n");
        return Head(whole)
            + string.Concat(members.Order(StringComparer.Ordinal))
            + "\n"
            + string.Concat(
                visible.OfType<INamespaceOrTypeSymbol>()
                    .OrderBy(part => part.MetadataName, StringComparer.Ordinal).Select(Declared));
    }

    private static string Head(INamespaceOrTypeSymbol whole)
    {
        if (whole is not INamedTypeSymbol type)
            return "";
        string kind = type.IsStatic ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        IEnumerable<ISymbol?> bases = type.AllInterfaces.Prepend(type.BaseType).Prepend(type);
        return $"{kind}{type.TypeKind} {string.Join(" : ", bases.Select(one => one?.ToDisplayString(_asDeclared)))}\n";
    }
}
