namespace NeuralNotebooks.Course.Tests;

public class ReferenceFileTests
{
    [Fact]
    public void There_is_a_path_of_50_steps_for_each_of_four_rules_on_three_functions()
    {
        IReadOnlyList<OptimizerPath> paths = OptimizerPath.LoadAll();

        Assert.Equal(12, paths.Select(path => (path.Function, path.Rule)).Distinct().Count());
        Assert.All(paths, path => Assert.Equal((51, 2), (path.Path.Rows, path.Path.Columns)));
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Fails.With<FileNotFoundException>("no-such", () => TorchNetwork.Load("no-such"));
}
