namespace NeuralNotebooks.Runner;

/// <summary>Writes a cell's outputs into its notebook.</summary>
internal sealed class CellOutputs(Notebook notebook, CodeCell cell) : IOutputSink
{
    private LimitedOutputs? _native;
    private bool _clearWithNext;

    /// <summary>Adds an output of the cell, or changes its outputs, while it runs or later.</summary>
    public void Emit(OutputEvent shown)
    {
        switch (shown)
        {
            case StreamOutput text:
                AddText(text.Name, text.Text);
                break;
            case ExecuteResult result:
                Add(result with { ExecutionCount = cell.ExecutionCount ?? 0 });
                break;
            case Output output:
                Add(output);
                break;
            case DisplayUpdate update:
                Update(update.DisplayId, update.Data);
                break;
            case OutputClear { Wait: true }:
                _clearWithNext = true;
                break;
            case OutputClear:
                cell.Outputs.Clear();
                break;
        }
    }

    /// <summary>Adds text from the standard output or error of the process.</summary>
    public void AddNative(StreamName stream, string text) =>
        (_native ??= new(this, new())).Emit(new StreamOutput(stream, text));

    /// <summary>Adds an error that the runner has found; it replaces the exception that the session may have
    /// reported.</summary>
    public void ShowError(RunError error)
    {
        if (cell.Outputs.LastOrDefault() is ErrorOutput)
            cell.Outputs.RemoveAt(cell.Outputs.Count - 1);
        Add(new ErrorOutput(error.Name, error.Message, error.Traceback));
    }

    private void AddText(StreamName stream, string text)
    {
        ClearIfDue();
        if (cell.Outputs.LastOrDefault() is StreamOutput last && last.Name == stream)
            cell.Outputs[^1] = last with { Text = last.Text + text };
        else
            Add(new StreamOutput(stream, text));
    }

    private void Add(Output output)
    {
        ClearIfDue();
        cell.Outputs.Add(output);
    }

    private void ClearIfDue()
    {
        if (_clearWithNext)
            cell.Outputs.Clear();
        _clearWithNext = false;
    }

    private void Update(string displayId, MimeBundle data)
    {
        foreach (CodeCell other in notebook.CodeCells)
            for (int i = 0; i < other.Outputs.Count; i++)
                if (other.Outputs[i] is DisplayData display && display.DisplayId == displayId)
                    other.Outputs[i] = display with { Data = data };
    }
}
