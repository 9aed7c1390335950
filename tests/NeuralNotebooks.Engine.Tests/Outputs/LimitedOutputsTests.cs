namespace NeuralNotebooks.Engine.Tests;

public sealed class LimitedOutputsTests
{
    private readonly Shown _shown = new();
    private readonly LimitedOutputs _limited;

    public LimitedOutputsTests() => _limited = new(_shown, new ConcurrentDictionary<string, long>());

    [Fact]
    public void Errors_are_limited_and_the_one_that_ends_the_cell_is_shown_after_all()
    {
        string big = new('x', 100_000);
        ErrorOutput[] errors = [.. Enumerable.Range(0, 500).Select(i => new ErrorOutput("E", $"{i}", [new(big)]))];
        foreach (ErrorOutput error in errors)
            _limited.Emit(error);
        _limited.End(errors[^1]);

        string[] shown = [.. _shown.Outputs.OfType<ErrorOutput>().Select(error => error.Message)];

        Assert.Equal([.. Enumerable.Range(0, 319).Select(i => $"{i}"), "499"], shown);
        Assert.Equal(LimitedOutputs.Sentence, _shown.Console);
    }

    [Fact]
    public void An_error_that_was_shown_is_not_repeated_at_the_cells_end()
    {
        var error = new ErrorOutput("System.Exception", "first", []);
        _limited.Emit(error);
        _limited.End(error);

        Assert.Single(_shown.Outputs);
    }

    [Theory]
    [Cases(
        StreamName.Stderr, LimitedOutputs.MaxOutputs + 1,
        StreamName.Stdout, 10_000 // Writes to the same stream are one output.
    )]
    public void Standard_output_and_error_in_turn_are_limited_in_number(StreamName second, int shown)
    {
        for (int i = 0; i < 10_000; i++)
            _limited.Emit(new StreamOutput(i % 2 == 0 ? StreamName.Stdout : second, "x"));

        Assert.Equal(shown, _shown.Outputs.Count);
    }

    [Fact]
    public void Text_is_cut_at_the_limit_and_goes_on_after_the_outputs_are_cleared()
    {
        for (int i = 0; i < 3; i++)
            _limited.Emit(new StreamOutput(StreamName.Stdout, new string('x', 400_000)));
        Assert.Equal(new string('x', LimitedOutputs.MaxText) + LimitedOutputs.Sentence, _shown.Console);

        _limited.Emit(new OutputClear(Wait: false));
        _limited.Emit(new StreamOutput(StreamName.Stdout, "again"));

        Assert.Equal("again", _shown.Console);
    }

    [Fact]
    public void Replaced_values_count_by_how_much_they_grow()
    {
        MimeBundle large = MimeBundle.Plain(new string('x', LimitedOutputs.MaxValueText / 4));
        string[] ids = ["a", "b", "c", "d", "e"];
        foreach (string id in ids)
            _limited.Emit(new DisplayData(MimeBundle.Plain(""), [], id));
        _limited.Emit(new OutputClear(Wait: true));   // until the next output, the values are still shown
        foreach (string id in (string[])[.. ids, "unknown"])
            for (int i = 0; i < 3; i++)
                _limited.Emit(new DisplayUpdate(id, large));
        _limited.Emit(new DisplayUpdate("a", MimeBundle.Plain("")));
        _limited.Emit(new DisplayUpdate("e", large));

        Assert.Equal(["a", "b", "c", "d", "e"], _shown.Updates.Keys);
        Assert.Equal(LimitedOutputs.Sentence, _shown.Console);
    }
}
