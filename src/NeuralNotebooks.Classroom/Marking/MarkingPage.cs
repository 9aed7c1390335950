using NeuralNotebooks.Site;

namespace NeuralNotebooks.Classroom;

/// <summary>The page on which a person marks: what students have added to the questions, without their names and in an
/// order that stays the same, equal texts together. It keeps marks in the browser and writes
/// <c>adjust.csv</c>.</summary>
/// <param name="store">The results.</param>
/// <param name="home">The name of the page of all results.</param>
internal sealed partial class MarkingPage(GradingStore store, string home)
{
    /// <summary>The page's name.</summary>
    public const string FileName = "marking.html";

    /// <summary>The folder of images for which the page has no room.</summary>
    public const string ImageFolder = "marking";

    private const int MaxText = 20_000, MaxChoices = 20;

    /// <summary>Beyond this many bytes of images, the others are files beside the page, whose text is in memory several
    /// times while it is made.</summary>
    private const int MaxImages = 10_000_000;

    private static readonly (string Key, string Meaning)[] _keys =
    [
        ("1 … 9", "points"),
        ("0", "nothing"),
        ("← →", "half a point less or more"),
        ("n", "next"),
        ("p", "previous"),
        ("u", "next without a mark"),
        ("c", "comment; Enter: next"),
        ("q", "question and model answer"),
        ("s", "save"),
    ];

    private readonly StandaloneProse _prose = new();
    private readonly List<MarkedTask> _tasks = [];
    private long _imageBytes;

    /// <summary>Takes the answers of a submission that a person marks.</summary>
    public void Add(SubmissionGrade grade)
    {
        GradedSubmission submission = grade.Submission;
        foreach (GradedTask task in submission.Tasks.Where(task => task.IsByHand))
        {
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
            if (marked.Answers.Find(known => known.Key == key) is { } same)
                same.Students.Add(submission.Student);
            else
                marked.Answers.Add(new(key, [submission.Student], Answer(submission.Key, task, text)));
        }
    }

    /// <summary>Writes the page, or removes it if there is nothing to mark.</summary>
    public void Write()
    {
        string path = Path.Combine(store.Path, FileName);
        if (_tasks.Count == 0)
        {
            File.Delete(path);
            return;
        }
        foreach (MarkedTask task in _tasks)
            task.Answers.Sort(
                (a, b) =>
                    (b.Students.Count > 1).CompareTo(a.Students.Count > 1) is not 0 and var order
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
            <p class="meta">For the teacher · <a href="{home}">all results</a></p>
            <h1>Marking</h1>
            <div class="tools" hidden="hidden"><div class="tasks" role="group" aria-label="Tasks">
            {_tasks.Select(task => Markup.Of($"""<button type="button">{task.Title} <span></span></button>"""))}</div>
            <div class="files"><button type="button" class="save" data-key="s">Save {Adjustments.FileName}</button>
            <label class="load">Load<input type="file" accept=".csv,.txt" /></label></div></div>
            <p class="status sans small soft" role="status"></p>
            {_tasks.Select(Section)}
            <details class="help"><summary>Keys, and where marks go</summary>
            <p class="sans">{Keys()}</p>
            <p class="sans">Marks stay in this browser. <b>Save {Adjustments.FileName}</b> downloads all of them, with
            every other row of the file; put it into the folder of this page and run <code>nn grade</code> with
            <code>--resume</code>. <b>Load</b> reads such a file, from another person for example.</p></details>
            </main>
            <script type="application/json" class="data">{Markup.Raw(Data())}</script>

            """
        );

    private static Markup Keys() =>
        Markup.Join(" · ", _keys.Select(key => Markup.Of($"<kbd>{key.Key}</kbd> {key.Meaning}")));

    private Markup Section(MarkedTask task)
    {
        Markup question = Part("Question", task.Task.Question),
            model = Part("Model answer", task.Task.Model);
        return Markup.Of(
            $"""
            <section class="task">
            <div class="head"><h2>{task.Title}</h2><span class="points">{Readable.Points(task.MaxPoints)}</span></div>
            <div class="desk"><div class="answers">
            {task.Answers.Select((answer, i) => Article(task, answer, i))}
            {question}{model}</div>
            {Panel(task)}</div>
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

    private static Markup Article(MarkedTask task, MarkedAnswer answer, int index)
    {
        string equal = answer.Students.Count == 1 ? "" : $" · {answer.Students.Count} equal, marked at once";
        return Markup.Of(
            $"""
            <article><div class="head"><h3>Answer {index + 1} of {task.Answers.Count}</h3><span class="points">
            <code>{task.NumberOf(answer)}</code>{equal}</span></div>
            <div class="text answer">{answer.Content}</div></article>

            """
        );
    }

    private Markup Panel(MarkedTask task)
    {
        IEnumerable<Markup> choices = task.Choices.Select(
            (choice, i) =>
            {
                Markup key = i < 9 ? Markup.Of($"<kbd>{i + 1}</kbd>") : default;
                string points = Readable.Number((Points)choice.Points);
                return choice.Text is null
                    ? Markup.Of($"""<button type="button">{points}</button>""")
                    : Markup.Of(
                        $"""
                        <button type="button" aria-pressed="false">{key}<span>{Inline(choice.Text)}</span>
                        <b>{points}</b></button>

                        """
                    );
            }
        );
        string style = task.Task.Rubric.Count > 0 ? "choices rubric" : "choices";
        return Markup.Of(
            $"""
            <aside class="panel" hidden="hidden" aria-label="Points">
            <p class="label">{(task.Task.Rubric.Count > 0 ? "Points for" : "Points")}</p>
            <div class="{style}">{choices}</div>
            <p class="sum"><button type="button" class="nothing" data-key="0"><kbd>0</kbd> Nothing</button>
            <label>Points <input class="number" inputmode="decimal" autocomplete="off" /> of {Readable.Number(
                task.MaxPoints
            )}</label></p>
            <label class="comment">Comment, which the student reads
            <input list="said" autocomplete="off" maxlength="1000" /></label>
            <p class="steps"><button type="button" class="previous" data-key="p"><kbd>p</kbd> Previous</button>
            <button type="button" class="next" data-key="n"><kbd>n</kbd> Next</button></p>
            <p class="progress sans small soft"></p>
            </aside>

            """
        );
    }

    /// <summary>Text within a button.</summary>
    private Markup Inline(string markdown) =>
        Markup.Raw(Paragraph().Replace(Prose(markdown).ToString(), ""));

    private Markup Prose(string markdown) => Markup.Raw(_prose.Add(new MarkdownCell("", markdown)));

    private Markup Answer(SubmissionKey key, GradedTask task, string text)
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
                    images[name] = new JsonObject
                    {
                        [image.Groups["type"].Value] = image.Groups["content"].Value,
                    };
                    return $"attachment:{name}";
                }
            );
        text = Markup.Visible(text, MaxText);
        if (task.IsText)
            text = UnclosedMarkup.AsText(text);
        if (!task.IsText)
        {
            string fence = new('`', 3 + Ticks().Matches(text).Select(run => run.Length).DefaultIfEmpty().Max());
            text = $"{fence}csharp\n{text}\n{fence}";
        }
        string html = _prose.Add(
            new MarkdownCell("", text) { Fields = new JsonObject { ["attachments"] = images } }
        );
        HashSet<string> files = [.. task.Images?.Values ?? []];
        return Markup.Raw(Image().Replace(html, image => Room(image, key, files)));
    }

    /// <summary>An image in the page if it has room, else as a file beside it. A vector image stays in the page, since
    /// it could run scripts as a file.</summary>
    private string Room(Match image, SubmissionKey key, HashSet<string> files)
    {
        byte[] bytes = Convert.FromBase64String(image.Groups["content"].Value);
        string name = Encoding.UTF8.GetString(bytes),
            extension = image.Groups["extension"].Value;
        if (!files.Contains(name))
        {
            name = $"{HexHash.Of(bytes)}.{extension}";
            return TakesRoom(bytes.Length) ? image.Value : InFile(name, path => File.WriteAllBytes(path, bytes));
        }
        string file = store.ImageOf(key, name);
        extension = Path.GetExtension(name)[1..];
        return extension == "svg" || TakesRoom(new FileInfo(file).Length)
            ? $" src=\"data:image/{(extension == "svg" ? "svg+xml" : extension)};base64,{Content()}\""
            : InFile(name, path => File.Copy(file, path, overwrite: true));

        string Content() => Convert.ToBase64String(File.ReadAllBytes(file));
    }

    private bool TakesRoom(long bytes) => (_imageBytes += bytes) <= MaxImages;

    private string InFile(string name, Action<string> write)
    {
        Directory.CreateDirectory(Path.Combine(store.Path, ImageFolder));
        write(Path.Combine(store.Path, ImageFolder, name));
        return $" src=\"{ImageFolder}/{name}\"";
    }

    /// <summary>What the script needs: the answers' students, and the rows of the file.</summary>
    private string Data()
    {
        string[] columns = CsvTable.Adjusted.Columns;
        return JsonSerializer.Serialize(
            new
            {
                rows = CsvTable.Adjusted.Read(store.Path).Select(row => columns.Select(column => row[column])),
                tasks = _tasks.Select(task => new
                {
                    assignment = task.Assignment,
                    name = task.Name,
                    max = task.MaxPoints.Rounded,
                    isRubric = task.Task.Rubric.Count > 0,
                    choices = task.Choices.Select(choice => choice.Points),
                    answers = task.Answers.Select(answer =>
                        answer.Students.Select(student => new[] { student, Csv.Text(student) })
                    ),
                }),
            }
        );
    }

    [GeneratedRegex("</?p>|\n")]
    private static partial Regex Paragraph();

    [GeneratedRegex("`+")]
    private static partial Regex Ticks();

    [GeneratedRegex(@"data:(?<type>image/(png|jpeg|gif|webp|svg\+xml));base64,(?<content>[A-Za-z0-9+/=]+)")]
    private static partial Regex DataImage();

    [GeneratedRegex(
        @"(?<=<img[^<>]*) src=""data:image/(?<extension>png|jpeg|gif|webp);base64,(?<content>[A-Za-z0-9+/=]+)"""
    )]
    private static partial Regex Image();

    private sealed record MarkedTask(
        string Assignment,
        string Name,
        Points MaxPoints,
        HandTask Task,
        List<MarkedAnswer> Answers
    )
    {
        public string Title => $"{Assignment}: {Name}";

        /// <summary>What there are buttons for: the rubric, else whole points.</summary>
        public IEnumerable<(decimal Points, string? Text)> Choices =>
            Task.Rubric.Count > 0
                ? Task.Rubric.Select(point => (point.Points, (string?)point.Text))
                : Enumerable
                    .Range(1, (int)Math.Min(Math.Floor(MaxPoints.Rounded), MaxChoices))
                    .Select(points => ((decimal)points, (string?)null));

        /// <summary>A number instead of a name, another one in each task.</summary>
        public string NumberOf(MarkedAnswer answer) =>
            HexHash.Short($"{Assignment}\n{Name}\n{answer.Students[0]}")[..6];
    }

    private sealed record MarkedAnswer(string Key, List<string> Students, Markup Content);
}
