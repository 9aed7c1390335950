namespace NeuralNotebooks.Engine;

/// <summary>What libraries find in the <see cref="AppContext"/>, so that they can use the running cell without a
/// reference to the engine.</summary>
internal static class LibraryHooks
{
    /// <summary>Shows a control. The data are a function with two parameters: the control's name, and a function that
    /// creates the control from the value that the reader has chosen (null before the reader has moved it).</summary>
    private const string Controls = "NeuralNotebooks.Controls";

    /// <summary>Shows the scripts that draw the library's pictures, once in a session. The data are a function from
    /// HTML to whether it was shown.</summary>
    private const string Scripts = "NeuralNotebooks.Scripts";

    /// <summary>Asks questions about a function that a cell declares. The data are a function from an example call, a
    /// seed, and the name of the method that returns an object's text, to the parts of a
    /// <see cref="QuestionSheet"/>.</summary>
    private const string Questions = "NeuralNotebooks.Questions";

    public static void Offer()
    {
        AppContext.SetData(Controls, (Action<string, Func<string?, object>>)ShowControl);
        AppContext.SetData(Scripts, (Func<string, bool>)ShowScripts);
        AppContext.SetData(Questions, (Func<string, string, string, SheetParts>)AskQuestions);
    }

    private static void ShowControl(string name, Func<string?, object> control) =>
        NotebookFunctions.display(control(CellExecution.Current.Choices?.GetValueOrDefault(name)));

    /// <summary>Shows scripts as an output of their own, which its metadata marks: a site leaves it out, since its
    /// pages have these scripts.</summary>
    private static bool ShowScripts(string html)
    {
        CellExecution? execution = CellExecution.OwnOrRunning;
        execution?.Outputs.Emit(new DisplayData(
            new MimeBundle { { MimeBundle.Html, html } }, new() { [DisplayData.HasScripts] = true }, DisplayId: null));
        return execution is not null;
    }

    private static SheetParts AskQuestions(string call, string seed, string textOf) =>
        CellExecution.Current.Questions!(call, seed, textOf);
}
