namespace NeuralNotebooks.Course.Tests;

public class RuleTests
{
    public static TheoryData<Rule> Adams =>
    [
        new Rule(p =>
        {
            p.V = 0.9 * p.V + 0.1 * p.g;
            p.S = 0.999 * p.S + 0.001 * p.g * p.g;
            p.w -= 0.01 * (p.V / (1 - Math.Pow(0.9, p.t))) / (Math.Sqrt(p.S / (1 - Math.Pow(0.999, p.t))) + 1e-8);
        }),
        new Rule((w, g, V, S, t) =>
        {
            (0.9 * V + 0.1 * g).CopyTo(V);
            (0.999 * S + 0.001 * g.Hadamard(g)).CopyTo(S);
            M root = (S / (1 - Math.Pow(0.999, t))).Map(s => 1 / (Math.Sqrt(s) + 1e-8));
            (w - 0.01 / (1 - Math.Pow(0.9, t)) * V.Hadamard(root)).CopyTo(w);
        }),
    ];

    [Theory]
    [MemberData(nameof(Adams))]
    public void A_formula_for_one_parameter_or_for_matrices_is_the_librarys_optimizer_for_a_network(Rule adam)
    {
        Mlp<double>[] networks = [Trained(adam), Trained(new Adam<double>(0.01))];

        for (int l = 0; l < 2; l++)
        {
            Assert.True(networks[0].Layers[l].Weights.IsCloseTo(networks[1].Layers[l].Weights, 1e-12));
            Assert.True(networks[0].Layers[l].Biases.IsCloseTo(networks[1].Layers[l].Biases, 1e-12));
        }
    }

    [Fact]
    public void Steps_are_counted_from_1_and_begin_anew_after_a_reset()
    {
        List<(int, double)> seen = [];
        Rule rule = new(p => { seen.Add((p.t, p.V)); p.V += 1; });
        double[] w = [0];

        rule.Step(w, [1]);
        rule.Step(w, [1]);
        rule.Reset();
        rule.Step(w, [1]);

        Assert.Equal([(1, 0), (2, 1), (1, 0)], seen);
    }

    private static Mlp<double> Trained(Optimizer<double> optimizer)
    {
        Mlp<double> network = Mlp.Create<double>(4, [new(3, Activation.Tanh), new(3, Activation.Identity)], seed: 1);
        Trainer.Fit(network, Iris.Load(), new SoftmaxCrossEntropy<double>(), optimizer,
            new() { Epochs = 2, BatchSize = 16, Seed = 1, Schedule = LearningRateSchedule.Linear() });
        return network;
    }
}
