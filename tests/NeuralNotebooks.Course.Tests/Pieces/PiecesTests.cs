namespace NeuralNotebooks.Course.Tests;

/// <summary>A piece of the reader's own network must work without the other cells of its notebook. What the running
/// cell uses is global to the process, so these tests run alone.</summary>
[Collection(nameof(PiecesTests))]
[CollectionDefinition(nameof(PiecesTests), DisableParallelization = true)]
public sealed class PiecesTests : IDisposable
{
    private readonly object? _before = AppContext.GetData(NotebookHost.Name);

    public void Dispose() => AppContext.SetData(NotebookHost.Name, _before);

    [Fact]
    public void A_right_answer_is_the_readers_own_and_a_wrong_one_or_the_courses_is_not()
    {
        Uses(("Matrix", "NeuralNotebooks"), ("Check", "NeuralNotebooks.Course"));
        Check.He((k, n, seed) => 2 * He(k, n, seed));
        Assert.Equal("yours, but not right yet", Pieces.Whose("He"));

        Check.He(He);
        Assert.True(Pieces.IsOwn("He"));
        Assert.Equal("yours", Pieces.Whose("He"));
        Assert.Equal("He is the course's. Put the cell that you have solved in its place.", Pieces.Reference(He));
        Assert.Equal("the course's", Pieces.Whose("He"));
    }

    [Fact]
    public void An_answer_that_uses_other_cells_or_the_library_is_told_which_names()
    {
        Uses(("X", null), ("scale", null), ("Softmax", "NeuralNotebooks"));

        Assert.Equal(
            "Not yet. This cell uses `X`, `scale` and `Softmax` from elsewhere. He goes with you to notebook 10, so it "
                + "must work alone: with its arguments and `Matrix`.",
            Check.He(He).ToString());
        Assert.False(Pieces.IsOwn("He"));
        Assert.StartsWith(
            "Not yet. This cell uses `scale` and `Softmax` from elsewhere. Learn may use your five functions and",
            Pieces.Judge("Learn", () => Verdict.Correct(""), "X", "Y").ToString());
    }

    private static M He(int outputs, int inputs, int seed) =>
        Math.Sqrt(2.0 / inputs) * Matrix.Normal<double>(outputs, inputs, seed);

    private static void Uses(params (string, string?)[] names) =>
        NotebookHost.Offer((nameof(NotebookHost.UsedNames), () => names));
}
