namespace NeuralNotebooks.Site;

internal static class CellMarkup
{
    /// <summary>The blank elements that a live page copies, for the cells that a reader adds and for outputs.</summary>
    public static string Blank { get; } = $"""
        <template data-nn-blank="">
        {WithoutOutputs("", " data-nn-cell=\"\"")}{OutputMarkup.Blank}
        </template>

        """;

    public static string WithoutOutputs(string code, string attributes) => $"""
        <figure class="cell"{attributes}>
        {CodeMarkup.Of(code, isCSharp: true)}
        {Tools}{Output("", canRun: true)}</figure>

        """;

    public const string Tools = "<div class=\"cell-tools\" data-nn-tools=\"\"></div>\n";

    public static string Runs(CodeCell cell) => $" data-nn-cell=\"{Html.Escape(cell.Id)}\"";

    /// <summary>The place of a cell's outputs; empty if there are none and the cell cannot run.</summary>
    public static string Output(string shown, bool canRun, string classes = "") =>
        canRun || shown.Length > 0
            ? $"<div class=\"output{classes}\"{(canRun ? " data-nn-output=\"\"" : "")}>{shown}</div>\n"
            : "";
}
