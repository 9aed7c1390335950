namespace NeuralNotebooks.Engine;

/// <content>Controls that cells show, and that readers move.</content>
public sealed partial class CSharpSession
{
    /// <summary>Where a library's controls find their host, so that it needs no reference to one: a function that is
    /// given a control's name, and what makes the control of the reader's choice (null before the first).</summary>
    private const string Controls = "NeuralNotebooks.Controls";

    static CSharpSession() => AppContext.SetData(Controls, (Action<string, Func<string?, object>>)ShowControl);

    /// <summary>What the reader has chosen, by the controls' names: for the cells that run from now on.</summary>
    public IReadOnlyDictionary<string, string> Choices { get; set; } = new Dictionary<string, string>();

    /// <summary>Whether a cell that runs again runs as it was compiled before, if compiling it anew would give the
    /// same: fast enough to follow a hand.</summary>
    public bool Reuses { get; set; }

    private static void ShowControl(string name, Func<string?, object> control) =>
        NotebookFunctions.display(control(CellExecution.Current.Choices?.GetValueOrDefault(name)));
}
