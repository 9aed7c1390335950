using System.Text.Json.Serialization;

namespace NeuralNotebooks.Site;

/// <summary>What a live page tells its scripts, as JSON in the page. The script <c>model.js</c> of
/// NeuralNotebooks.Browser describes the same model, and explains its parts.</summary>
internal sealed record LivePage(
    string Notebook,
    string Address,
    bool IsAssignment,
    string Formula,
    IReadOnlyDictionary<string, string> Files,
    JsonNode? Packages,
    IEnumerable<LiveCell> Cells)
{
    public static LivePage Of(NotebookPage page, LiveScope scope, string address) => new(
        page.Notebook.Key,
        address,
        page.Notebook.FilesBeside is not null,
        InlineFormulaParser.Pattern,
        scope.Files.Addresses,
        scope.Packages,
        page.Notebook.Document.CodeCells.Where(page.CanRun).Select(cell =>
            new LiveCell(
                cell.Id, cell.MayFail, OutputFacts.Of(cell.Outputs, scope).HasVerdict,
                cell.TagAfter(CellTags.Piece))));

    /// <summary>The element with the JSON. The serializer writes the characters that have a meaning in HTML as
    /// escape sequences.</summary>
    public Html ToHtml() => $"<script type=\"application/json\" data-nn-page=\"\">"
        + $"{Html.Raw(JsonSerializer.Serialize(this, JsonSerializerOptions.Web))}</script>";
}

internal sealed record LiveCell(
    string Id, bool MayFail, bool IsCheckpoint,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Piece);
