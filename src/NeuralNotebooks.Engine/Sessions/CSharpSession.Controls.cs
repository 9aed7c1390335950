namespace NeuralNotebooks.Engine;

/// <content>Controls such as sliders, which cells show and readers move.</content>
public sealed partial class CSharpSession
{
    /// <summary>The name of the <see cref="AppContext"/> data through which a library shows controls without a
    /// reference to the engine. The data are a function with two parameters: the control's name, and a function that
    /// creates the control from the value that the reader has chosen (null before the reader has moved it).</summary>
    private const string Controls = "NeuralNotebooks.Controls";

    /// <summary>The name of the <see cref="AppContext"/> data through which a library shows the scripts that draw its
    /// pictures, once in a session. The data are a function from HTML to whether it was shown.</summary>
    private const string Scripts = "NeuralNotebooks.Scripts";

    static CSharpSession()
    {
        AppContext.SetData(Controls, (Action<string, Func<string?, object>>)ShowControl);
        AppContext.SetData(Scripts, (Func<string, bool>)ShowScripts);
        OfferQuestions();
    }

    /// <summary>The values that the reader has chosen, by the controls' names. They apply to the cells that run from
    /// now on.</summary>
    public IReadOnlyDictionary<string, string> Choices { get; set; } = new Dictionary<string, string>();

    /// <summary>Whether a cell that is run again uses its earlier compiled code, if compiling it again would give the
    /// same code. This makes it fast enough to run while the reader moves a control.</summary>
    public bool Reuses { get; set; }

    private static void ShowControl(string name, Func<string?, object> control) =>
        NotebookFunctions.display(control(CellExecution.Current.Choices?.GetValueOrDefault(name)));

    /// <summary>Shows scripts as an output of their own, which its metadata marks: a site leaves it out, since its
    /// pages have these scripts.</summary>
    private static bool ShowScripts(string html)
    {
        CellExecution? execution = CellExecution.Own ?? CellExecution.Running;
        execution?.Outputs.Emit(new DisplayData(
            new MimeBundle { { MimeBundle.Html, html } }, new() { [DisplayData.HasScripts] = true }, DisplayId: null));
        return execution is not null;
    }
}
