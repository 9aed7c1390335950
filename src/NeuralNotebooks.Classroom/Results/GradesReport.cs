using System.Xml.Linq;

namespace NeuralNotebooks.Classroom;

/// <summary>The grades as JUnit XML: a test suite for each submission, with a test for each task.</summary>
internal sealed class GradesReport
{
    private readonly List<XElement> _suites = [];

    public void Add(SubmissionGrade grade)
    {
        string name = $"{grade.Submission.Assignment}/{grade.Submission.Folder}";
        XElement[] cases = grade.Submission.Problem is { } problem
            ? [Case(name, "notebook", new XElement("error", new XAttribute("message", problem)))]
            : [.. grade.Tasks.Select(task => Case(name, task.Task.Name, Outcome(task)))];
        _suites.Add(new XElement("testsuite", new XAttribute("name", name), Counts(cases), cases));
    }

    public string ToXml() =>
        XmlText.Write(
            new XElement(
                "testsuites", new XAttribute("name", "assignments"), Counts([.. _suites.Elements()]), _suites));

    private static XElement? Outcome(TaskGrade task) =>
        task.IsUnmarked ? new XElement("skipped", new XAttribute("message", "not yet marked by hand"))
        : task.Points >= task.Task.Points ? null
        : new XElement(
            "failure",
            new XAttribute(
                "message",
                $"{task.Points} of {task.Task.Points} points. {string.Join(" ", StudentSentences.Of(task))}"));

    private static XElement Case(string suite, string name, XElement? outcome) =>
        new("testcase", new XAttribute("classname", suite), new XAttribute("name", name), outcome);

    private static XAttribute[] Counts(XElement[] cases) =>
        [
            new("tests", cases.Length),
            new("failures", cases.Elements("failure").Count()),
            new("errors", cases.Elements("error").Count()),
            new("skipped", cases.Elements("skipped").Count()),
        ];
}
