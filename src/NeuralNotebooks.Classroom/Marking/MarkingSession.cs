namespace NeuralNotebooks.Classroom;

/// <summary>Writes the marks that are given on the marking page, one after the other, into <c>adjust.csv</c>, and then
/// the files that follow from them. Only one session at a time uses a folder of results.</summary>
/// <param name="follow">Writes the grades and the pages from the stored results and the teacher's tables.</param>
public sealed class MarkingSession(GradingStore store, Action follow) : IDisposable
{
    public const string Page = MarkingPage.FileName;

    private const int MaxComment = 1000;

    private static readonly JsonSerializerOptions _layout = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly Lock _writing = new(), _following = new();
    private readonly FileStream _own = Own(Path.Combine(store.Path, ".nn-assign-mark"));

    private (string State, MarkedClass Class) _read = ("", new());
    private int _given, _followed;

    public bool HasAnswers => Read().Tasks.Count > 0;

    /// <summary>The cards of the page with their present marks, or the problem of a table, as JSON.</summary>
    public string Cards()
    {
        string cards = "", problem = ProblemOf(() =>
        {
            lock (_writing)
                cards = Json(Read(), Adjustments.Read(store.Path));
        });
        return problem.Length > 0 ? Json(new MarkReply(IsSaved: false) { Problem = problem }) : cards;
    }

    internal static string Json(MarkedClass marked, Adjustments adjustments) =>
        Json(new { Cards = marked.CardsIn(adjustments) });

    /// <summary>Gives an answer a mark: writes it for all students with this answer, unless their marks are not those
    /// that the page has shown.</summary>
    /// <returns>The reply for the page, once all files that follow are written.</returns>
    public (bool IsSaved, string Reply) Give(string json)
    {
        MarkReply reply = new(IsSaved: false);
        int number = 0;
        string problem = ProblemOf(() =>
        {
            GivenMark given = JsonSerializer.Deserialize<GivenMark>(json, _layout) ?? throw new JsonException();
            lock (_writing)
            {
                reply = Give(given);
                number = _given += reply.IsSaved ? 1 : 0;
            }
        });
        if (reply.IsSaved)
            problem = Follow(number);
        return (reply.IsSaved, Json(problem.Length > 0 ? reply with { Problem = problem } : reply));
    }

    /// <summary>Writes everything that follows from the marks and is not written yet.</summary>
    /// <returns>What went wrong; else empty.</returns>
    public string Finish() => Follow(_given);

    public void Dispose() => _own.Dispose();

    /// <summary>Opens the file that only one session has open.</summary>
    private static FileStream Own(string path)
    {
        const int sharingViolation = unchecked((int)0x80070020), againOnLinux = 11, againOnMac = 35;
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (e.HResult is sharingViolation or againOnLinux or againOnMac)
        {
            throw new FolderInUseException(
                $"{Path.GetDirectoryName(path)} is being marked already. End the other nn assign mark.");
        }
    }

    private MarkReply Give(GivenMark given)
    {
        MarkedClass marked = Read();
        var adjustments = Adjustments.Read(store.Path);
        if (marked.Find(given.Id) is not var (task, answer))
            return new(IsSaved: false) { Problem = "This answer is not in the results any more. Reload the page." };
        IReadOnlyList<Mark> present = answer.MarksIn(adjustments);
        (JudgedSubmission, Mark Mark)[] wanted =
            [.. answer.Submissions.Select(one => (one, given.Changed(answer.MarkOf(one, adjustments))))];
        string problem = given.Problem(task.MaxPoints);
        bool isThere = present.SequenceEqual(wanted.Select(one => one.Mark).Distinct());
        if (problem.Length > 0 || isThere || !present.SequenceEqual(given.Seen))
            return new(IsSaved: problem.Length == 0 && isThere) { Marks = present, Problem = problem };
        new MarkRows(store.Path, adjustments.Students).Write(task.Name, wanted, marked.OthersWith);
        return new(IsSaved: true) { Marks = answer.MarksIn(Adjustments.Read(store.Path)) };
    }

    /// <summary>Writes the files that follow. What begins after several marks serves all of them.</summary>
    /// <returns>What went wrong; else empty.</returns>
    private string Follow(int number)
    {
        lock (_following)
        {
            if (_followed >= number)
                return "";
            int given = Volatile.Read(ref _given);
            if (ProblemOf(follow) is { Length: > 0 } problem)
                return $"The mark is in {Adjustments.FileName}, but other files were not written: {problem}";
            _followed = given;
            return "";
        }
    }

    /// <summary>The answers of the class. They are read again if results have changed.</summary>
    private MarkedClass Read()
    {
        IReadOnlyList<SubmissionKey> keys = store.List();
        string state = string.Concat(
            keys.Select(key => Invariant($"{key}\n{File.GetLastWriteTimeUtc(store.Folder.AnswersOf(key)).Ticks}\n")));
        if (_read.State == state)
            return _read.Class;
        var marked = new MarkedClass();
        foreach (JudgedSubmission submission in keys.Select(store.Read).OfType<JudgedSubmission>())
            marked.Add(submission);
        _read = (state, marked);
        return marked;
    }

    private static string ProblemOf(Action act)
    {
        try
        {
            act();
            return "";
        }
        catch (Exception e) when (e is TableException or JsonException or IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    private static string Json(object value) => JsonSerializer.Serialize(value, _layout);

    /// <param name="Seen">The marks that the page has shown.</param>
    /// <param name="Points">The points: a number, or null for none; absent if they stay as they are.</param>
    /// <param name="Comment">The comment; null if each student's stays as it is.</param>
    private sealed record GivenMark(
        string Id, IReadOnlyList<Mark> Seen, JsonElement Points = default, string? Comment = null)
    {
        private Points? Number =>
            Points.ValueKind == JsonValueKind.Number && Points.TryGetDecimal(out decimal points) ? points : null;

        public Mark Changed(Mark mark) => new(
            Points.ValueKind == JsonValueKind.Undefined ? mark.Points : Number?.Rounded,
            Comment?.Trim() ?? mark.Comment);

        public string Problem(Points max) =>
            Points.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null) && !(Number >= 0 && Number <= max)
                ? $"Points from 0 to {max} can be given here, and others in {Adjustments.FileName}."
            : Comment is null ? ""
            : Comment.Length > MaxComment || Comment.Any(char.IsControl)
                ? Invariant($"A comment is one line, with at most {MaxComment} letters.")
            : Csv.ProblemOf(Comment);
    }

    /// <param name="IsSaved">Whether the mark is stored. If not, and without a problem, the marks have changed.</param>
    private sealed record MarkReply(bool IsSaved)
    {
        public IReadOnlyList<Mark>? Marks { get; init; }

        public string Problem { get; init; } = "";
    }
}
