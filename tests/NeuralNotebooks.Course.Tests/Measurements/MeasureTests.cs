namespace NeuralNotebooks.Course.Tests;

public class MeasureTests
{
    [Fact]
    public void Work_is_repeated_after_one_run_without_the_clock_and_takes_some_time()
    {
        int runs = 0;

        double seconds = Measure.Seconds(() => runs++);

        Assert.True(runs > 2);
        Assert.True(seconds > 0);
    }

    [Fact]
    public void Several_pieces_of_work_are_run_in_turns()
    {
        List<char> turns = [];

        Measure.Seconds(() => Run('a'), () => Run('b'));

        // One turn of each without the clock, and at least two with it. In a turn, short work is run many times.
        Assert.True(turns.Count >= 6);
        Assert.Equal(string.Concat(Enumerable.Repeat("ab", turns.Count / 2)), string.Concat(turns));

        void Run(char work)
        {
            if (turns.Count == 0 || turns[^1] != work)
            {
                turns.Add(work);
            }
        }
    }

    [Fact]
    public void The_clock_is_read_after_1_2_4_and_so_on_runs_until_2_milliseconds_have_passed()
    {
        List<int> runsAtReadings = [];
        int runs = 0;
        RecordingClock clock = new(runsAtReadings, () => runs);

        double seconds = Measure.MeanSeconds(() => runs++, clock);

        Assert.Equal([0, 1, 2, 4, 8, 16, 32, 64, 128, 256], runsAtReadings);
        Assert.Equal(10e-6, seconds, 1e-15);
    }

    /// <summary>A clock on which every run takes 10 microseconds.</summary>
    private sealed class RecordingClock(List<int> runsAtReadings, Func<int> runs) : TimeProvider
    {
        public override long TimestampFrequency => 1_000_000;

        public override long GetTimestamp()
        {
            runsAtReadings.Add(runs());
            return 10 * runs();
        }
    }
}
