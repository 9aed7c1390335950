namespace NeuralNotebooks.Course.Tests;

/// <summary>Checkpoints that ask for a judgement or a derivation.</summary>
public partial class RightAnswersTests
{
    [Fact]
    public void A_loop_that_adds_up_weights_finds_the_memory() =>
        AreRight(Check.Memory((β, part) =>
        {
            int n = 0;
            for (double sum = 0, weight = 1 - β; sum < part; weight *= β, n++)
                sum += weight;
            return n;
        }));

    [Fact]
    public void The_first_length_that_few_enough_exceed_is_the_threshold() =>
        AreRight(Check.ClipThreshold((norms, share) =>
            norms.Order().First(c => norms.Count(norm => norm > c) <= share * norms.Length)));

    [Fact]
    public void A_weight_that_decays_step_by_step_has_the_half_life() =>
        AreRight(Check.HalfLife((α, λ) =>
        {
            int steps = 0;
            for (double w = 1; w > 0.5; w -= α * λ * w)
                steps++;
            return steps;
        }));

    [Theory]
    [InlineData(1.1, 0.6)]
    [InlineData(1.3, 0.8)]
    public void A_diagnosis_may_draw_its_lines_elsewhere(double rise, double left) =>
        AreRight(Check.Diagnosis((training, validation) =>
            !(training[^1] < training[0]) ? 1
            : validation[^1] > rise * validation.Min() ? 3
            : training[^1] > left * training[0] ? 2 : 0));

    [Fact]
    public void The_librarys_epoch_is_the_mini_batch_loop() =>
        AreRight(Check.Epoch((W, b, data, order, size, α) =>
        {
            Mlp<double> layer = new([new(W.Copy(), b.Copy(), Activation.Identity)]);
            GradientDescent<double> descent = new(α);
            SoftmaxCrossEntropy<double> loss = new();
            foreach (int[] batch in order.Chunk(size))
            {
                Dataset<double> part = data.Select(batch);
                M slopes = Matrix.Zeros<double>(3, batch.Length);
                loss.Gradient(layer.Forward(part.Features), part.Targets, slopes);
                layer.Backward(slopes);
                descent.Step(layer);
            }
            return (layer.Layers[0].Weights, layer.Layers[0].Biases);
        }));
}
