using System.Globalization;

namespace NeuralNotebooks.Classroom.Tests;

/// <summary>Results of a class without a grader: answers as they would be stored.</summary>
internal sealed class GradedClass : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public GradedClass() => Store = new(_folder.Path);

    public string Path => _folder.Path;

    public GradingStore Store { get; }

    public static Answer Number(double value) => new NumberAnswer(value);

    public static Answer List(params double[] values) => new ListAnswer([.. values.Select(Number)]);

    /// <summary>A matrix from its rows.</summary>
    public static Answer Matrix(double[,] rows)
    {
        int m = rows.GetLength(0),
            n = rows.GetLength(1);
        return new MatrixAnswer(
            m,
            n,
            [.. from column in Enumerable.Range(0, n) from row in Enumerable.Range(0, m) select rows[row, column]]
        );
    }

    /// <summary>A task with answers, numbers and texts.</summary>
    public static GradedTask Task(string name, object[] reference, object[] answers, params MistakeAnswers[] mistakes)
        => Of(
            name,
            reference.Length,
            false,
            [.. reference.Select((_, i) => new Probe($"probe {i}", $"Ask({i})", 1))],
            Answers(reference),
            Answers(answers),
            mistakes
        );

    /// <summary>A known mistake with answers, numbers and texts.</summary>
    public static MistakeAnswers Mistake(string sentence, params object[] answers) => new(sentence, Answers(answers));

    private static Answer[] Answers(object[] values) =>
        [
            .. values.Select(value =>
                value switch
                {
                    Answer answer => answer,
                    string text => new TextAnswer(text),
                    _ => Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
                }
            ),
        ];

    public static GradedTask ByHand(string name, Points points, string? submitted)
        => Of(name, points, true, [], [], [], []) with { Submitted = submitted, IsText = true };

    /// <summary>A submission whose first task has these probes, and whose second is marked by hand.</summary>
    public static GradedSubmission Submission(
        string student,
        Points points,
        Probe[] probes,
        double[] reference,
        double[] answers
    )
    {
        GradedTask gate = Of(
            "gate",
            points,
            false,
            probes,
            Answers([.. reference]),
            Answers([.. answers]),
            []
        );
        return new(student, "A1", "", points + 2, new("", "", "", ""), null, [], [gate, ByHand("why", 2, "because")]);
    }

    private static GradedTask Of(
        string name,
        Points points,
        bool isByHand,
        Probe[] probes,
        Answer[] reference,
        Answer[] answers,
        MistakeAnswers[] mistakes
    ) =>
        new(
            name,
            points,
            isByHand,
            false,
            "the solution",
            "the student's text",
            probes,
            reference,
            mistakes,
            answers,
            [],
            [],
            ""
        );

    public GradedSubmission Add(string student, params GradedTask[] tasks) => Add(student, null, [], tasks);

    public GradedSubmission Add(string student, string? problem, SubmissionNote[] notes, params GradedTask[] tasks)
    {
        var submission = new GradedSubmission(
            student,
            "A1",
            "",
            tasks.Aggregate(default(Points), (sum, task) => sum + task.Points),
            new("", "", "", ""),
            problem,
            notes,
            tasks
        )
        {
            IsProblemOfSubmission = true,
        };
        Store.Write(submission);
        return submission;
    }

    public void File(string name, string text) => _folder.File(name, text);

    public string Read(string name) => System.IO.File.ReadAllText(System.IO.Path.Combine(Path, name));

    /// <summary>A student's page.</summary>
    public string Page(string student) => Read($"feedback/{student}/A1/A1.html");

    /// <summary>The tables of grades, without times.</summary>
    public void WriteTables() => new ResultFiles(Store, StudentList.Empty).Write(Store.List());

    public void WritePages() => FeedbackPages.Write(Path, System.IO.Path.Combine(Path, "feedback"));

    public void Dispose() => _folder.Dispose();
}
