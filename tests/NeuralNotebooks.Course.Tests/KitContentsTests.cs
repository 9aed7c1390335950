namespace NeuralNotebooks.Course.Tests;

public class KitContentsTests
{
    [Fact]
    public void A_notebook_that_references_this_assembly_finds_all_others_through_it()
    {
        string[] referenced = [.. typeof(Check).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!)];
        Assert.All(KitContents.Types, type => Assert.Contains(type.Assembly.GetName().Name!, referenced));
    }
}
