namespace NeuralNotebooks.Classroom;

/// <summary>The page on which a person marks. It shows the texts that students have added to the tasks, without
/// their names and in a reproducible order. Equal texts are marked together. The page stores marks in the browser and
/// writes <c>adjust.csv</c>.</summary>
internal sealed class MarkingPage
{
    public const string FileName = "marking.html";

    private static readonly (string Key, string Meaning)[] _keys =
    [
        ("1 … 9", "points"),
        ("0", "nothing"),
        ("n", "next"),
        ("p", "previous"),
        ("u", "next without a mark"),
        ("c", "comment; Enter: next"),
        ("q", "question and model answer"),
        ("s", "save"),
    ];

    private readonly string _folder, _home;
    private readonly StandaloneProse _prose = new();
    private readonly AnswerRenderer _answers;
    private readonly List<MarkedTask> _tasks = [];
    private readonly StudentList _students;

    public MarkingPage(GradingStore store, StudentList students, string home)
    {
        (_folder, _students, _home) = (store.Path, students, home);
        _answers = new(store, _prose);
    }

    public void Add(SubmissionGrade grade)
    {
        if (grade.Submission.Problem is not null)
            return;
        foreach (TaskGrade given in grade.Tasks.Where(given => given.Task.IsByHand))
        {
            SubmissionKey submission = grade.Submission.Key;
            MarkedAnswer answer = AnswerOf(TaskOf(submission.Assignment, given.Task), submission, given.Task);
            answer.Marks.Add(new(submission.Student, given.IsUnmarked ? null : given.Points.Rounded, given.Comment));
        }
    }

    private MarkedTask TaskOf(string assignment, GradedTask task)
    {
        MarkedTask? marked = _tasks.Find(known => known.Assignment == assignment && known.Name == task.Name);
        if (marked is null)
            _tasks.Add(marked = new(assignment, task.Name, task.Points, HandTask.Of(task), []));
        return marked;
    }

    /// <summary>The answer of a submission: an earlier one if their texts and images are equal.</summary>
    private MarkedAnswer AnswerOf(MarkedTask marked, SubmissionKey submission, GradedTask task)
    {
        string text = task.Submitted ?? "";
        if (task.IsText)
            text = marked.Task.AddedTo(text);
        string key = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach ((string name, string file) in task.Images ?? new Dictionary<string, string>())
            key += $"\n{name} {file}";
        MarkedAnswer? answer = marked.Answers.Find(known => known.Key == key);
        if (answer is null)
            marked.Answers.Add(answer = new(key, [], _answers.Render(submission, task, text)));
        return answer;
    }

    /// <summary>Writes the page, or removes it if there is nothing to mark.</summary>
    public void Write()
    {
        string path = Path.Combine(_folder, FileName);
        if (_tasks.Count == 0)
        {
            File.Delete(path);
            return;
        }
        foreach (MarkedTask task in _tasks)
            task.Answers.Sort(
                (a, b) =>
                    (b.Marks.Count > 1).CompareTo(a.Marks.Count > 1) is not 0 and var order
                        ? order
                        : string.CompareOrdinal(task.NumberOf(a), task.NumberOf(b)));
        (string body, string styles) = _prose.Typeset(Body().ToString());
        NamedFile.Write(
            path,
            ClassroomPage.Of(
                "Marking", Markup.Raw(body), ClassroomPage.Asset("marking.css") + styles,
                ClassroomPage.Asset("marking.js")));
    }

    private Markup Body() =>
        Markup.Of(
            $"""
            <main class="wide marking">
            <p class="meta">For the teacher · <a href="{_home}">all results</a></p>
            <h1>Marking</h1>
            <div class="tools"><output class="progress"></output>
            <button type="button" class="save">Save {Adjustments.FileName}</button></div>
            {_tasks.Select(new MarkingCards(_prose).Section)}
            <details class="help"><summary>Keyboard shortcuts, and how marks are saved</summary>
            <p class="sans">{Keys()}</p>
            <p class="sans">Marks stay in this browser. <b>Save {Adjustments.FileName}</b> downloads all of them, with
            every other row of the file; put it into the folder of this page and run <code>nn grade</code> with
            <code>--resume</code>.</p></details>
            <datalist id="comments">{Comments()}</datalist>
            </main>
            <script type="application/json" class="data">{Data()}</script>

            """);

    private Markup Data() => Markup.Raw(MarkingData.Of(_tasks, _students, _folder));

    private Markup Comments() =>
        Markup.Join(
            "",
            _tasks.SelectMany(task => task.Answers)
                .SelectMany(answer => answer.Marks.Select(mark => mark.Comment))
                .Where(comment => comment.Length > 0)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(comment => Markup.Of($"<option>{comment}</option>")));

    private static Markup Keys() =>
        Markup.Join(" · ", _keys.Select(key => Markup.Of($"<kbd>{key.Key}</kbd> {key.Meaning}")));
}
