namespace NeuralNotebooks.Course.Tests;

/// <summary>
/// Sets variables of the whole process, so its facts are in one class, which runs them one after the other.
/// </summary>
public sealed class KitTests : IDisposable
{
    private readonly string? _quick = Environment.GetEnvironmentVariable(Kit.QuickVariable),
        _full = Environment.GetEnvironmentVariable(Kit.FullVariable);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Kit.QuickVariable, _quick);
        Environment.SetEnvironmentVariable(Kit.FullVariable, _full);
    }

    [Theory]
    [Cases(
        null, 500,
        "0", 500,
        "1", 40
    )]
    public void An_experiment_has_its_small_size_in_a_quick_run(string? quick, int size)
    {
        Environment.SetEnvironmentVariable(Kit.QuickVariable, quick);

        Assert.Equal(size, Kit.Size(full: 500, live: 40));
        Assert.Equal(size == 40, Kit.IsLive);
    }

    [Theory]
    [Cases(
        null, false,
        "1", true
    )]
    public void Experiments_that_take_minutes_run_only_on_request(string? full, bool runs)
    {
        Environment.SetEnvironmentVariable(Kit.FullVariable, full);

        Assert.Equal(runs, Kit.RunsInFull);
    }

    [Theory]
    [Cases(
        "1", null, 2_400, 10, 10,
        null, null, 60_000, 5, 10,
        null, "1", 60_000, 20, 15,
        "1", "1", 2_400, 10, 10
    )]
    public void The_experiments_of_notebook_08_are_small_in_a_quick_run_and_longer_in_a_full_one(
        string? quick, string? full, int images, int longest, int finalEpochs)
    {
        Environment.SetEnvironmentVariable(Kit.QuickVariable, quick);
        Environment.SetEnvironmentVariable(Kit.FullVariable, full);

        DigitSizes sizes = DigitSizes.OfThisRun;

        Assert.Equal(
            (images, longest, finalEpochs), (sizes.Images, sizes.Lengths[^1], sizes.FinalEpochs));
    }
}
