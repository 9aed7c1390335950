using System.Diagnostics.CodeAnalysis;

namespace NeuralNotebooks.Engine;

/// <summary>The functions that a cell can call without a <c>using</c>, the same as in .NET Interactive.</summary>
[SuppressMessage("Naming", "CA1708", Justification = "display(x) and x.Display() are .NET Interactive's names.")]
public static class NotebookFunctions
{
    /// <summary>Shows a value immediately, between the cell's earlier and later outputs.</summary>
    /// <returns>A handle for updating the displayed value.</returns>
#pragma warning disable IDE1006 // The name is .NET Interactive's.
    public static DisplayedValue display(object? value) =>
        DisplayedValue.Show(ValueFormatter.Format(value, CurrentCell.Required));

    /// <summary>Shows a string as the given MIME type, such as <c>display(svg, "image/svg+xml")</c>.</summary>
    public static DisplayedValue display(string value, string mimeType) => value.DisplayAs(mimeType);
#pragma warning restore IDE1006

    /// <summary>Asks the user for a line of input, if the host supports it.</summary>
    public static Task<string> GetInputAsync(string prompt = "") =>
        Task.FromResult(CurrentCell.Required.Ask(new InputRequest(prompt, IsPassword: false)));

    /// <summary>Asks the user for a line of hidden input, if the host supports it.</summary>
    public static Task<string> GetPasswordAsync(string prompt = "") =>
        Task.FromResult(CurrentCell.Required.Ask(new InputRequest(prompt, IsPassword: true)));

    /// <summary>Shows a value immediately, between the cell's earlier and later outputs.</summary>
    /// <returns>A handle for updating the displayed value.</returns>
    public static DisplayedValue Display(this object? value) => display(value);

    /// <summary>Shows a string as the given MIME type, such as <c>svg.DisplayAs("image/svg+xml")</c>.</summary>
    public static DisplayedValue DisplayAs(this string value, string mimeType) =>
        DisplayedValue.Show(new MimeBundle { { mimeType, value } });

    /// <summary>A string that is HTML, not text.</summary>
    public static HtmlContent HTML(string content) => new(content);
}
