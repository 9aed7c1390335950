namespace NeuralNotebooks.Engine;

/// <summary>The functions of <see cref="NotebookHost"/>, for the cell that is running.</summary>
internal static class LibraryHooks
{
    public static void Offer() => NotebookHost.Offer(
        (nameof(NotebookHost.InterruptPoint), (Action)InterruptPoint.PassInLibrary),
        (nameof(NotebookHost.Display), (Func<object, Action<object>?>)Display),
        (nameof(NotebookHost.ShowControl), (Action<string, Func<string?, object>>)ShowControl),
        (nameof(NotebookHost.ShowScripts), (Func<(string, Func<string>)[], bool>)ShowScripts),
        (nameof(NotebookHost.IsLivePage), (Func<bool>)OperatingSystem.IsBrowser), // There, only a page has an engine.
        (nameof(NotebookHost.UsedNames), (Func<(string, string?)[]>)UsedNamesOfCell));

    private static Action<object>? Display(object value) =>
        CurrentCell.OfCallerOrRunning is null ? null : NotebookFunctions.display(value).Update;

    private static void ShowControl(string name, Func<string?, object> control) =>
        NotebookFunctions.display(control(CurrentCell.Required.Choices?.GetValueOrDefault(name)));

    private static (string, string?)[] UsedNamesOfCell() =>
        CurrentCell.OfCallerOrRunning?.Compilation is { } cell ? UsedNames.In(cell) : [];

    /// <summary>Shows the scripts that no other cell has as an output of their own, which its metadata marks: a site
    /// leaves it out, since its pages have these scripts.</summary>
    private static bool ShowScripts((string Name, Func<string> Html)[] needed)
    {
        if (CurrentCell.OfCallerOrRunning is not { BringsScript: { } brings } execution)
            return false;
        string html = string.Concat(needed.Where(script => brings(script.Name)).Select(script => script.Html()));
        if (html.Length > 0)
            execution.Outputs.Emit(new DisplayData(
                new() { { MimeBundle.Html, html } }, new() { [DisplayData.ScriptsEntry] = true }, DisplayId: null));
        return true;
    }
}
