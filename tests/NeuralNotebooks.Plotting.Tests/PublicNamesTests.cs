namespace NeuralNotebooks.Plotting.Tests;

public class PublicNamesTests
{
    /// <summary>A notebook has both namespaces open: a name in both would be ambiguous in every cell.</summary>
    [Fact]
    public void No_public_type_has_the_name_of_a_type_of_Plotly_NET()
    {
        HashSet<string> taken =
            [.. File.ReadLines(Repository.At("tests/NeuralNotebooks.Plotting.Tests/Golden/plotly-type-names.txt"))
            .Select(name => name[(name.LastIndexOf('.') + 1)..])];

        Assert.Contains("Figure", taken);
        Type[] libraries = [typeof(Picture), typeof(Matrix)];
        Assert.DoesNotContain(
            libraries.SelectMany(type => type.Assembly.GetExportedTypes()).Select(type => type.Name.Split('`')[0]),
            taken.Contains);
    }
}
