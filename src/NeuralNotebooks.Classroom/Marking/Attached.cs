using System.Text.Json.Nodes;

namespace NeuralNotebooks.Classroom;

/// <summary>The images that the Markdown cells of one answer carry. Jupyter calls each one <c>image.png</c>, so the
/// names of later cells have a number.</summary>
internal static class Attached
{
    private const string Scheme = "attachment:";

    /// <summary>The images by name, in the form of a cell's attachments.</summary>
    public static JsonObject Of(IReadOnlyList<Cell> cells)
    {
        var all = new JsonObject();
        for (int i = 0; i < cells.Count; i++)
            foreach (string name in NamesIn(cells[i]))
                if (((MarkdownCell)cells[i]).Attachment(name) is { } image)
                    all[Numbered(name, i)] = image.ToJson();
        return all;
    }

    /// <summary>The text of a cell, with the names that its images have among all of the answer.</summary>
    public static string TextOf(Cell cell, int index) =>
        NamesIn(cell).Aggregate(
            cell.Source,
            (text, name) => text.Replace(Scheme + name, Scheme + Numbered(name, index), StringComparison.Ordinal)
        );

    private static string Numbered(string name, int index) => index == 0 ? name : Invariant($"{index}-{name}");

    private static IEnumerable<string> NamesIn(Cell cell) =>
        cell is MarkdownCell && cell.Fields?["attachments"] is JsonObject attachments
            ? attachments.Select(image => image.Key)
            : [];
}
