using System.Diagnostics;

namespace NeuralNotebooks.Benchmarks.Tests;

/// <summary>docs/pytorch.md says what PyTorch does; its code asserts it.</summary>
public class PyTorchPageTests
{
    [Fact]
    public async Task The_code_of_the_page_runs()
    {
        PythonWorkerTests.Started("torch").Dispose();
        string page = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "docs", "pytorch.md"),
            TestContext.Current.CancellationToken
        );
        IEnumerable<string> code = page.ReplaceLineEndings("\n")
            .Split("```python\n")
            .Skip(1)
            .Select(block => block.Split("```")[0]);
        Assert.NotEmpty(code);

        using Process python = Process.Start(
            new ProcessStartInfo(PythonWorker.DefaultInterpreter, ["-B", "-c", string.Join('\n', code)])
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardError = true,
            }
        )!;
        string error = await python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(python.ExitCode == 0, error);
    }
}
