namespace NeuralNotebooks.Site;

/// <summary>What the author of a course says about the parts of its front page, in the file <c>course.json</c>. All
/// paths are relative to this file.</summary>
internal sealed record CourseDescription
{
    public const string File = "course.json";

    public StartButton? Start { get; init; }

    public ShownCell? Shown { get; init; }

    public string? Heading { get; init; }

    /// <summary>The notebooks that the list shows first, in order. The others follow.</summary>
    public IReadOnlyList<Card> Notebooks { get; init; } = [];

    /// <summary>Notebooks that had other paths: the former path → the path now.</summary>
    public IReadOnlyDictionary<string, string> Moved { get; init; } = new Dictionary<string, string>();

    internal sealed record StartButton(string Notebook, string Words = "Start");

    /// <summary>A picture, or a cell of a notebook: its output, and on a live site its code, which a reader can
    /// run.</summary>
    /// <param name="Cell">The path of a notebook, "#" and the id of a cell; null for a picture alone.</param>
    /// <param name="Picture">The path of a picture, which is shown in place of the output.</param>
    internal sealed record ShownCell(string? Cell = null, string? Picture = null, string Caption = "");

    /// <summary>A notebook in the list.</summary>
    internal sealed record Card(string Notebook, string? Summary = null, string? Picture = null, string Alt = "");

    public static CourseDescription Read(string path)
    {
        CourseDescription course =
            JsonSerializer.Deserialize<CourseDescription>(NamedFile.ReadAllText(path), _format) ?? new();
        return course.Notebooks.Contains(null!) || course.Moved.Values.Contains(null!)
            ? throw new JsonException("a notebook is null")
            : course;
    }

    private static readonly JsonSerializerOptions _format = new(JsonSerializerOptions.Web)
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };
}
