namespace NeuralNotebooks.Runner.Tests;

public sealed class CellOutputsTests
{
    /// <summary>The largest value that a cell may show, and how many of them fit in a notebook.</summary>
    private const int Large = 31_000_000, Fitting = 2;

    private readonly Notebook _notebook = new();
    private readonly NotebookSize _size = new();

    [Fact]
    public void All_outputs_of_a_notebook_together_have_a_limit()
    {
        CellOutputs[] cells = [.. Enumerable.Range(0, 40).Select(_ => NewCell())];
        foreach (CellOutputs cell in cells)
            cell.Emit(Value(Large));

        IList<Output>[] outputs = [.. _notebook.CodeCells.Select(cell => cell.Outputs)];
        Assert.All(outputs[..Fitting], one => Assert.IsType<DisplayData>(Assert.Single(one)));
        Assert.All(outputs[Fitting..], one => Assert.Equal(NotebookSize.Sentence, Text(Assert.Single(one))));

        cells[0].Emit(new OutputClear(Wait: false));
        cells[2].Emit(new OutputClear(Wait: true));
        cells[2].Emit(Value(Large));
        Assert.IsType<DisplayData>(Assert.Single(outputs[2]));
    }

    [Fact]
    public void Text_small_outputs_and_replaced_values_count_as_well()
    {
        CellOutputs first = NewCell(), second = NewCell(), third = NewCell();
        first.Emit(Value(10, "id"));
        second.Emit(Value(Large));
        first.Emit(new DisplayUpdate("id", MimeBundle.Plain(new string('y', Large))));
        first.Emit(new DisplayUpdate("id", MimeBundle.Plain(new string('z', 2 * Large))));
        for (int i = 0; i < 4; i++)
            third.AddNative(i % 2 == 0 ? StreamName.Stdout : StreamName.Stderr, new string('x', 1_000_000));
        for (int i = 0; i < 10_000; i++)
            third.Emit(Value(0));

        IList<Output>[] outputs = [.. _notebook.CodeCells.Select(cell => cell.Outputs)];
        Assert.Equal(
            new string('y', Large),
            Assert.IsType<DisplayData>(outputs[0][0]).Data.Text(MimeBundle.PlainText));
        Assert.Equal(NotebookSize.Sentence, Text(outputs[0][1]));
        Assert.Equal(NotebookSize.Sentence, Text(outputs[2][^1]));
        Assert.InRange(outputs[2].Count, 3, 5_000);
    }

    [Fact]
    public void An_error_is_shown_in_a_full_notebook_but_not_its_whole_text()
    {
        for (int i = 0; i < 3; i++)
            NewCell().Emit(Value(Large));
        TracebackLine[] traceback = [new(new string('t', Large))];
        NewCell().ShowError(new("n.ipynb", "Bad", new string('m', Large)) { Traceback = traceback });

        IList<Output> shown = _notebook.CodeCells.Last().Outputs;
        Assert.Equal(NotebookSize.Sentence, Text(shown[0]));
        ErrorOutput error = Assert.IsType<ErrorOutput>(shown[1]);
        Assert.Equal(("Bad", new string('m', 1_000)), (error.Name, error.Message));
        Assert.Empty(error.Traceback);
    }

    private CellOutputs NewCell()
    {
        var cell = new CodeCell($"c{_notebook.Cells.Count}", "");
        _notebook.Cells.Add(cell);
        return new(_notebook, cell, _size);
    }

    private static DisplayData Value(int length, string? id = null) =>
        new(MimeBundle.Plain(new string('x', length)), [], id);

    private static string Text(Output output) => Assert.IsType<StreamOutput>(output).Text;
}
