namespace NeuralNotebooks.Course.Tests;

public class TimingTests
{
    [Fact]
    public void Actions_are_run_in_turns_and_each_has_a_time()
    {
        List<char> order = [];

        double[] times = Timing.Milliseconds(() => order.Add('a'), () => order.Add('b'));

        Assert.Equal(string.Concat(Enumerable.Repeat("ab", 30)), string.Concat(order));
        Assert.Equal(2, times.Length);
        Assert.All(times, time => Assert.True(time is >= 0 and < double.PositiveInfinity));
    }
}
