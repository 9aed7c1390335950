namespace NeuralNotebooks.Classroom;

/// <summary>Stores the values of the last check of a source, so that only code that has changed runs again. A value is
/// found by a hash of its inputs: the texts of its session, the files and libraries that the session sees, and the
/// judge.</summary>
/// <param name="judge">Runs what has changed.</param>
/// <param name="file">The file with the stored values; null to store none.</param>
/// <param name="shared">The inputs that all values share.</param>
internal sealed class CheckRecord(IJudge judge, string? file, string shared) : IJudge, IDisposable
{
    /// <summary>What is stored of the students' version if it has passed.</summary>
    private static readonly TaskValues _passed = new("", [], [], "", TimeSpan.Zero);

    private static readonly TimeSpan _keptFor = TimeSpan.FromDays(60);

    private readonly Dictionary<string, TaskValues> _last = Read(file);
    private readonly ConcurrentDictionary<string, TaskValues> _values = [];
    private readonly ConcurrentDictionary<string, bool> _judged = [];

    /// <summary>Whether all values that are needed for the whole source have been used. Until then, the stored ones are
    /// kept.</summary>
    public bool IsComplete { get; set; }

    public static CheckRecord Of(AssignmentSource source, IJudge judge, JudgeOptions options, string? folder)
    {
        string name = HexHash.Of(Path.GetFullPath(source.Path))[..16] + ".json",
            libraries = KitHash.Of(source, options.KitScript);
        string? kit = AssignmentFiles.KitFor(source.Folder, options.KitScript);
        return new(
            judge, folder is null ? null : Path.Combine(folder, name),
            $"{libraries}\n{Environment.Version}\n{(kit is null ? "" : File.ReadAllText(kit))}");
    }

    public bool HasJudged(AssignmentTask task) => _judged.ContainsKey(task.Name);

    async Task<TaskValues> IJudge.JudgeAsync(JudgeRequest request, CancellationToken cancellation)
    {
        AssignmentTask task = request.Task;
        // The options without the path of the kit, which may be temporary.
        string options = JsonSerializer.Serialize(request.Options with { KitScript = null }),
            shown = string.Join(' ', task.Probes.Select(probe => probe.IsShown)),
            key = KeyOf($"{options}\n{request.Hash()}\n{task.Solution}\n{shown}");
        if (_last.GetValueOrDefault(key) is { } known && known.Values.Count == task.Probes.Count)
            return _values[key] = known;
        _judged[task.Name] = true;
        TaskValues values = await judge.JudgeAsync(request, cancellation);
        if (!values.Values.OfType<MissingValue>().Any(MistakeCheck.IsUnclean))
            _values[key] = values with { Transcript = "" };
        return values;
    }

    /// <summary>Runs the student's version, unless it has passed in the last check.</summary>
    public async Task RunAsync(string notebook, Func<Task<bool>> run)
    {
        string key = KeyOf(notebook);
        if (_last.ContainsKey(key) || await run())
            _values[key] = _passed;
    }

    /// <summary>Stores the values, and deletes those of sources that have not been checked for long.</summary>
    public void Dispose()
    {
        if (file is null)
            return;
        Dictionary<string, TaskValues> all = IsComplete ? [] : new(_last);
        foreach ((string key, TaskValues values) in _values)
            all[key] = values;
        NamedFile.Try(() =>
        {
            NamedFile.Write(file, JsonSerializer.Serialize(all, GradingStore.Layout));
            foreach (FileInfo other in new FileInfo(file).Directory!.EnumerateFiles())
                if (other.LastWriteTimeUtc < DateTime.UtcNow - _keptFor)
                    other.Delete();
        });
    }

    private string KeyOf(string text) => HexHash.Of($"{shared}\n{text}");

    private static Dictionary<string, TaskValues> Read(string? file)
    {
        try
        {
            string stored = File.Exists(file) ? File.ReadAllText(file) : "{}";
            return JsonSerializer.Deserialize<Dictionary<string, TaskValues>>(stored, GradingStore.Layout)!;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or IOException
            or UnauthorizedAccessException)
        {
            return []; // Written by another version.
        }
    }
}
