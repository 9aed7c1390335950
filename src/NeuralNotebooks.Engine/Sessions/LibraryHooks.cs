namespace NeuralNotebooks.Engine;

/// <summary>What libraries find in the <see cref="AppContext"/>, so that they can use the running cell without a
/// reference to the engine.</summary>
internal static class LibraryHooks
{
    /// <summary>Shows a control. The data are a function with two parameters: the control's name, and a function that
    /// creates the control from the value that the reader has chosen (null before the reader has moved it).</summary>
    private const string Controls = "NeuralNotebooks.Controls";

    /// <summary>Shows the scripts that draw the library's pictures. The data are a function from the names of scripts,
    /// each with a function that makes its HTML, to whether the notebook has them now.</summary>
    private const string Scripts = "NeuralNotebooks.Scripts";

    public static void Offer()
    {
        AppContext.SetData(Controls, (Action<string, Func<string?, object>>)ShowControl);
        AppContext.SetData(Scripts, (Func<(string, Func<string>)[], bool>)ShowScripts);
    }

    private static void ShowControl(string name, Func<string?, object> control) =>
        NotebookFunctions.display(control(CellExecution.Current.Choices?.GetValueOrDefault(name)));

    /// <summary>Shows the scripts that no other cell has as an output of their own, which its metadata marks: a site
    /// leaves it out, since its pages have these scripts.</summary>
    private static bool ShowScripts((string Name, Func<string> Html)[] needed)
    {
        if (CellExecution.OwnOrRunning is not { BringsScript: { } brings } execution)
            return false;
        string html = string.Concat(needed.Where(script => brings(script.Name)).Select(script => script.Html()));
        if (html.Length > 0)
            execution.Outputs.Emit(new DisplayData(
                new() { { MimeBundle.Html, html } }, new() { [DisplayData.HasScripts] = true }, DisplayId: null));
        return true;
    }
}
