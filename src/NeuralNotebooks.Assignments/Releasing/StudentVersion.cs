namespace NeuralNotebooks.Assignments;

/// <summary>The notebook that students get. It does not contain solutions, hidden tests, mistakes, lists of forbidden
/// and allowed ids, or outputs.</summary>
public static class StudentVersion
{
    public static Notebook Of(AssignmentSource source)
    {
        var notebook = new Notebook(source.Notebook.Metadata.DeepClone().AsObject());
        foreach (SourceCell cell in source.Cells.Where(cell => cell.IsReleased))
        {
            AssignmentTask? task = source.TaskOf(cell);
            Cell released = Cell(cell, TextOf(cell, task));
            NbgraderMetadata.Of(cell, task)?.Enter(released);
            notebook.Cells.Add(released);
        }
        return notebook;
    }

    internal static string TextOf(SourceCell cell, AssignmentTask? task) => cell.Role switch
    {
        CellRole.Task => task!.Stub,
        CellRole.Tests => Region.WithoutHiddenTests(cell.Cell.Source),
        _ => cell.Cell.Source,
    };

    /// <summary>A cell with the given text. From the source it has only the id, the metadata, and the attachments that
    /// the text shows.</summary>
    private static Cell Cell(SourceCell cell, string text)
    {
        JsonObject metadata = cell.Cell.Metadata.DeepClone().AsObject();
        metadata.Remove(NbgraderMetadata.Name);
        return cell.Cell switch
        {
            CodeCell => new CodeCell(cell.Cell.Id, text, metadata),
            RawCell => new RawCell(cell.Cell.Id, text, metadata),
            _ => new MarkdownCell(cell.Cell.Id, text, metadata)
            {
                Fields = Attachments((MarkdownCell)cell.Cell, text),
            },
        };
    }

    private static JsonObject? Attachments(MarkdownCell cell, string text) =>
        cell.Attachments.Count == 0 ? null : new JsonObject
        {
            ["attachments"] = new JsonObject([
                .. cell.Attachments.Where(image => MarkdownCell.ReferencesTo(image.Key).Any(text.Contains))
                    .Select(image => KeyValuePair.Create(image.Key, image.Value?.DeepClone())),
            ]),
        };
}
