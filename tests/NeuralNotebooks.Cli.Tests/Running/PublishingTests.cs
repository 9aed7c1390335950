namespace NeuralNotebooks.Cli.Tests;

public sealed class PublishingTests
{
    [Theory]
    [FactsOf("Running/Publishing")]
    public Task Runs(string fact) => DialogueTests.Check("Running/Publishing", fact);
}
