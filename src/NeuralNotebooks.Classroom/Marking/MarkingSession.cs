namespace NeuralNotebooks.Classroom;

/// <summary>Writes the marks that are given on the marking page, one after the other, into <c>adjust.csv</c>, and then
/// the files that follow from them. Only one session at a time uses a folder of results.</summary>
/// <param name="follow">Writes the grades and the pages from the stored results and the teacher's tables.</param>
public sealed class MarkingSession(GradingStore store, Action follow) : IAsyncDisposable
{
    /// <summary>The file of the page in the folder of the results.</summary>
    public const string Page = MarkingPage.FileName;

    private const int MaxComment = 1000;

    private static readonly JsonSerializerOptions _layout = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly FileStream _own = new(
        Path.Combine(store.Path, ".nn-assign-mark"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1,
        FileOptions.DeleteOnClose);

    private (string State, MarkedClass Class) _read = ("", new());
    private int _given, _followed;

    public bool HasAnswers => Read().Tasks.Count > 0;

    /// <summary>The cards of the page with their present marks, or the problem of a table.</summary>
    public string Cards()
    {
        lock (_gate)
            return Try(() => Json(Read(), Adjustments.Read(store.Path)), problem => Json(new MarkReply(problem)));
    }

    internal static string Json(MarkedClass marked, Adjustments adjustments) =>
        Json(new { Cards = marked.CardsIn(adjustments) });

    /// <summary>Gives an answer a mark: writes it for all students with this answer, unless their marks are not those
    /// that the page has shown.</summary>
    /// <returns>The reply for the page, once all files that follow are written.</returns>
    /// <exception cref="JsonException">It is no mark.</exception>
    public async Task<(bool IsSaved, string Reply)> GiveAsync(string json)
    {
        GivenMark given = JsonSerializer.Deserialize<GivenMark>(json, _layout) ?? throw new JsonException();
        MarkReply reply;
        int number;
        lock (_gate)
        {
            reply = Try(() => Give(given), problem => new(problem));
            number = reply.IsSaved ? ++_given : 0;
        }
        if (reply.IsSaved)
            reply = reply with { Problem = await Task.Run(() => FollowAsync(number)) };
        return (reply.IsSaved, Json(reply));
    }

    /// <summary>Ends the session when everything that follows from its marks is written.</summary>
    public async ValueTask DisposeAsync()
    {
        await FollowAsync(_given);
        _turn.Dispose();
        await _own.DisposeAsync();
    }

    private MarkReply Give(GivenMark given)
    {
        var adjustments = Adjustments.Read(store.Path);
        if (Read().Find(given.Id) is not var (task, answer))
            return new("This answer is not in the results any more. Reload the page.");
        IReadOnlyList<Mark> present = answer.MarksIn(adjustments);
        var wanted = answer.Submissions.Select(one => (one, given.Changed(answer.MarkOf(one, adjustments)))).ToArray();
        if (given.Problem(task.MaxPoints) is { Length: > 0 } problem)
            return new(problem) { Marks = present };
        if (present.SequenceEqual(wanted.Select(one => one.Item2).Distinct()))
            return new("") { IsSaved = true, Marks = present };
        if (!present.SequenceEqual(given.Seen))
            return new("") { Marks = present };
        new MarkRows(store.Path, adjustments.Students).Write(task.Name, wanted, Read().OthersWith);
        return new("") { IsSaved = true, Marks = answer.MarksIn(Adjustments.Read(store.Path)) };
    }

    /// <summary>Writes the files that follow. What begins after several marks serves all of them.</summary>
    /// <returns>What went wrong; else empty.</returns>
    private async Task<string> FollowAsync(int number)
    {
        await _turn.WaitAsync();
        try
        {
            int given = Volatile.Read(ref _given);
            return _followed >= number ? "" : Try(
                () =>
                {
                    follow();
                    _followed = given;
                    return "";
                },
                problem => $"The mark is in {Adjustments.FileName}, but other files were not written: {problem}");
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The answers of the class. They are read again if results have changed.</summary>
    private MarkedClass Read()
    {
        IReadOnlyList<SubmissionKey> keys = store.List();
        string state = string.Concat(
            keys.Select(key => Invariant($"{key}\n{File.GetLastWriteTimeUtc(store.Folder.AnswersOf(key)).Ticks}\n")));
        if (state == _read.State)
            return _read.Class;
        _read = (state, new());
        foreach (GradedSubmission submission in keys.Select(store.Read).OfType<GradedSubmission>())
            _read.Class.Add(submission);
        return _read.Class;
    }

    private static T Try<T>(Func<T> act, Func<string, T> otherwise)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            return otherwise(e.Message);
        }
    }

    private static string Json(object value) => JsonSerializer.Serialize(value, _layout);

    /// <param name="Seen">The marks that the page has shown.</param>
    /// <param name="Points">The points: a number, or null for none; absent if they stay as they are.</param>
    /// <param name="Comment">The comment; null if each student's stays as it is.</param>
    private sealed record GivenMark(
        string Id, IReadOnlyList<Mark> Seen, JsonElement Points = default, string? Comment = null)
    {
        public Mark Changed(Mark mark) => new(
            Points.ValueKind == JsonValueKind.Undefined ? mark.Points : Number is { } points ? points.Rounded : null,
            Comment?.Trim() ?? mark.Comment);

        public string Problem(Points max) =>
            Points.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || Number >= 0 && Number <= max
                ? Comment is null ? ""
                : Comment.Length > MaxComment ? Invariant($"A comment has at most {MaxComment} letters.")
                : Comment.Any(char.IsControl) ? "A comment is one line." : Csv.ProblemOf(Comment)
                : $"Points from 0 to {max} can be given here, and others in {Adjustments.FileName}.";

        private Points? Number =>
            Points.ValueKind == JsonValueKind.Number && Points.TryGetDecimal(out decimal points) ? points : null;
    }

    /// <param name="Problem">Why the mark was not saved, if its answer's marks have not changed; or what could not be
    /// written after it; else empty.</param>
    private sealed record MarkReply(string Problem)
    {
        public bool IsSaved { get; init; }

        public IReadOnlyList<Mark>? Marks { get; init; }
    }
}
