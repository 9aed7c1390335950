namespace NeuralNotebooks.Classroom;

/// <summary>Renders the answers on the marking page, with the images that they show.</summary>
/// <param name="store">The results, which contain the images.</param>
/// <param name="prose">Renders Markdown.</param>
internal sealed partial class AnswerRenderer(GradingStore store, StandaloneProse prose)
{
    private const int MaxText = 20_000;

    /// <summary>The most bytes of images that are embedded in the page. Further images are separate files, since
    /// several copies of the page's text are in memory while it is made.</summary>
    private const int MaxImages = 10_000_000;

    private long _imageBytes;

    /// <summary>The HTML of an answer.</summary>
    /// <param name="key">The submission.</param>
    /// <param name="text">The text that the student has added to the given text.</param>
    public Markup Render(SubmissionKey key, JudgedTask task, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Markup.Paragraph("No answer.", "soft");
        // The text is rendered with the names of the images' files in place of their contents.
        JsonObject images = [];
        foreach ((string name, string file) in task.Images ?? new Dictionary<string, string>())
            images[name] = new JsonObject { ["image/png"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(file)) };
        text = DataImage()
            .Replace(
                text,
                image =>
                {
                    string name = Invariant($"data-{images.Count}");
                    images[name] = new JsonObject { [image.Groups["type"].Value] = image.Groups["content"].Value, };
                    return $"attachment:{name}";
                });
        text = Markup.Visible(text, MaxText);
        if (task.IsText)
            text = UnclosedMarkup.AsText(text);
        if (!task.IsText)
        {
            string fence = new('`', 3 + Ticks().Matches(text).Select(run => run.Length).DefaultIfEmpty().Max());
            text = $"{fence}csharp\n{text}\n{fence}";
        }
        string html = prose.Add(new MarkdownCell("", text) { Fields = new JsonObject { ["attachments"] = images } });
        HashSet<string> files = [.. task.Images?.Values ?? []];
        return Markup.Raw(Image().Replace(html, image => EmbeddedOrFile(image, key, files)));
    }

    /// <summary>Embeds an image in the page, or writes it to a separate file if the limit is reached. A vector image is
    /// always embedded, since it could run scripts if it were opened as a file.</summary>
    private string EmbeddedOrFile(Match image, SubmissionKey key, HashSet<string> files)
    {
        byte[] bytes = Convert.FromBase64String(image.Groups["content"].Value);
        string name = Encoding.UTF8.GetString(bytes), extension = image.Groups["extension"].Value;
        if (!files.Contains(name))
        {
            name = $"{HexHash.Of(bytes)}.{extension}";
            return FitsInPage(bytes.Length) ? image.Value : SourceOfFile(name, path => File.WriteAllBytes(path, bytes));
        }
        string file = store.Folder.ImageOf(key, name);
        extension = Path.GetExtension(name)[1..];
        return extension == "svg" || FitsInPage(new FileInfo(file).Length)
            ? $" src=\"data:image/{(extension == "svg" ? "svg+xml" : extension)};base64,{Content()}\""
            : SourceOfFile(name, path => File.Copy(file, path, overwrite: true));

        string Content() => Convert.ToBase64String(File.ReadAllBytes(file));
    }

    private bool FitsInPage(long bytes) => (_imageBytes += bytes) <= MaxImages;

    /// <summary>Writes an image that is not embedded in the page because of its size.</summary>
    private string SourceOfFile(string name, Action<string> write)
    {
        Directory.CreateDirectory(store.Folder.ImagesToMark);
        ResultPath image = ResultFolder.ImageToMark(name);
        write(image.In(store.Path));
        return $" src=\"{image.Link}\"";
    }

    [GeneratedRegex("`+")]
    private static partial Regex Ticks();

    [GeneratedRegex(@"data:(?<type>image/(png|jpeg|gif|webp|svg\+xml));base64,(?<content>[A-Za-z0-9+/=]+)")]
    private static partial Regex DataImage();

    [GeneratedRegex(
        @"(?<=<img[^<>]*) src=""data:image/(?<extension>png|jpeg|gif|webp);base64,(?<content>[A-Za-z0-9+/=]+)""")]
    private static partial Regex Image();
}
