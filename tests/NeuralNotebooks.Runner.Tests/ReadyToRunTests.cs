using System.Reflection.PortableExecutable;

namespace NeuralNotebooks.Runner.Tests;

public class ReadyToRunTests
{
    [Theory]
    [Cases("Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp")]
    public void Roslyn_is_compiled_ahead_where_the_engine_is(string assembly)
    {
        Assert.SkipUnless(HasMachineCode("NeuralNotebooks.Engine"), "No feed has Crossgen2.");

        Assert.True(HasMachineCode(assembly));
    }

    private static bool HasMachineCode(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")));
        return file.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
