namespace NeuralNotebooks.Runner;

internal sealed class CellOutputs(Notebook notebook, CodeCell cell, NotebookSize size) : IOutputSink
{
    private const int MaxErrorOverLimit = 1_000;

    private LimitedOutputs? _native;
    private bool _clearWithNext, _isCut;

    public void Emit(OutputEvent shown)
    {
        switch (shown)
        {
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
                Clear();
                break;
        }
    }

    public void AddNative(StreamName stream, string text)
    {
        if (text.Length > 0)
            (_native ??= new(this, new())).Emit(new StreamOutput(stream, text));
    }

    /// <summary>Adds an error that the runner has found, in place of one that the session has reported.</summary>
    public void ShowError(RunError error)
    {
        if (cell.Outputs.LastOrDefault() is ErrorOutput reported)
        {
            cell.Outputs.RemoveAt(cell.Outputs.Count - 1);
            size.TryAdd(-NotebookSize.Of(reported));
        }
        Add(new ErrorOutput(error.Name, error.Message, error.Traceback));
    }

    private void Add(Output output)
    {
        if (_clearWithNext)
            Clear();
        if (!TryAdd(output))
            Cut();
        if (_isCut && output is ErrorOutput { Message: var message } error)
            cell.Outputs.Add(new ErrorOutput(error.Name, message[..Math.Min(message.Length, MaxErrorOverLimit)], []));
    }

    /// <summary>Adds an output if it fits; text to the last output if that is text of the same stream.</summary>
    private bool TryAdd(Output output)
    {
        if (output is not StreamOutput text
            || cell.Outputs.LastOrDefault() is not StreamOutput last || last.Name != text.Name)
        {
            bool fits = size.TryAdd(NotebookSize.Of(output));
            if (fits)
                cell.Outputs.Add(output);
            return fits;
        }
        bool isLonger = size.TryAdd(text.Text.Length);
        if (isLonger)
            cell.Outputs[^1] = last with { Text = last.Text + text.Text };
        return isLonger;
    }

    private void Cut()
    {
        if (!_isCut)
            cell.Outputs.Add(new StreamOutput(StreamName.Stderr, NotebookSize.Sentence));
        _isCut = true;
    }

    private void Clear()
    {
        size.TryAdd(-cell.Outputs.Sum(NotebookSize.Of));
        cell.Outputs.Clear();
        _clearWithNext = _isCut = false;
    }

    private void Update(string displayId, MimeBundle data)
    {
        foreach (CodeCell other in notebook.CodeCells)
            for (int i = 0; i < other.Outputs.Count; i++)
                if (other.Outputs[i] is DisplayData display && display.DisplayId == displayId)
                {
                    if (size.TryAdd(data.Length - display.Data.Length))
                        other.Outputs[i] = display with { Data = data };
                    else
                        Cut();
                }
    }
}
