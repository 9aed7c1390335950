using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace NeuralNotebooks.Engine.Tests;

internal static class CompiledLibrary
{
    public static byte[] Of(string name, string code, params string[] references)
    {
        string core = typeof(object).Assembly.Location;
        string[] all = [core, Path.Combine(Path.GetDirectoryName(core)!, "System.Runtime.dll"), .. references];
        using var assembly = new MemoryStream();
        EmitResult result = CSharpCompilation
            .Create(
                name,
                [CSharpSyntaxTree.ParseText(code)],
                all.Select(file => MetadataReference.CreateFromFile(file)),
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .Emit(assembly);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return assembly.ToArray();
    }
}
