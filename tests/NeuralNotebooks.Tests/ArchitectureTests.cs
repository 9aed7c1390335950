using System.Reflection;
using System.Text.RegularExpressions;

namespace NeuralNotebooks.Tests;

/// <summary>Rules for the structure of the library's sources.</summary>
public sealed class ArchitectureTests
{
    private const BindingFlags AllDeclared =
        BindingFlags.Static
        | BindingFlags.Instance
        | BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    private static readonly string _library = Repository.At("src/NeuralNotebooks");

    /// <summary>Kernels may have more parameters: their innermost loops take references and strides as separate
    /// parameters, since fields of a struct would be read from memory.</summary>
    [Fact]
    public void A_method_outside_the_public_API_and_the_kernels_has_at_most_five_parameters()
    {
        string[] kernels =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(_library, "Kernels"), "*.cs", SearchOption.AllDirectories)
                .Select(path => Path.GetFileName(path).Split('.')[0]),
        ];
        Assert.Empty(
            from type in typeof(Gemm).Assembly.GetTypes()
            let outermost = type.DeclaringType ?? type
            where !kernels.Contains(outermost.Name.Split('`')[0])
            from method in type.GetMethods(AllDeclared)
            where !(type.IsVisible && method.IsPublic) && !method.Name.Contains('<') && !type.Name.Contains('<')
            where method.GetParameters().Length > 5
            select $"{type.Name}.{method.Name}"
        );
    }

    [Theory]
    [Cases("System.Runtime.Intrinsics", "unsafe", "stackalloc", "AggressiveOptimization")]
    public void Low_level_code_is_only_in_Kernels(string word) =>
        Assert.All(
            Directory.EnumerateFiles(_library, "*.cs", SearchOption.AllDirectories),
            path =>
            {
                if (!Regex.IsMatch(Path.GetRelativePath(_library, path), @"^(Kernels|obj|bin)[/\\]"))
                    Assert.DoesNotMatch($@"(?m)^(?!\s*//).*\b{Regex.Escape(word)}\b", File.ReadAllText(path));
            }
        );
}
