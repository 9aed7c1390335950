namespace NeuralNotebooks.Classroom;

/// <summary>The images of an answer in Markdown: those that its cells carry, and files beside the notebook. Jupyter
/// calls each one <c>image.png</c>, so the names of later cells have a number.</summary>
internal static partial class Attached
{
    private const string Scheme = "attachment:";
    private const int MaxFiles = 10;

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

    /// <summary>A work whose texts also carry the images beside the notebook that they show.</summary>
    public static SubmittedWork WithFiles(SubmittedWork work, AssignmentSource source, Func<string, byte[]?> read)
    {
        var answers = new Dictionary<string, SubmittedAnswer>(work.Answers);
        foreach (AssignmentTask task in source.Tasks.Where(task => task.IsText && answers.ContainsKey(task.Name)))
        {
            SubmittedAnswer answer = answers[task.Name];
            int files = 0;
            answers[task.Name] = answer with { Text = Image().Replace(answer.Text, Own) };

            string Own(Match image)
            {
                string path = image.Groups["path"].Value,
                    name = Uri.UnescapeDataString(path);
                return answer.Images[name] is null && (++files > MaxFiles || !Add(name))
                    ? image.Value
                    : $"{image.Groups["before"].Value}{Scheme}{path}";
            }

            bool Add(string name)
            {
                if (read(name) is not { } content)
                    return false;
                string type = Path.GetExtension(name).ToLowerInvariant().Replace(".jpg", ".jpeg")[1..];
                answer.Images[name] = new JsonObject { [$"image/{type}"] = Convert.ToBase64String(content) };
                return true;
            }
        }
        return work with { Answers = answers };
    }

    /// <summary>A relative path of an image, in Markdown or HTML.</summary>
    [GeneratedRegex(
        """(?<before>!\[[^\]\n]{0,500}\]\(|<img\b[^<>]{0,500}?\ssrc=")(?!attachment:|data:|https?:|/)"""
            + """(?<path>[^)"\s]{1,300}\.(png|jpe?g|gif|webp))(?=[)"\s])""",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Image();

    private static string Numbered(string name, int index) => index == 0 ? name : Invariant($"{index}-{name}");

    private static IEnumerable<string> NamesIn(Cell cell) =>
        cell is MarkdownCell && cell.Fields?["attachments"] is JsonObject attachments
            ? attachments.Select(image => image.Key)
            : [];
}
