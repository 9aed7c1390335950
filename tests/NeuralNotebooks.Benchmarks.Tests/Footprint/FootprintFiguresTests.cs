namespace NeuralNotebooks.Benchmarks.Tests;

public class FootprintFiguresTests
{
    [Fact]
    public void The_best_first_epoch_is_compared_with_the_best_later_one_and_the_most_memory_counts()
    {
        Figure[] figures = [.. FootprintFigures.Of([new(0.5, 0.4, 90, 8), new(0.6, 0.3, 100, 0)], threads: 2)];

        Assert.Equal(0.6, figures[0].Value, 12);
        Assert.Equal([100, 8], figures.Skip(1).Select(figure => figure.Value));
        Assert.All(figures, figure => figure.Name.ShouldContain("2 threads"));
    }
}
