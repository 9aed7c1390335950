using NeuralNotebooks.Engine;
using NeuralNotebooks.Runner;

namespace Notebooks.Tests;

public class LiveProgressTests
{
    [Fact]
    public async Task An_executed_notebook_keeps_only_the_full_progress_bar()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Notebook(
            "progress.ipynb",
            $"#!import {Repository.At("notebooks/kit.csx")}",
            """
            Trainer.Fit(
                Mlp.Create<double>(2, [new(1, Activation.Identity)]),
                new(Matrix.Normal<double>(2, 50, seed: 1), Matrix.Normal<double>(1, 50, seed: 2)),
                new MeanSquaredError<double>(),
                new GradientDescent<double>(0.1),
                new()
                {
                    Epochs = 3,
                    BatchSize = 1,
                    Progress = new LiveProgress(),
                    AfterEpoch = _ => System.Threading.Thread.Sleep(160),
                });
            """
        );

        NotebookRun run = await new NotebookRunner(new RunOptions()).RunAsync(
            path,
            cancellation: TestContext.Current.CancellationToken
        );

        Assert.True(run.Status == RunStatus.Passed, run.Error?.Message);
        var bar = Assert.IsType<DisplayData>(Assert.Single(run.Executed!.CodeCells.ElementAt(1).Outputs));
        Assert.Matches("^epoch 3 of 3 · loss [0-9.]+$", bar.Data.Text(MimeBundle.PlainText));
        bar.Data.Text(MimeBundle.Html).ShouldContain("width:100%");
        bar.Data.Text(MimeBundle.Html).ShouldNotContain("left");
    }
}
