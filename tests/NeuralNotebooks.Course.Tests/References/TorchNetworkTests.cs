namespace NeuralNotebooks.Course.Tests;

public class TorchNetworkTests
{
    [Fact]
    public void The_library_agrees_with_PyTorch_on_the_batch_of_three()
    {
        TorchNetwork torch = TorchNetwork.Load("batch-of-three");
        Mlp<double> network = new(
        [
            new Dense<double>(torch.Weights[0], torch.Biases[0], Activation.Sigmoid),
            new Dense<double>(torch.Weights[1], torch.Biases[1], Activation.Identity),
        ]);
        var loss = new MeanSquaredError<double>();
        Matrix<double> output = network.Forward(torch.X), gradient = Matrix.Zeros<double>(1, 3);
        loss.Gradient(output, torch.Y, gradient);
        Matrix<double> dX = network.Backward(gradient);

        Claim.Close(loss.Value(output, torch.Y), torch.Loss, "L");
        Claim.Close(dX, torch.InputGradient, "dX");
        for (int l = 0; l < 2; l++)
        {
            Claim.Close(network.Layers[l].Preactivation, torch.Preactivations[l], "Z");
            Claim.Close(network.Layers[l].Output, torch.Outputs[l], "A");
            Claim.Close(network.Layers[l].Delta, torch.Deltas[l], "δ");
            Claim.Close(network.Layers[l].WeightGradient, torch.WeightGradients[l], "dW");
            Claim.Close(network.Layers[l].BiasGradient, torch.BiasGradients[l], "db");
        }
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Throws<FileNotFoundException>(() => TorchNetwork.Load("no-such")).Message.ShouldContain("no-such");
}
