namespace NeuralNotebooks.Benchmarks.Tests;

public class SpeedRequestTests
{
    [Fact]
    public void The_default_number_of_threads_is_that_of_the_library()
    {
        Assert.Equal(ThreadTeam.Size, SpeedRequest.Parse(["gemm", "default", "quick", "out"]).Threads);
        Assert.Equal(3, SpeedRequest.Parse(["train", "3", "whole", "out"]).Threads);
    }

    [Theory]
    [Cases("-3", "abc", "0", "257")]
    public void A_variable_that_is_not_a_number_of_threads_is_named(string variable)
    {
        string? warning = SpeedRequest.WarningOf(variable);

        warning.ShouldStartWith($"NN_NUM_THREADS is '{variable}'");
        warning.ShouldContain("1 to 256");
    }

    [Theory]
    [Cases(
        null,
        "",
        "2"
    )]
    public void A_variable_that_is_valid_or_not_set_is_not_mentioned(string? variable) =>
        Assert.Null(SpeedRequest.WarningOf(variable));

    [Theory]
    [InlineData]
    [InlineData("sort", "1", "quick", "out")]
    [InlineData("gemm", "many", "quick", "out")]
    [InlineData("gemm", "1", "quick")]
    public void Starting_the_program_by_hand_explains_how_it_is_meant_to_be_started(params string[] args) =>
        Assert.Throws<ArgumentException>(() => SpeedRequest.Parse(args)).Message.ShouldContain("nn bench gemm");
}
