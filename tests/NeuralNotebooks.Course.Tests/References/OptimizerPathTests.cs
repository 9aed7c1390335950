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
    public void The_library_takes_the_same_path_down_the_ravine()
    {
        foreach (OptimizerPath path in OptimizerPath.LoadAll().Where(path => path.Function == "ravine"))
        {
            Optimizer<double> optimizer = path.Rule switch
            {
                "gradient descent" => new GradientDescent<double>(path.LearningRate),
                "momentum" => new Momentum<double>(path.LearningRate, path.Beta),
                "rmsprop" => new RmsProp<double>(path.LearningRate, path.Beta, path.Epsilon),
                _ => new Adam<double>(path.LearningRate, path.Beta1, path.Beta2, path.Epsilon),
            };
            double[] w = [path.Path[0, 0], path.Path[0, 1]];
            for (int t = 1; t < path.Path.Rows; t++)
            {
                optimizer.Step(w, [w[0], 25 * w[1]]);
                Claim.Close(w, [path.Path[t, 0], path.Path[t, 1]], path.Rule);
            }
        }
    }
}
