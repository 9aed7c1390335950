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
        foreach (AssignmentTask task in source.Tasks.Where(task => task.IsText))
        {
            if (work.Answers.GetValueOrDefault(task.Name) is not { } text)
                continue;
            JsonObject images = work.Attachments.GetValueOrDefault(task.Name) ?? [];
            int files = 0;
            string own = Image()
                .Replace(
                    text,
                    image =>
                    {
                        string path = image.Groups["path"].Value,
                            name = Uri.UnescapeDataString(path);
                        if (images[name] is null && (++files > MaxFiles || !Add(name)))
                            return image.Value;
                        return $"{image.Groups["before"].Value}{Scheme}{path}";
                    }
                );
            if (own == text)
                continue;
            work = work with
            {
                Answers = new Dictionary<string, string>(work.Answers) { [task.Name] = own },
                Attachments = new Dictionary<string, JsonObject>(work.Attachments) { [task.Name] = images },
            };

            bool Add(string name)
            {
                if (read(name) is not { } content)
                    return false;
                string type = Path.GetExtension(name).ToLowerInvariant().Replace(".jpg", ".jpeg")[1..];
                images[name] = new JsonObject { [$"image/{type}"] = Convert.ToBase64String(content) };
                return true;
            }
        }
        return work;
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
