namespace NeuralNotebooks.Classroom;

/// <summary>The tasks of a class that a person marks. Equal answers are marked together.</summary>
internal sealed class MarkedClass
{
    private readonly List<MarkedTask> _tasks = [];
    private readonly List<JudgedSubmission> _submissions = [];

    public IReadOnlyList<MarkedTask> Tasks => _tasks;

    public void Add(JudgedSubmission submission)
    {
        JudgedSubmission own = submission with
        {
            Notes = [],
            Code = "",
            Tasks =
            [
                .. submission.Tasks.Select(task =>
                    task with { Submitted = task.IsByHand ? task.Submitted : null, Probes = [], Mistakes = [] }),
            ],
        };
        _submissions.Add(own);
        foreach (JudgedTask task in submission.Tasks.Where(
            task => submission.Problem is null && task is { IsByHand: true, Submitted: not null }))
            AnswerOf(TaskOf(submission.Assignment, task), task).Submissions.Add(own);
    }

    public (MarkedTask Task, MarkedAnswer Answer)? Find(string id)
    {
        MarkedTask? task = _tasks.Find(task => task.Answers.Exists(answer => answer.Id == id));
        return task is null ? null : (task, task.Answers.First(answer => answer.Id == id));
    }

    /// <summary>The student's other assignments that have a task of this name.</summary>
    public IEnumerable<string> OthersWith(string task, JudgedSubmission submission) =>
        _submissions.Where(other => other.Folder == submission.Folder && other.Assignment != submission.Assignment)
            .Where(other => other.Tasks.Any(one => one.Name == task)).Select(other => other.Assignment);

    /// <summary>The cards of the page, in its order, with their present marks. They contain no names.</summary>
    public object CardsIn(Adjustments adjustments) =>
        from task in _tasks
        from answer in task.Ordered
        select new
        {
            answer.Id,
            Max = task.MaxPoints.Rounded,
            IsRubric = task.Guide.Rubric.Count > 0,
            Choices = task.Choices.Select(choice => choice.Points),
            Marks = answer.MarksIn(adjustments),
        };

    private MarkedTask TaskOf(string assignment, JudgedTask task)
    {
        MarkedTask? marked = _tasks.Find(known => known.Assignment == assignment && known.Name == task.Name);
        if (marked is null)
            _tasks.Add(marked = new(assignment, task.Name, task.Points, MarkingGuide.Of(task), []));
        return marked;
    }

    /// <summary>The answer of a submission: an earlier one if their texts and images are equal.</summary>
    private static MarkedAnswer AnswerOf(MarkedTask marked, JudgedTask task)
    {
        string text = task.Submitted ?? "";
        if (task.IsText)
            text = marked.Guide.AddedTo(text);
        string id = HexHash.Of($"{marked.Title}\n{task.KeyOf(text)}")[..16];
        MarkedAnswer? answer = marked.Answers.Find(known => known.Id == id);
        if (answer is null)
            marked.Answers.Add(answer = new(id, task, text, []));
        return answer;
    }
}
