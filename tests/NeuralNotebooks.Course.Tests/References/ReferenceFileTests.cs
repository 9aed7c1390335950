namespace NeuralNotebooks.Course.Tests;

public class ReferenceFileTests
{
    [Fact]
    public void A_missing_file_is_named() =>
        Fails.With<FileNotFoundException>("no-such", () => TorchNetwork.Load("no-such"));
}
