using NeuralNotebooks.Site;

namespace NeuralNotebooks.Classroom;

/// <summary>The page on which a person marks. It shows the texts that students have added to the questions, without
/// their names and in a reproducible order. Equal texts are marked together. The page stores marks in the browser and
/// writes <c>adjust.csv</c>.</summary>
internal sealed partial class MarkingPage
{
    /// <summary>The page's name.</summary>
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

    /// <param name="store">The results.</param>
    /// <param name="home">The file name of the page with all results, for a link.</param>
    public MarkingPage(GradingStore store, string home)
    {
        (_folder, _home) = (store.Path, home);
        _answers = new(store, _prose);
        _students = StudentList.Read(store.Path);
    }

    /// <summary>Adds the answers of a submission that a person has to mark.</summary>
    public void Add(SubmissionGrade grade)
    {
        GradedSubmission submission = grade.Submission;
        foreach (TaskGrade given in grade.Tasks.Where(given => given.Task.IsByHand))
        {
            GradedTask task = given.Task;
            MarkedTask? marked = _tasks.Find(known =>
                known.Assignment == submission.Assignment && known.Name == task.Name
            );
            if (marked is null)
                _tasks.Add(marked = new(submission.Assignment, task.Name, task.Points, HandTask.Of(task), []));
            string text = task.Submitted ?? "";
            if (task.IsText)
                text = marked.Task.AddedTo(text);
            string key = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            foreach ((string name, string file) in task.Images ?? new Dictionary<string, string>())
                key += $"\n{name} {file}";
            MarkedAnswer? answer = marked.Answers.Find(known => known.Key == key);
            if (answer is null)
                marked.Answers.Add(answer = new(key, [], _answers.Render(submission.Key, task, text)));
            answer.Marks.Add(
                new(submission.Student, given.IsUnmarked ? null : given.Points.Rounded, given.Comment)
            );
        }
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
                        : string.CompareOrdinal(task.NumberOf(a), task.NumberOf(b))
            );
        (string body, string styles) = _prose.Typeset(Body().ToString());
        NamedFile.Write(
            path,
            ClassroomPage.Of(
                "Marking",
                Markup.Raw(body),
                ClassroomPage.Asset("marking.css") + styles,
                ClassroomPage.Asset("marking.js")
            )
        );
    }

    private Markup Body() =>
        Markup.Of(
            $"""
            <main class="wide marking">
            <p class="meta">For the teacher · <a href="{_home}">all results</a></p>
            <h1>Marking</h1>
            <div class="tools"><output class="progress"></output>
            <button type="button" class="save">Save {Adjustments.FileName}</button></div>
            {_tasks.Select(Section)}
            <details class="help"><summary>Keyboard shortcuts, and how marks are saved</summary>
            <p class="sans">{Keys()}</p>
            <p class="sans">Marks stay in this browser. <b>Save {Adjustments.FileName}</b> downloads all of them, with
            every other row of the file; put it into the folder of this page and run <code>nn grade</code> with
            <code>--resume</code>.</p></details>
            <datalist id="comments">{Comments()}</datalist>
            </main>
            <script type="application/json" class="data">{Markup.Raw(Data())}</script>

            """
        );

    /// <summary>The comments on other answers, which the browser suggests while the teacher types.</summary>
    private Markup Comments() =>
        Markup.Join(
            "",
            _tasks.SelectMany(task => task.Answers)
                .SelectMany(answer => answer.Marks.Select(mark => mark.Comment))
                .Where(comment => comment.Length > 0)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(comment => Markup.Of($"<option>{comment}</option>"))
        );

    private static Markup Keys() =>
        Markup.Join(" · ", _keys.Select(key => Markup.Of($"<kbd>{key.Key}</kbd> {key.Meaning}")));

    private Markup Section(MarkedTask task)
    {
        Markup choices = Choices(task);
        return Markup.Of(
            $"""
            <section class="task">
            <div class="head"><h2>{task.Title}</h2><span class="points">{Readable.Points(task.MaxPoints)}</span></div>
            {Part("Question", task.Task.Question)}{Part("Model answer", task.Task.Model)}
            {task.Answers.Select((answer, i) => Card(task, answer, i, choices))}
            </section>

            """
        );
    }

    private Markup Part(string title, string markdown) =>
        string.IsNullOrWhiteSpace(markdown)
            ? default
            : Markup.Of(
                $"""
                <details class="given"><summary>{title}</summary><div class="text">{Prose(markdown)}</div></details>

                """
            );

    private static Markup Card(MarkedTask task, MarkedAnswer answer, int index, Markup choices)
    {
        string equal = answer.Marks.Count == 1 ? "" : $" · {answer.Marks.Count} equal, marked at once";
        return Markup.Of(
            $"""
            <article tabindex="-1"><div class="head"><h3>Answer {index + 1} of {task.Answers.Count}</h3>
            <span class="points"><code>{task.NumberOf(answer)}</code>{equal}</span></div>
            <div class="text answer">{answer.Content}</div>
            <div class="mark"><div class="choices">{choices}</div>
            <label>Points of {Readable.Number(task.MaxPoints)}
            <input class="number" type="number" min="0" max="{task.MaxPoints.ToString()}" step="0.5" /></label>
            <label class="wide">Comment, which the student reads
            <input class="comment" list="comments" autocomplete="off" maxlength="1000" /></label></div></article>

            """
        );
    }

    private Markup Choices(MarkedTask task) =>
        Markup.Join(
            "",
            task.Choices.Select(
                (choice, i) =>
                {
                    Markup key = i < 9 ? Markup.Of($"<kbd>{i + 1}</kbd> ") : default;
                    Markup text = choice.Text is null ? default : Markup.Of($"<span>{Inline(choice.Text)}</span> ");
                    string points = Readable.Number((Points)choice.Points);
                    return Markup.Of(
                        $"""<button type="button" aria-pressed="false">{key}{text}<b>{points}</b></button>"""
                    );
                }
            )
        );

    /// <summary>Text for a button, without paragraphs.</summary>
    private Markup Inline(string markdown) =>
        Markup.Raw(Paragraph().Replace(Prose(markdown).ToString(), ""));

    private Markup Prose(string markdown) => Markup.Raw(_prose.Add(new MarkdownCell("", markdown)));

    /// <summary>The data for the script: the students of each card with their present marks, and the rows of
    /// <c>adjust.csv</c> that are not marks of these answers.</summary>
    private string Data()
    {
        string[] columns = Adjustments.Columns.Split(',');
        HashSet<string> marks =
        [
            .. from task in _tasks
            from answer in task.Answers
            from mark in answer.Marks
            from student in (string[])[mark.Student, Csv.Text(mark.Student), _students[mark.Student].Id]
            from name in (string[])[task.Name, $"{task.Assignment}/{task.Name}"]
            select $"{student}\n{name}",
        ];
        return JsonSerializer.Serialize(
            new
            {
                columns,
                rows = Csv.Read(Path.Combine(_folder, Adjustments.FileName), columns[0])
                    .Where(row => row["points"].Length == 0 || !marks.Contains($"{row["student"]}\n{row["task"]}"))
                    .Select(row => columns.Select(column => row[column])),
                cards = _tasks.SelectMany(task =>
                    task.Answers.Select(answer => new
                    {
                        task = $"{task.Assignment}/{task.Name}",
                        max = task.MaxPoints.Rounded,
                        isRubric = task.Task.Rubric.Count > 0,
                        choices = task.Choices.Select(choice => choice.Points),
                        students = answer.Marks.Select(mark => new
                        {
                            student = Csv.Text(mark.Student),
                            points = mark.Points,
                            comment = mark.Comment,
                        }),
                    })
                ),
            }
        );
    }

    [GeneratedRegex("</?p>|\n")]
    private static partial Regex Paragraph();
}
