namespace NeuralNotebooks.Engine.Tests;

public sealed class HiddenAssemblyTests
{
    private static readonly AssemblyName _library = new("System.Linq.Async") { Version = new(6, 0, 0, 0) };

    [Fact]
    public void The_assembly_is_hidden_by_an_empty_one_of_a_newer_version()
    {
        Assert.NotNull(HiddenAssembly.BehindLibrary(_library, Hosts.WithThreads.References));
        Assert.Null(HiddenAssembly.BehindLibrary(
            new(_library.Name!) { Version = new(7, 0, 0, 0) }, Hosts.WithThreads.References));
    }

    [Fact]
    public void A_page_without_the_assembly_hides_nothing() => Assert.Null(
        HiddenAssembly.BehindLibrary(_library, FrameworkReferences.OfLoaded([typeof(object).Assembly])));
}
