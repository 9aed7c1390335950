namespace NeuralNotebooks.Course.Tests;

/// <summary>Sets variables of the whole process, so its facts are in one class: they run one by one.</summary>
public sealed class KitTests : IDisposable
{
    private readonly string? _quick = Environment.GetEnvironmentVariable(NotebookHost.QuickVariable),
        _full = Environment.GetEnvironmentVariable(NotebookHost.FullVariable);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(NotebookHost.QuickVariable, _quick);
        Environment.SetEnvironmentVariable(NotebookHost.FullVariable, _full);
    }

    [Theory]
    [Cases(null, 500, "0", 500, "1", 40)]
    public void An_experiment_has_its_small_size_in_a_quick_run(string? quick, int size)
    {
        Environment.SetEnvironmentVariable(NotebookHost.QuickVariable, quick);

        Assert.Equal(size, Kit.Size(full: 500, quick: 40));
        Assert.Equal(size == 40, Kit.IsQuick);
    }

    [Theory]
    [Cases(null, false, "1", true)]
    public void Experiments_that_take_minutes_run_only_on_request(string? full, bool runs)
    {
        Environment.SetEnvironmentVariable(NotebookHost.FullVariable, full);

        Assert.Equal(runs, Kit.RunsInFull);
    }
}
