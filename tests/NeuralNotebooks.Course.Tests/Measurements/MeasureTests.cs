using System.Diagnostics;

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
    public void Work_that_takes_a_tenth_of_a_second_is_run_only_twice()
    {
        int runs = 0;

        double seconds = Measure.Seconds(() =>
        {
            runs++;
            Thread.Sleep(110);
        });

        Assert.Equal(2, runs);
        Assert.True(seconds >= 0.1);
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

    /// <summary>Compares with the shortest time that the work can take: on a busy machine it takes longer.</summary>
    [Fact]
    public void Each_piece_of_work_has_its_time_in_the_order_of_the_arguments()
    {
        double[] seconds = Measure.Seconds(() => { }, () => Wait(0.003), () => Wait(0.005));

        Assert.Equal(3, seconds.Length);
        Assert.True(seconds[0] > 0);
        Assert.True(seconds[1] >= 0.003);
        Assert.True(seconds[2] >= 0.005);

        static void Wait(double duration)
        {
            var clock = Stopwatch.StartNew();
            while (clock.Elapsed.TotalSeconds < duration)
            {
                Thread.SpinWait(100);
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

    [Fact]
    public void The_intensity_of_a_product_is_operations_by_bytes()
    {
        Assert.Equal(50 / 6.0, Measure.Intensity(50, 50, 50), 1e-12); // n/6
        Assert.Equal(2.0 / 12, Measure.Intensity(1, 1, 1), 1e-12);
        Assert.Equal(0.5, Measure.Intensity(100_000, 100_000, 1), 1e-3); // each weight is used once
    }
}
