namespace NeuralNotebooks.Course.Tests;

public class OptimizerPathTests
{
    [Fact]
    public void There_is_a_path_of_50_steps_for_each_of_four_rules_on_three_functions()
    {
        IReadOnlyList<OptimizerPath> paths = OptimizerPath.LoadAll();

        Assert.Equal(12, paths.Select(path => (path.Function, path.Rule)).Distinct().Count());
        Assert.All(paths, path => Assert.Equal((51, 2), (path.Path.Rows, path.Path.Columns)));
    }

    [Fact]
    public void The_distance_to_another_path_is_the_largest_of_its_points()
    {
        OptimizerPath path = new("ravine", "momentum", 1, Matrix.Of(new double[,] { { 0, 0 }, { 1, 1 } }));
        Assert.Equal(5, path.LargestDistance([(0, 1), (4, 5)]));
        Fails.With<ArgumentException>(
            "The other path has 0 steps and this one 1.",
            () => path.LargestDistance([(0, 0)])
        );
    }
}
