namespace NeuralNotebooks.Benchmarks.Tests;

public class RaceTests
{
    private readonly List<(string Name, long Repetitions)> _log = [];

    /// <summary>A contender that does nothing and reports an invented duration: by default a millisecond per
    /// repetition.</summary>
    private Contender FakeContender(string name, double secondsEach = 1e-3) =>
        new(
            name,
            Amount: 1,
            repetitions =>
            {
                _log.Add((name, repetitions));
                return repetitions * secondsEach;
            });

    [Fact]
    public void Work_is_repeated_until_it_fills_a_slice_and_its_time_is_per_repetition()
    {
        Race race = new() { Rounds = 3, Slice = TimeSpan.FromMilliseconds(40) };
        Rate rate = race.Run([FakeContender("a")]).Rates[0];

        Assert.Equal(40, _log[^1].Repetitions);
        Assert.Equal(1e3, rate.Best, 6);
    }

    [Fact]
    public void The_best_slice_is_the_shortest_and_the_median_lies_in_the_middle_or_between_the_two_there()
    {
        Contender contender = new("a", 6, _ => 0);
        Assert.Equal(new("a", 60, 30), Rate.Of(contender, [0.3, 0.1, 0.2, 0.15, 0.9]));
        Assert.Equal(new("a", 6, 2.4), Rate.Of(contender, [4, 2, 3, 1]));
    }

    [Fact]
    public void Contenders_take_turns_and_each_begins_some_round()
    {
        new Race { Rounds = 3, Repetitions = 1 }.Run([FakeContender("a"), FakeContender("b"), FakeContender("c")]);

        Assert.Equal("abcbcacab", string.Concat(_log.TakeLast(9).Select(entry => entry.Name)));
    }

    [Fact]
    public void Work_that_was_slow_only_at_first_is_calibrated_again()
    {
        int calls = 0;
        Contender coldFirst = new("a", 1, repetitions => repetitions * (++calls <= 2 ? 1.0 : 1e-6));

        Rate rate = new Race { Rounds = 3, WarmUp = TimeSpan.FromMilliseconds(10) }.Run([coldFirst]).Rates[0];

        Assert.Equal(1e6, rate.Best, 3);
        Assert.InRange(calls, 5, 100);
    }

    [Fact]
    public void A_contender_that_fails_while_it_warms_up_or_later_is_left_out_and_the_others_are_measured()
    {
        int calls = 0;
        Contender never = new("never", 1, _ => throw new InvalidOperationException("has no parameters")),
            later = new("later", 1, _ => ++calls < 3 ? 1 : throw new InvalidDataException("is gone"));

        RaceResult result = new Race { Rounds = 5, Repetitions = 1 }.Run(
            [FakeContender("ours"), never, FakeContender("b"), later, FakeContender("c")]);

        Assert.Equal(["ours", "b", "c"], result.Rates.Select(rate => rate.Name));
        Assert.All(result.Rates, rate => Assert.Equal(1e3, rate.Median, 6));
        Assert.Equal([new("never", "has no parameters"), new("later", "is gone")], result.Failures);
    }

    [Fact]
    public void If_our_code_fails_the_race_fails()
    {
        Contender ours = new("ours", 1, _ => throw new InvalidOperationException("is wrong"));

        Fails.With<InvalidOperationException>("is wrong", () => new Race().Run([ours, FakeContender("b")]));
    }
}
