using DisplayedValue = Microsoft.DotNet.Interactive.Formatting.DisplayedValue;

namespace NeuralNotebooks.Interactive;

/// <summary>Shows what kernels publish as outputs of the cell that has sent the command.</summary>
internal sealed class KernelOutputs(Kernel root, ValueFormats formats)
{
    /// <summary>The handles of <see cref="CellFunctions.display"/>, as long as any code has them: an id that nobody has
    /// gets no update. An update of them belongs to no other output.</summary>
    private static readonly ConditionalWeakTable<DisplayedValue, string> _handles = [];

    /// <summary>The display id of the output to which an id belongs: an id that the API has shown belongs to its own
    /// output, that of an update perhaps to another one. Also the lock of the field below.</summary>
    private readonly Dictionary<string, string> _outputOf = [];

    /// <summary>The shown ids to which no other id belongs, the last one on top.</summary>
    private readonly Stack<string> _unclaimed = [];

    public static void AddHandle(DisplayedValue displayed) => _handles.Add(displayed, displayed.DisplayId);

    public void Show(KernelEvent published)
    {
        if (CurrentCell.OfCallerOrRunning is not { } cell)
            return; // A thread that no cell has started, while none runs.
        OutputDelivery outputs = cell.Outputs;
        switch (published)
        {
            case DisplayedValueProduced shown:
                Show(shown.ValueId, BundleOf(shown, cell), outputs);
                break;
            case DisplayedValueUpdated updated:
                outputs.Emit(new DisplayUpdate(ShownId(updated.ValueId), BundleOf(updated, cell)));
                break;
            case ReturnValueProduced returned:
                outputs.Emit(new DisplayData(BundleOf(returned, cell), [], DisplayId: null));
                break;
            case StandardOutputValueProduced output:
                outputs.Write(StreamName.Stdout, TextOf(output));
                break;
            case StandardErrorValueProduced error:
                outputs.Write(StreamName.Stderr, TextOf(error));
                break;
            // A failed request for a value is the error of the command that has sent it.
            case ErrorProduced { Command: not RequestValue } error:
                outputs.Write(StreamName.Stderr, error.Message + "\n");
                break;
        }
    }

    /// <summary>Shows a value that a task shows or updates after its cell has ended, when the cell's command publishes
    /// nothing more. The API calls this for every session of the process; only that of the command shows it.</summary>
    public void ShowLate(DisplayedValue displayed)
    {
        if (KernelInvocationContext.Current is not { IsComplete: true } context
            || context.HandlingKernel?.RootKernel != root
            || CurrentCell.OfCallerOrRunning is not { } cell)
            return;
        MimeBundle bundle = BundleOf(displayed.Value, displayed.FormattedValues, cell);
        if (displayed.IsUpdated)
            cell.Outputs.Emit(new DisplayUpdate(ShownId(displayed.DisplayId), bundle));
        else
            Show(displayed.DisplayId, bundle, cell.Outputs);
    }

    /// <param name="id">Its display id; null if nothing updates it.</param>
    private void Show(string? id, MimeBundle bundle, OutputDelivery outputs)
    {
        lock (_outputOf)
            if (id is not null && _outputOf.TryAdd(id, id))
                _unclaimed.Push(id);
        outputs.Emit(new DisplayData(bundle, [], id));
    }

    /// <summary>The id of the output that an update belongs to.</summary>
    /// <remarks>The API's function <c>Display</c> with MIME types shows one handle and returns another. So an update
    /// with an unknown id belongs to the last output that no other handle has updated.</remarks>
    private string ShownId(string id)
    {
        lock (_outputOf)
        {
            if (_outputOf.TryGetValue(id, out string? known))
                return known;
            bool hasOwnOutput = _handles.Any(handle => handle.Value == id);
            return !hasOwnOutput && _unclaimed.TryPop(out string? last) ? _outputOf[id] = last : id;
        }
    }

    private static string TextOf(DisplayEvent text) => string.Concat(text.FormattedValues.Select(value => value.Value));

    /// <summary>The formats that have been published. A value that the API does not format is shown in the layout of
    /// this program; with HTML alone, which the API makes of every value, in all formats.</summary>
    private MimeBundle BundleOf(object? value, IReadOnlyCollection<FormattedValue> published, CellExecution cell)
    {
        MimeBundle bundle = ValueFormats.BundleOf(published);
        if (value is null or string || formats.IsOfApi(value))
            return bundle;
        MimeBundle own = ValueFormatter.Format(value, cell);
        if (bundle.Types is [MimeBundle.Html])
            return own;
        foreach (string type in bundle.Types.Where(own.ContainsKey).ToArray())
            bundle.Add(type, own[type]);
        return bundle;
    }

    private MimeBundle BundleOf(DisplayEvent shown, CellExecution cell) =>
        BundleOf(shown.Value, shown.FormattedValues, cell);
}
