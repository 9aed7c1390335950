namespace NeuralNotebooks.Benchmarks.Tests;

public class FootprintFiguresTests
{
    [Fact]
    public void The_best_first_epoch_is_compared_with_the_best_later_one_and_the_most_memory_counts()
    {
        Figure[] figures = [.. FootprintFigures.Of([new(0.5, 0.4, 90, 0), new(0.6, 0.3, 100, 0)], threads: 2)];

        Assert.Equal(0.6, figures[0].Value, 12);
        Assert.False(figures[0].IsMet);
        Assert.Equal(100, figures[1].Value);
        Assert.True(figures[1].IsMet);
        Assert.True(figures[2].IsMet);
        Assert.All(figures, figure => figure.Name.ShouldContain("2 threads"));
    }

    [Fact]
    public void A_single_byte_allocated_per_step_misses_the_goal() =>
        Assert.False(FootprintFigures.Of([new(1, 1, 1, 1)], threads: 1).Last().IsMet);
}
