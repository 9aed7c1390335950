namespace NeuralNotebooks.Tests;

public sealed class ArchitectureTests
{
    private static readonly string _library = Repository.At("src/NeuralNotebooks");

    [Theory]
    [Cases("System.Runtime.Intrinsics", "unsafe", "stackalloc", "AggressiveOptimization")]
    public void Low_level_code_is_only_in_Kernels(string word) =>
        Assert.All(
            Directory.EnumerateFiles(_library, "*.cs", SearchOption.AllDirectories),
            path =>
            {
                if (!Regex.IsMatch(Path.GetRelativePath(_library, path), @"^(Kernels|obj|bin)[/\\]"))
                    Assert.DoesNotMatch($@"(?m)^(?!\s*//).*\b{Regex.Escape(word)}\b", File.ReadAllText(path));
            });
}
