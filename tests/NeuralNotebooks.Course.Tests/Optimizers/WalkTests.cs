namespace NeuralNotebooks.Course.Tests;

public class WalkTests
{
    [Fact]
    public void A_path_has_its_start_and_the_point_after_each_step()
    {
        // Along x a step multiplies by 1 − 0.5, along y by 1 − 0.5 · 3.
        (double X, double Y)[] path = Walk.Path(new GradientDescent<double>(0.5), (x, y) => [x, 3 * y], (4, 8), 3);
        Assert.Equal([(4, 8), (2, -4), (1, 2), (0.5, -1)], path);
        Assert.Equal([(4, 8)], Walk.Path(new GradientDescent<double>(0.5), (x, y) => [x, 3 * y], (4, 8), 0));
    }

    [Fact]
    public void An_optimizer_that_has_walked_before_walks_the_same_path_again()
    {
        Momentum<double> momentum = new(0.1);
        (double X, double Y)[] first = Walk.Path(momentum, (x, y) => [x, 25 * y], (-4, 1), 20);
        Assert.Equal(first, Walk.Path(momentum, (x, y) => [x, 25 * y], (-4, 1), 20));
    }

    [Fact]
    public void A_path_may_pass_its_goal_before_it_stays_there()
    {
        (double X, double Y)[] path = [(1, 0), (0, 0.01), (1, 0), (0.01, 0), (0, 0)];

        Assert.Equal(1, Walk.FirstWithin(path, (0, 0)));
        Assert.Equal(3, Walk.StaysFrom(path, (0, 0)));
        Assert.Equal(-1, Walk.FirstWithin(path, (5, 5)));
        Assert.Equal(5, Walk.StaysFrom([.. path[..4], (double.NaN, 0)], (0, 0)));
        Assert.Equal(5, Walk.Distance((0, 1), (3, 5)));
    }

    [Fact]
    public void Racers_keep_their_names_and_their_order()
    {
        var race = Walk.Race([("a", new GradientDescent<double>(0.5)), ("b", new GradientDescent<double>(0.25))],
            (x, y) => [x, y], (4, 8), 1);
        Assert.Equal(["a", "b"], race.Select(racer => racer.Name));
        Assert.Equal([(2, 4), (3, 6)], race.Select(racer => racer.Points.Last()));
    }

    [Fact]
    public void What_a_step_of_Momentum_leaves_is_the_larger_factor()
    {
        Assert.Equal(1 - 0.3 * 2, Walk.MomentumLeaves(0.3, 0, 2), 1e-12);         // plain descent: |1 − αλ|
        Assert.Equal(Math.Sqrt(0.5), Walk.MomentumLeaves(0.2, 0.5, 25), 1e-12);   // y oscillates: √β
        Assert.Equal(1, Walk.MomentumLeaves(3 * 2 / 25.0, 0.5, 25), 1e-12);       // (1 + β)/(1 − β) · 2/λ
    }
}
