namespace NeuralNotebooks.Benchmarks.Tests;

/// <summary>Checks docs/pytorch.md: the Python code on the page asserts what the page says about PyTorch.</summary>
public class PyTorchPageTests
{
    [Fact]
    public void The_code_of_the_page_runs()
    {
        Nightly.Only();
        CompetitorWorkerTests.Started(CompetitorWorkers.PyTorch).Dispose();
        IEnumerable<string> code = Repository.Read("docs/pytorch.md")
            .ReplaceLineEndings("\n")
            .Split("```python\n")
            .Skip(1)
            .Select(block => block.Split("```")[0]);
        Assert.NotEmpty(code);

        ProcessStartInfo python = new(CompetitorWorker.DefaultInterpreter, ["-B", "-c", string.Join('\n', code)])
        {
            WorkingDirectory = Repository.Root,
        };
        (int exitCode, _, string error) = Programs.Run(python);
        Assert.True(exitCode == 0, error);
    }
}
