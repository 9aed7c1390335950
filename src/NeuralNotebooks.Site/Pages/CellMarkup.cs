namespace NeuralNotebooks.Site;

internal static class CellMarkup
{
    /// <summary>The blank elements that a live page copies, for the cells that a reader adds and for outputs.</summary>
    public static Html Blank { get; } = $"""
        <template data-nn-blank="">
        {WithoutOutputs("", $" data-nn-cell=\"\"")}{OutputMarkup.Blank}
        </template>

        """;

    public static Html WithoutOutputs(string code, Html attributes) => $"""
        <figure class="cell"{attributes}>
        {CodeMarkup.Of(code, isCSharp: true)}
        {Tools}{Output(default, canRun: true)}</figure>

        """;

    public static Html Tools => $"<div class=\"cell-tools\" data-nn-tools=\"\"></div>\n";

    public static Html Runs(CodeCell cell) => $" data-nn-cell=\"{cell.Id}\"";

    public static Html Output(Html shown, bool canRun, string classes = "") => Html.If(
        canRun || !shown.IsEmpty,
        $"<div class=\"output{classes}\"{Html.If(canRun, $" data-nn-output=\"\"")}>{shown}</div>\n");
}
